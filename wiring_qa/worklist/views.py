"""Home by role, and what a scanned label opens."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from wiring_qa.cabinets import codes
from wiring_qa.cabinets.kinds import Stage
from wiring_qa.cabinets.queries import cabinet_by_code, cabinet_by_serial
from wiring_qa.core.i18n import when
from wiring_qa.release.facts import facts_of
from wiring_qa.release.places import address_of, blockers_of
from wiring_qa.worklist import queries
from wiring_qa.worklist.rules import tasks

blueprint = Blueprint("worklist", __name__)

STEPS = {
    Stage.INSPECTING: ("mark_ok", "mark_faulty"),
    Stage.FIXING: ("confirm_fix",),
    Stage.RECHECKING: ("pass_recheck", "fail_recheck"),
    Stage.TIGHTENING: ("confirm_group",),
    Stage.SPOT_CHECK: ("spot_check_held", "spot_check_moved"),
    Stage.READY: (),
    Stage.RELEASED: ("release_cabinet",),
}
"""The acts whose last one says who worked at a stage, and when."""


@dataclass(frozen=True)
class Step:
    """A stage on the stage line."""

    label: Any
    state: str
    about: str


@blueprint.get("/")
def home() -> str:
    """Show the work that is mine."""
    work = queries.my_work(current_user)
    if not current_user.may("release_cabinet"):
        return render_template("worklist/home.html", work=work, address_of=address_of)
    cabinets = queries.open_cabinets()
    return render_template(
        "worklist/lead.html",
        work=work,
        address_of=address_of,
        stages=queries.count_by_stage(),
        all_stages=list(Stage),
        cabinets=cabinets,
        late=queries.late(cabinets),
        figures=queries.todays_figures(),
    )


@blueprint.get("/find")
def find() -> Any:
    """Go to a cabinet by its typed code or its serial number."""
    typed = request.args.get("code", "")
    code = codes.normalise(typed.rsplit("/c/", 1)[-1])
    if codes.is_valid(code):
        return redirect(url_for("worklist.cabinet", code=code))
    by_serial = cabinet_by_serial(typed)
    if by_serial is not None:
        return redirect(url_for("worklist.cabinet", code=by_serial.code))
    flash(
        _("“%(typed)s” is no code and no serial number. Check it against the label.", typed=typed[:60]),
        "fault",
    )
    return redirect(url_for("worklist.home"))


@blueprint.get("/c/<code>")
def cabinet(code: str) -> Any:
    """Show a cabinet with the work that is mine; what its QR label opens."""
    spelled = codes.normalise(code)
    if spelled != code and codes.is_valid(spelled):
        return redirect(url_for("worklist.cabinet", code=spelled))
    found = cabinet_by_code(code)
    facts = facts_of(found.id)
    return render_template(
        "worklist/cabinet.html",
        cabinet=found,
        facts=facts,
        tasks=tasks(current_user, facts),
        address_of=address_of,
        blockers=blockers_of(found.code, facts),
        findings=queries.findings_by_state(found.id),
        steps=_steps(found, queries.last_acts(found.code)),
    )


def _steps(found: Any, acts: dict[str, Any]) -> list[Step]:
    order = list(STEPS)
    current = order.index(found.cached_stage)
    return [
        Step(stage.label, _state(place, current, found.cached_stage), _about(acts, STEPS[stage]))
        for place, stage in enumerate(order)
    ]


def _state(place: int, current: int, stage: Stage) -> str:
    if place < current or stage is Stage.RELEASED:
        return "done"
    return "now" if place == current else "next"


def _about(acts: dict[str, Any], types: tuple[str, ...]) -> str:
    done = [acts[each] for each in types if each in acts]
    if not done:
        return ""
    last = max(done, key=lambda act: act.at)
    return f"{last.name} · {when(last.at)}"
