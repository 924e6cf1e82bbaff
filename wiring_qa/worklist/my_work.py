"""Reads the cabinets on which a person has work, the most urgent first."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, case, exists, or_, select
from sqlalchemy.orm import joinedload

from wiring_qa.cabinets.kinds import Stage
from wiring_qa.cabinets.models import Cabinet, CabinetWirer
from wiring_qa.checks.kinds import RowState
from wiring_qa.checks.models import CachedRowState
from wiring_qa.core.db import db
from wiring_qa.findings.kinds import FindingState
from wiring_qa.findings.models import Finding
from wiring_qa.release.facts import facts_of_open
from wiring_qa.tightening.models import Round
from wiring_qa.tightening.states import RoundState
from wiring_qa.worklist.rules import Task, Work, tasks, work_of

SHOWN = 40
"""How many cabinets are shown; those that follow are less urgent."""


@dataclass(frozen=True)
class CabinetWork:
    """A cabinet with what a person can do on it now."""

    cabinet: Cabinet
    tasks: list[Task]


@dataclass(frozen=True)
class MyWork:
    """The most urgent work of a person; ``is_cut`` where there is more than is shown."""

    cabinets: list[CabinetWork]
    is_cut: bool


def _has_finding(state: FindingState) -> ColumnElement[bool]:
    return exists().where(Finding.cabinet_id == Cabinet.id, Finding.cached_state == state)


def _has_round(state: RoundState) -> ColumnElement[bool]:
    return exists().where(Round.cabinet_id == Cabinet.id, Round.cached_state == state)


_HAS: dict[Work, ColumnElement[bool]] = {
    Work.RELEASE: Cabinet.cached_stage == Stage.READY,
    Work.FIXES: _has_finding(FindingState.OPEN),
    Work.RECHECKS: _has_finding(FindingState.FIXED),
    Work.SPOT_CHECK: _has_round(RoundState.SPOT_CHECK),
    Work.TIGHTENING: _has_round(RoundState.TIGHTENING),
    Work.WALK: exists().where(
        CachedRowState.cabinet_id == Cabinet.id,
        CachedRowState.state.in_((RowState.TODO, RowState.SECOND_PERSON)),
    ),
}


def my_work(person: Any, most: int = SHOWN) -> MyWork:
    """Return the work of a person, cabinet by cabinet: the most urgent first, of equals the oldest.

    Who only wires is shown the cabinets that are theirs and those that are nobody's.
    """
    urgency = case(*((_HAS[work], place) for place, work in enumerate(work_of(person))), else_=None)
    query = (
        select(Cabinet)
        .options(joinedload(Cabinet.table))
        .where(Cabinet.cached_stage != Stage.RELEASED, urgency.is_not(None))
        .order_by(urgency, Cabinet.id)
        .limit(most + 1)
    )
    if not person.may("mark_ok"):
        assigned = exists().where(CabinetWirer.cabinet_id == Cabinet.id)
        mine = exists().where(CabinetWirer.cabinet_id == Cabinet.id, CabinetWirer.person_id == person.id)
        query = query.where(or_(mine, ~assigned))
    found = db.session.scalars(query).all()
    facts = facts_of_open([cabinet.id for cabinet in found[:most]])
    shown = [CabinetWork(cabinet, tasks(person, facts[cabinet.id])) for cabinet in found[:most]]
    return MyWork([each for each in shown if each.tasks], len(found) > most)
