"""Reads for the home page and for the page of a cabinet."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import case, exists, func, or_, select
from sqlalchemy.orm import joinedload

from wiring_qa.cabinets.kinds import Stage
from wiring_qa.cabinets.models import Cabinet, CabinetWirer
from wiring_qa.checks.models import CachedRowState, Check
from wiring_qa.core.clock import now
from wiring_qa.core.db import db
from wiring_qa.findings.models import Finding
from wiring_qa.journal.models import JournalEntry
from wiring_qa.people.models import Person
from wiring_qa.release.facts import facts_of_open
from wiring_qa.worklist.rules import Task, tasks

SHOWN = 40
"""How many cabinets the home page of an inspector or a wirer looks through."""
LATE_AFTER = timedelta(days=3)
"""A cabinet that nothing happened to for so long is late."""
USUAL_DAYS = 28


@dataclass(frozen=True)
class CabinetWork:
    """A cabinet with what a person can do on it now."""

    cabinet: Cabinet
    tasks: list[Task]


def my_work(person: Any) -> list[CabinetWork]:
    """Return the cabinets on which a person has work, the oldest first; a wirer's own and unassigned ones."""
    query = (
        select(Cabinet)
        .options(joinedload(Cabinet.table))
        .where(Cabinet.cached_stage != Stage.RELEASED)
        .order_by(Cabinet.id)
        .limit(SHOWN)
    )
    if not person.may("mark_ok"):
        assigned = exists().where(CabinetWirer.cabinet_id == Cabinet.id)
        mine = exists().where(CabinetWirer.cabinet_id == Cabinet.id, CabinetWirer.person_id == person.id)
        query = query.where(or_(mine, ~assigned))
    cabinets = db.session.scalars(query).all()
    facts = facts_of_open([cabinet.id for cabinet in cabinets])
    found = [CabinetWork(cabinet, tasks(person, facts[cabinet.id])) for cabinet in cabinets]
    return [each for each in found if each.tasks]


def count_by_stage() -> dict[Stage, int]:
    """Return how many cabinets stand at each stage."""
    query = select(Cabinet.cached_stage, func.count()).group_by(Cabinet.cached_stage)
    return dict(db.session.execute(query).all())


@dataclass(frozen=True)
class OpenCabinet:
    """A cabinet that is not released: its age, its blockers and when something last happened to it."""

    cabinet: Cabinet
    last_at: datetime
    is_late: bool


def open_cabinets() -> list[OpenCabinet]:
    """Return the cabinets that are not released, those at rest for longest first."""
    last = select(JournalEntry.chain, func.max(JournalEntry.received_at).label("at")).group_by(
        JournalEntry.chain
    )
    newest = last.subquery()
    query = (
        select(Cabinet, newest.c.at)
        .join(newest, newest.c.chain == Cabinet.code)
        .options(joinedload(Cabinet.table))
        .where(Cabinet.cached_stage != Stage.RELEASED)
        .order_by(newest.c.at)
        .limit(SHOWN)
    )
    limit = now() - LATE_AFTER
    return [OpenCabinet(cabinet, at, at < limit) for cabinet, at in db.session.execute(query)]


@dataclass(frozen=True)
class Today:
    """A figure of the last 24 hours beside the usual: the mean of a day of the four weeks before."""

    today: int
    usual: float


def todays_figures() -> dict[str, Today]:
    """Return how many rows were first checked and how many findings were raised today, and usually."""
    return {
        "rows": _today(CachedRowState.first_checked_at),
        "findings": _today(Finding.at),
        "marks": _today(Check.at),
    }


def _today(column: Any) -> Today:
    start = now() - timedelta(days=1)
    before = start - timedelta(days=USUAL_DAYS)
    query = select(
        func.coalesce(func.sum(case((column >= start, 1), else_=0)), 0),
        func.coalesce(func.sum(case((column < start, 1), else_=0)), 0),
    ).where(column >= before)
    today, earlier = db.session.execute(query).one()
    return Today(int(today), int(earlier) / USUAL_DAYS)


def last_acts(code: str) -> dict[str, Any]:
    """Return the last act of each type on a cabinet, with who did it and when."""
    query = (
        select(JournalEntry.type, JournalEntry.at, Person.name)
        .join(Person, Person.id == JournalEntry.actor_id)
        .where(JournalEntry.chain == code)
        .order_by(JournalEntry.position)
    )
    return {row.type: row for row in db.session.execute(query)}


def findings_by_state(cabinet_id: int) -> dict[str, int]:
    """Return how many findings of a cabinet stand in each state."""
    query = (
        select(Finding.cached_state, func.count())
        .where(Finding.cabinet_id == cabinet_id)
        .group_by(Finding.cached_state)
    )
    counts: dict[str, int] = defaultdict(int)
    for state, count in db.session.execute(query):
        counts[state.value] = count
    return counts


def late(cabinets: Sequence[OpenCabinet]) -> int:
    """Return how many of the cabinets are late."""
    return sum(each.is_late for each in cabinets)
