"""How a cabinet stands, as scripts read it; the form is that of the outside contract."""

from typing import Any

from flask import url_for
from sqlalchemy import func, select

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.core.db import db
from wiring_qa.findings.kinds import FindingState
from wiring_qa.findings.models import Finding
from wiring_qa.release import rules
from wiring_qa.release.facts import facts_of
from wiring_qa.release.places import ENDPOINTS
from wiring_qa.tightening.queries import round_summary


def standing_of(cabinet: Cabinet) -> dict[str, Any]:
    """Return stage, progress and blockers of a cabinet; needs a request's context for the addresses."""
    facts = facts_of(cabinet.id)
    query = (
        select(Finding.cached_state, func.count())
        .where(Finding.cabinet_id == cabinet.id)
        .group_by(Finding.cached_state)
    )
    findings = dict(db.session.execute(query).all())
    counted = (FindingState.OPEN, FindingState.FIXED, FindingState.CLOSED, FindingState.CONCEDED)
    return {
        "serial": cabinet.serial,
        "code": cabinet.code,
        "url": url_for("worklist.cabinet", code=cabinet.code, _external=True),
        "model": cabinet.table.model,
        "revision": cabinet.table.revision,
        "stage": rules.stage(facts).value,
        "rows": facts.rows,
        "checked": facts.rows - facts.left - facts.waiting - facts.without_second,
        "findings": {state.value: findings.get(state, 0) for state in counted},
        "tightening": _tightening(cabinet.id),
        "blockers": [
            {
                "code": blocker.code,
                "text": str(blocker.text),
                "url": url_for(ENDPOINTS[blocker.place], code=cabinet.code, _external=True),
            }
            for blocker in rules.blockers(facts)
        ],
    }


def _tightening(cabinet_id: int) -> dict[str, int]:
    summary = round_summary(cabinet_id)
    if summary is None:
        return {"round": 0, "groups": 0, "confirmed": 0, "sample": 0, "spot_checked": 0}
    return {
        "round": summary.number,
        "groups": summary.groups,
        "confirmed": summary.confirmed,
        "sample": summary.sample,
        "spot_checked": summary.spot_checked,
    }
