"""The pages of tightening, of the spot check, and of their settings."""

from uuid import uuid4

from flask import Blueprint, render_template
from flask_login import current_user
from werkzeug.exceptions import NotFound

from wiring_qa.cabinets.queries import cabinet_by_code
from wiring_qa.findings.kinds import End
from wiring_qa.tightening import plans
from wiring_qa.tightening.group_pages import terminations_of, tiles_of
from wiring_qa.tightening.history import rounds_of
from wiring_qa.tightening.operations.confirm_group import ConfirmGroup
from wiring_qa.tightening.operations.set_sampling_plan import SetSamplingPlan
from wiring_qa.tightening.operations.set_torques import field_of
from wiring_qa.tightening.queries import last_round, round_summary, sampling_choice, thread_torques
from wiring_qa.tightening.remembered import remembered_setting
from wiring_qa.tightening.rules import may_start_round
from wiring_qa.tightening.sample_page import sample_of

blueprint = Blueprint("tightening", __name__)

LOTS = (25, 50, 100, 200, 400, 800, 2000)
"""Lot sizes whose plan the settings show."""


@blueprint.get("/c/<code>/tightening")
def groups(code: str) -> str:
    """Show the groups of the round as tiles, and the rounds so far."""
    cabinet = cabinet_by_code(code)
    round_ = last_round(cabinet.id)
    return render_template(
        "tightening/groups.html",
        cabinet=cabinet,
        round=round_,
        tiles=tiles_of(round_) if round_ else [],
        lines=rounds_of(cabinet.id),
        may_start=may_start_round(round_.cached_state if round_ else None) is None,
        operation_id=uuid4(),
    )


@blueprint.get("/c/<code>/tightening/<int:number>")
def group(code: str, number: int) -> str:
    """Show the terminations of one group; the wirer confirms it with tool and setting."""
    cabinet = cabinet_by_code(code)
    round_ = last_round(cabinet.id)
    tiles = tiles_of(round_) if round_ else []
    tile = next((each for each in tiles if each.number == number), None)
    if tile is None:
        raise NotFound
    setting = remembered_setting(current_user.id)
    left = [each.number for each in tiles if not each.is_confirmed and each.number != number]
    return render_template(
        "tightening/group.html",
        cabinet=cabinet,
        round=round_,
        tile=tile,
        left=left,
        terminations=terminations_of(cabinet, tile),
        form=ConfirmGroup(data=vars(setting)),
        operation_id=uuid4(),
    )


@blueprint.get("/c/<code>/spot-check")
def spot_check(code: str) -> str:
    """Show the drawn rows with the reasons why; the inspector tries each."""
    cabinet = cabinet_by_code(code)
    round_ = last_round(cabinet.id)
    return render_template(
        "tightening/spot_check.html",
        cabinet=cabinet,
        round=round_,
        summary=round_summary(cabinet.id),
        devices=sample_of(round_, current_user.id) if round_ else [],
        lines=rounds_of(cabinet.id),
        ends=list(End),
        new_id=uuid4,
    )


@blueprint.get("/settings/sampling")
def settings() -> str:
    """Show the sampling plan with what it asks for, and the nominal torques; a lead edits both."""
    choice = sampling_choice()
    torques = thread_torques()
    return render_template(
        "tightening/settings.html",
        choice=choice,
        plan_form=SetSamplingPlan(data={"level": choice.level, "aql": _listed(choice.aql)}),
        lots=[(lot, plans.plan_for(lot, choice.level, choice.aql)) for lot in LOTS],
        torques=torques,
        field_of=field_of,
        new_id=uuid4,
    )


def _listed(aql: object) -> str:
    """Return an AQL as the list of choices writes it."""
    return str(next(each for each in plans.AQLS if each == aql))
