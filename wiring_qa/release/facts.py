"""Gathers what a cabinet's facts add up to, in a fixed number of statements."""

from typing import Any

from sqlalchemy import Executable, bindparam, func, select

from wiring_qa.checks.kinds import RowState
from wiring_qa.checks.models import CachedRowState
from wiring_qa.core.db import run
from wiring_qa.findings.kinds import FindingState
from wiring_qa.findings.models import Finding
from wiring_qa.release.models import Release, ReleaseAct
from wiring_qa.release.rules import CabinetFacts
from wiring_qa.tightening.queries import round_summary

_ROWS = (
    select(CachedRowState.state, func.count().label("counted"))
    .where(CachedRowState.cabinet_id == bindparam("cabinet"))
    .group_by(CachedRowState.state)
)
_FINDINGS = (
    select(Finding.cached_state, func.count().label("counted"))
    .where(Finding.cabinet_id == bindparam("cabinet"))
    .group_by(Finding.cached_state)
)
_LAST_ACT = (
    select(Release.act).where(Release.cabinet_id == bindparam("cabinet")).order_by(Release.id.desc()).limit(1)
)


def facts_of(cabinet_id: int) -> CabinetFacts:
    """Return a cabinet's facts, as the release gate and the stage are derived from them."""
    rows, findings = _counts(_ROWS, cabinet_id), _counts(_FINDINGS, cabinet_id)
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
        is_released=run(_LAST_ACT, cabinet=cabinet_id).scalar() is ReleaseAct.RELEASED,
    )


def _counts(statement: Executable, cabinet_id: int) -> dict[Any, int]:
    return {row[0]: row[1] for row in run(statement, cabinet=cabinet_id)}
