"""Gathers what a cabinet's facts add up to, in a fixed number of statements."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import BindParameter, Text, bindparam, func, literal, select, type_coerce, union_all

from wiring_qa.checks.kinds import RowState
from wiring_qa.checks.models import CachedRowState
from wiring_qa.core.db import run
from wiring_qa.findings.kinds import FindingState
from wiring_qa.findings.models import Finding
from wiring_qa.release.models import Release, ReleaseAct
from wiring_qa.release.rules import CabinetFacts
from wiring_qa.tightening.queries import round_summary
from wiring_qa.tightening.standings import Standing, last_rounds

Counts = dict[int, dict[str, int]]

# these run after every mark, so they are prepared once
_THE_CABINETS: BindParameter[Any] = bindparam("cabinets", expanding=True)
_COUNTS = union_all(
    select(
        literal("row"),
        CachedRowState.cabinet_id,
        type_coerce(CachedRowState.state, Text).label("state"),
        func.count(),
    )
    .where(CachedRowState.cabinet_id.in_(_THE_CABINETS))
    .group_by(CachedRowState.cabinet_id, CachedRowState.state),
    select(
        literal("finding"),
        Finding.cabinet_id,
        type_coerce(Finding.cached_state, Text).label("state"),
        func.count(),
    )
    .where(Finding.cabinet_id.in_(_THE_CABINETS))
    .group_by(Finding.cabinet_id, Finding.cached_state),
)
_ACTS = (
    select(Release.cabinet_id, Release.act).where(Release.cabinet_id.in_(_THE_CABINETS)).order_by(Release.id)
)


def facts_of(cabinet_id: int) -> CabinetFacts:
    """Return a cabinet's facts, as the release gate and the stage are derived from them."""
    return facts_of_all([cabinet_id], begun={cabinet_id})[cabinet_id]


def facts_of_all(cabinet_ids: Collection[int], begun: Collection[int]) -> dict[int, CabinetFacts]:
    """Return the facts of cabinets; only those whose tightening may have begun take more statements."""
    rows, findings = _counts(cabinet_ids)
    last_act = {row.cabinet_id: row.act for row in run(_ACTS, cabinets=list(cabinet_ids))}
    return {
        cabinet_id: _facts(
            rows[cabinet_id],
            findings[cabinet_id],
            round_summary(cabinet_id) if cabinet_id in begun else None,
            is_released=last_act.get(cabinet_id) is ReleaseAct.RELEASED,
        )
        for cabinet_id in cabinet_ids
    }


def _facts(
    rows: dict[str, int], findings: dict[str, int], tightening: Standing | None, *, is_released: bool
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


def facts_of_open(cabinet_ids: Collection[int]) -> dict[int, CabinetFacts]:
    """Return the facts of many cabinets that are not released, in a number of statements fixed for all."""
    rows, findings = _counts(cabinet_ids)
    rounds = last_rounds(cabinet_ids)
    return {
        cabinet_id: _facts(rows[cabinet_id], findings[cabinet_id], rounds.get(cabinet_id), is_released=False)
        for cabinet_id in cabinet_ids
    }


def _counts(cabinet_ids: Collection[int]) -> tuple[Counts, Counts]:
    """Return the numbers of rows and of findings by cabinet and state."""
    counts: dict[str, Counts] = {"row": defaultdict(dict), "finding": defaultdict(dict)}
    for what, cabinet_id, state, count in run(_COUNTS, cabinets=list(cabinet_ids)):
        counts[what][cabinet_id][state] = count
    return counts["row"], counts["finding"]
