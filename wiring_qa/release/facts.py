"""Gathers what a cabinet's facts add up to, in a fixed number of statements."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Text, bindparam, func, literal, select, type_coerce, union_all

from wiring_qa.checks.kinds import GONE, RowState
from wiring_qa.checks.models import CachedRowState
from wiring_qa.core.prepared import Prepared
from wiring_qa.findings.kinds import FindingState
from wiring_qa.findings.models import Finding
from wiring_qa.release.models import Release, ReleaseAct
from wiring_qa.release.rules import CabinetFacts
from wiring_qa.tightening.queries import round_summary
from wiring_qa.tightening.standings import Standing, last_rounds

_ByCabinet = defaultdict[int, dict[str, int]]


class _Counts(NamedTuple):
    """What is counted of cabinets; the statement names each by its place here."""

    rows: _ByCabinet
    findings: _ByCabinet
    acts: _ByCabinet


# these run after every mark, so they are prepared once
_THE_CABINETS: BindParameter[Any] = bindparam("cabinets", expanding=True)
_COUNTS = Prepared(
    union_all(
        select(
            literal(0),
            CachedRowState.cabinet_id,
            type_coerce(CachedRowState.state, Text).label("state"),
            func.count(),
        )
        .where(CachedRowState.cabinet_id.in_(_THE_CABINETS))
        .group_by(CachedRowState.cabinet_id, CachedRowState.state),
        select(
            literal(1),
            Finding.cabinet_id,
            type_coerce(Finding.cached_state, Text).label("state"),
            func.count(),
        )
        .where(Finding.cabinet_id.in_(_THE_CABINETS))
        .group_by(Finding.cabinet_id, Finding.cached_state),
        select(
            literal(2),
            Release.cabinet_id,
            type_coerce(Release.act, Text).label("state"),
            func.max(Release.position),
        )
        .where(Release.cabinet_id.in_(_THE_CABINETS))
        .group_by(Release.cabinet_id, Release.act),
    )
)


def facts_of(cabinet_id: int) -> CabinetFacts:
    """Return a cabinet's facts, as the release gate and the stage are derived from them."""
    return facts_of_all([cabinet_id], begun={cabinet_id})[cabinet_id]


def facts_of_all(cabinet_ids: Collection[int], begun: Collection[int]) -> dict[int, CabinetFacts]:
    """Return the facts of cabinets; only those whose tightening may have begun take more statements."""
    counts = _counts(cabinet_ids)
    return {
        cabinet_id: _facts(counts, cabinet_id, round_summary(cabinet_id) if cabinet_id in begun else None)
        for cabinet_id in cabinet_ids
    }


def _facts(counts: _Counts, cabinet_id: int, tightening: Standing | None) -> CabinetFacts:
    rows, findings, acts = (of[cabinet_id] for of in counts)
    return CabinetFacts(
        rows=sum(count for state, count in rows.items() if state not in GONE),
        left=rows.get(RowState.TODO, 0),
        waiting=rows.get(RowState.WAITING_PART, 0),
        without_second=rows.get(RowState.SECOND_PERSON, 0),
        to_remove=rows.get(RowState.TO_REMOVE, 0),
        open_findings=findings.get(FindingState.OPEN, 0),
        fixed_findings=findings.get(FindingState.FIXED, 0),
        round_state=tightening.state if tightening else None,
        groups_left=tightening.groups - tightening.confirmed if tightening else 0,
        samples_left=tightening.sample - tightening.spot_checked if tightening else 0,
        is_released=acts.get(ReleaseAct.RELEASED, 0) > acts.get(ReleaseAct.REOPENED, 0),
    )


def facts_of_open(cabinet_ids: Collection[int]) -> dict[int, CabinetFacts]:
    """Return the facts of many cabinets in a number of statements fixed for all."""
    counts, rounds = _counts(cabinet_ids), last_rounds(cabinet_ids)
    return {cabinet_id: _facts(counts, cabinet_id, rounds.get(cabinet_id)) for cabinet_id in cabinet_ids}


def _counts(cabinet_ids: Collection[int]) -> _Counts:
    """Count rows and findings by state, and find where each release act stands last, by cabinet."""
    counts = _Counts(defaultdict(dict), defaultdict(dict), defaultdict(dict))
    for what, cabinet_id, state, count in _COUNTS.rows(cabinets=list(cabinet_ids)):
        counts[what][cabinet_id][state] = count
    return counts
