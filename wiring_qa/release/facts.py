"""Gathers what a cabinet's facts add up to, in a fixed number of statements."""

from typing import Any

from sqlalchemy import func, select

from wiring_qa.checks.kinds import RowState
from wiring_qa.checks.models import CachedRowState
from wiring_qa.core.db import db
from wiring_qa.findings.kinds import FindingState
from wiring_qa.findings.models import Finding
from wiring_qa.release.models import Release, ReleaseAct
from wiring_qa.release.rules import CabinetFacts
from wiring_qa.tightening.queries import round_summary


def facts_of(cabinet_id: int) -> CabinetFacts:
    """Return a cabinet's facts, as the release gate and the stage are derived from them."""
    rows = _counts(CachedRowState.state, CachedRowState.cabinet_id == cabinet_id)
    findings = _counts(Finding.cached_state, Finding.cabinet_id == cabinet_id)
    last = select(Release.act).where(Release.cabinet_id == cabinet_id).order_by(Release.id.desc()).limit(1)
    tightening = round_summary(cabinet_id)
    return CabinetFacts(
        rows=sum(rows.values()),
        left=rows.get(RowState.TODO, 0),
        waiting=rows.get(RowState.WAITING_PART, 0),
        without_second=rows.get(RowState.SECOND_PERSON, 0),
        open_findings=findings.get(FindingState.OPEN, 0),
        fixed_findings=findings.get(FindingState.FIXED, 0),
        round_state=tightening.state if tightening else None,
        groups_left=tightening.groups - tightening.confirmed if tightening else 0,
        samples_left=tightening.sample - tightening.spot_checked if tightening else 0,
        is_released=db.session.scalar(last) is ReleaseAct.RELEASED,
    )


def _counts(column: Any, condition: Any) -> dict[Any, int]:
    query = select(column, func.count()).where(condition).group_by(column)
    return {row[0]: row[1] for row in db.session.execute(query)}
