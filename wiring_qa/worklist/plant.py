"""Reads for the lead's home: how the plant stands, what is late, today beside the usual."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, case, func, select
from sqlalchemy.orm import joinedload

from wiring_qa.cabinets.kinds import Stage
from wiring_qa.cabinets.models import Cabinet
from wiring_qa.checks.models import CachedRowState
from wiring_qa.core.clock import now
from wiring_qa.core.db import db
from wiring_qa.findings.kinds import FindingState
from wiring_qa.findings.models import Finding
from wiring_qa.journal.models import ChainHead, JournalEntry
from wiring_qa.release.facts import facts_of_open
from wiring_qa.release.rules import CabinetFacts

SHOWN = 40
LATE_AFTER = timedelta(days=3)
"""A cabinet that nothing happened to for so long is late."""
DAY = timedelta(days=1)
USUAL_DAYS = 28


@dataclass(frozen=True)
class OpenCabinet:
    """A cabinet that is not released: its facts, and when something last happened to it."""

    cabinet: Cabinet
    facts: CabinetFacts
    last_at: datetime
    is_late: bool


@dataclass(frozen=True)
class Today:
    """A figure of the last 24 hours beside the usual: the mean of a day of the four weeks before.

    ``usual`` is None where the plant has no day before this one.
    """

    today: int
    usual: float | None


def count_by_stage() -> dict[Stage, int]:
    """Return how many cabinets stand at each stage."""
    query = select(Cabinet.cached_stage, func.count()).group_by(Cabinet.cached_stage)
    return dict(db.session.execute(query).all())


def _with_last_act(*columns: Any) -> Select[Any]:
    """Join cabinets to their last act by the heads of their chains, which needs no look at the others."""
    last = and_(JournalEntry.chain == ChainHead.chain, JournalEntry.position == ChainHead.position)
    return (
        select(*columns)
        .select_from(Cabinet)
        .join(ChainHead, ChainHead.chain == Cabinet.code)
        .join(JournalEntry, last)
    )


def open_cabinets() -> list[OpenCabinet]:
    """Return the cabinets that are not released, those at rest for longest first."""
    query = (
        _with_last_act(Cabinet, JournalEntry.at)
        .options(joinedload(Cabinet.table))
        .where(Cabinet.cached_stage != Stage.RELEASED)
        .order_by(JournalEntry.at)
        .limit(SHOWN)
    )
    found = db.session.execute(query).all()
    facts = facts_of_open([cabinet.id for cabinet, _at in found])
    limit = now() - LATE_AFTER
    return [OpenCabinet(cabinet, facts[cabinet.id], at, at < limit) for cabinet, at in found]


def count_late() -> int:
    """Return how many cabinets that are not released nothing has happened to for three days."""
    query = _with_last_act(func.count()).where(
        Cabinet.cached_stage != Stage.RELEASED, JournalEntry.at < now() - LATE_AFTER
    )
    return db.session.scalar(query) or 0


def todays_figures() -> dict[str, Today]:
    """Return how many rows were first checked and how many findings were raised today, and usually."""
    days = _days_before_today()
    return {
        "rows": _today(CachedRowState.first_checked_at, CachedRowState.cabinet_id, days),
        "findings": _today(
            Finding.at, Finding.cabinet_id, days, Finding.cached_state != FindingState.TAKEN_BACK
        ),
    }


def _days_before_today() -> int:
    first = db.session.scalar(select(func.min(Cabinet.at)))
    return max(0, min((now() - DAY - first).days, USUAL_DAYS)) if first else 0


def _today(moment: Any, cabinet_id: Any, days: int, *counted: Any) -> Today:
    """Count a moment of the rows of those cabinets that something happened to in the time looked at."""
    start = now() - DAY
    before = start - days * DAY
    active = _with_last_act(Cabinet.id).where(JournalEntry.at >= before)
    query = select(
        func.coalesce(func.sum(case((moment >= start, 1), else_=0)), 0),
        func.coalesce(func.sum(case((moment < start, 1), else_=0)), 0),
    ).where(moment >= before, cabinet_id.in_(active), *counted)
    today, earlier = db.session.execute(query).one()
    return Today(int(today), int(earlier) / days if days else None)
