"""Home by role, what a scanned label opens, and the way to a cabinet by its typed code."""

from typing import Any

from flask import Blueprint, flash, jsonify, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from wiring_qa.cabinets import codes
from wiring_qa.cabinets.kinds import Stage
from wiring_qa.cabinets.queries import cabinet_by_code, code_of, fits_any
from wiring_qa.complaints.queries import count_of
from wiring_qa.release.facts import facts_of
from wiring_qa.release.places import address_of, blockers_of
from wiring_qa.worklist import plant, queries
from wiring_qa.worklist.my_work import my_work
from wiring_qa.worklist.rules import tasks
from wiring_qa.worklist.steps import steps_of

blueprint = Blueprint("worklist", __name__)

LEADS_FIRST = 6
"""How much of their own work a lead is shown above the plant's."""


@blueprint.get("/")
def home() -> str:
    """Show the work that is mine, and to a lead how the plant stands."""
    # asked before the work is read, so that nothing that comes in between is missed
    recorded = queries.acts_recorded()
    if not current_user.may("release_cabinet"):
        return render_template(
            "worklist/home.html", work=my_work(current_user), address_of=address_of, position=recorded
        )
    return render_template(
        "worklist/lead.html",
        position=recorded,
        work=my_work(current_user, LEADS_FIRST),
        address_of=address_of,
        stages=plant.count_by_stage(),
        all_stages=list(Stage),
        cabinets=plant.open_cabinets(),
        blockers_of=blockers_of,
        late=plant.count_late(),
        figures=plant.todays_figures(),
    )


@blueprint.get("/position")
def position() -> Any:
    """Tell how many acts were recorded: a page of work is out of date once the number is another."""
    return jsonify(position=queries.acts_recorded())


@blueprint.get("/find")
def find() -> Any:
    """Go to a cabinet by its code, however it is typed, by its label's address or by its serial number."""
    typed = request.args.get("code", "").strip()
    code = codes.normalise(typed.rsplit("/c/", 1)[-1].partition("/")[0])
    found = code_of(code, typed)
    if found:
        return redirect(url_for("worklist.cabinet", code=found))
    if typed and fits_any(typed):
        return redirect(url_for("cabinets.cabinets", q=typed))
    flash(_not_found(typed[:60], code), "fault")
    return redirect(url_for("worklist.home"))


def _not_found(typed: str, code: str) -> str:
    if codes.is_valid(code):
        return str(_("No cabinet of this plant has the code %(code)s.", code=codes.spaced(code)))
    if codes.is_spelled_like_one(code):
        words = _(
            "“%(typed)s” has a wrong character, its check character says. Compare it with the label.",
            typed=typed,
        )
        return str(words)
    return str(_("“%(typed)s” is no code and no serial number. Compare it with the label.", typed=typed))


@blueprint.get("/c/<code>")
def cabinet(code: str) -> Any:
    """Show a cabinet with the work that is mine; what its QR label opens."""
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
        complaints=count_of(found.id) if current_user.may("record_complaint") else 0,
        steps=steps_of(found.cached_stage, queries.last_acts(found.code)),
    )
