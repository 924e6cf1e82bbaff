"""Gathers what a cabinet's facts add up to, in a fixed number of statements."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import Executable, bindparam, func, select

from wiring_qa.checks.kinds import RowState
from wiring_qa.checks.models import CachedRowState
from wiring_qa.core.db import db, run
from wiring_qa.findings.kinds import FindingState
from wiring_qa.findings.models import Finding
from wiring_qa.release.models import Release, ReleaseAct
from wiring_qa.release.rules import CabinetFacts
from wiring_qa.tightening.queries import round_summary
from wiring_qa.tightening.standings import Standing, last_rounds

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
    released = run(_LAST_ACT, cabinet=cabinet_id).scalar() is ReleaseAct.RELEASED
    return _facts(
        _counts(_ROWS, cabinet_id),
        _counts(_FINDINGS, cabinet_id),
        round_summary(cabinet_id),
        is_released=released,
    )


def _facts(
    rows: dict[Any, int], findings: dict[Any, int], tightening: Standing | None, *, is_released: bool
) -> CabinetFacts:
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
        is_released=is_released,
    )


def _counts(statement: Executable, cabinet_id: int) -> dict[Any, int]:
    return {row[0]: row[1] for row in run(statement, cabinet=cabinet_id)}


def facts_of_open(cabinet_ids: Collection[int]) -> dict[int, CabinetFacts]:
    """Return the facts of many cabinets that are not released, in a number of statements fixed for all."""
    rows = _counts_by_cabinet(CachedRowState.cabinet_id, CachedRowState.state, cabinet_ids)
    findings = _counts_by_cabinet(Finding.cabinet_id, Finding.cached_state, cabinet_ids)
    rounds = last_rounds(cabinet_ids)
    return {
        cabinet_id: _facts(rows[cabinet_id], findings[cabinet_id], rounds.get(cabinet_id), is_released=False)
        for cabinet_id in cabinet_ids
    }


def _counts_by_cabinet(cabinet: Any, state: Any, cabinet_ids: Collection[int]) -> dict[int, dict[Any, int]]:
    query = select(cabinet, state, func.count()).where(cabinet.in_(cabinet_ids)).group_by(cabinet, state)
    counts: dict[int, dict[Any, int]] = defaultdict(dict)
    for cabinet_id, value, count in db.session.execute(query):
        counts[cabinet_id][value] = count
    return counts
