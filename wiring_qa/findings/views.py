"""The pages of fixes, rechecks and findings."""

from typing import Any
from uuid import uuid4

from flask import Blueprint, render_template, request
from flask_login import current_user

from wiring_qa.cabinets.queries import cabinet_by_code
from wiring_qa.checks.rows import shown_row
from wiring_qa.findings import lists
from wiring_qa.findings.kinds import FindingState

blueprint = Blueprint("findings", __name__)

SHOWN = tuple(state for state in FindingState if state is not FindingState.TAKEN_BACK)


@blueprint.context_processor
def _drawing() -> dict[str, Any]:
    return {"shown_row": shown_row, "new_id": uuid4}


@blueprint.get("/c/<code>/fixes")
def fixes(code: str) -> str:
    """Show a wirer what is to be fixed on a cabinet, by device and worst first."""
    cabinet = cabinet_by_code(code)
    items = lists.findings_of(cabinet.id, SHOWN)
    settled = (FindingState.CLOSED, FindingState.CONCEDED)
    return render_template(
        "findings/fixes.html",
        cabinet=cabinet,
        devices=lists.by_device([each for each in items if each.finding.cached_state is FindingState.OPEN]),
        waiting=[each for each in items if each.finding.cached_state is FindingState.FIXED],
        closed=[each for each in items if each.finding.cached_state in settled and each.is_recent],
    )


@blueprint.get("/fixes")
def my_fixes() -> str:
    """Show a wirer what is to be fixed on all their cabinets."""
    cabinets = lists.open_findings_for(current_user.id)
    return render_template(
        "findings/my_fixes.html", cabinets=[(cabinet, lists.by_device(items)) for cabinet, items in cabinets]
    )


@blueprint.get("/c/<code>/rechecks")
def rechecks(code: str) -> str:
    """Show an inspector what was fixed and waits for a recheck, by device."""
    cabinet = cabinet_by_code(code)
    items = lists.findings_of(cabinet.id, [FindingState.FIXED])
    devices: dict[str, list[lists.Listed]] = {}
    for listed in items:
        devices.setdefault(listed.finding.device, []).append(listed)
    return render_template("findings/rechecks.html", cabinet=cabinet, devices=devices)


@blueprint.get("/c/<code>/findings")
def findings(code: str) -> str:
    """Show all findings of a cabinet; a lead may concede one."""
    cabinet = cabinet_by_code(code)
    items = lists.findings_of(cabinet.id)
    wanted = request.args.get("state", "")
    chosen = [each for each in items if not wanted or each.finding.cached_state == wanted]
    return render_template(
        "findings/findings.html",
        cabinet=cabinet,
        items=chosen,
        total=len(items),
        counts=lists.count_by(items),
        states=list(FindingState),
        wanted=wanted,
    )
