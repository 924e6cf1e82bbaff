"""The inspection record: everything recorded on a cabinet, as plain data, in a fixed number of statements."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from wiring_qa.cabinets.continuations import continuations_of
from wiring_qa.cabinets.models import Cabinet
from wiring_qa.checks.kinds import GONE, RowState
from wiring_qa.checks.models import CachedRowState, Check, SecondConfirmation, TakeBack
from wiring_qa.core.db import AnyRow, db
from wiring_qa.findings.lists import Listed, findings_of
from wiring_qa.history.revisions import moved_rows_of, moves_of, removals_of
from wiring_qa.history.rounds import RecordedRound, rounds_of, spot_checks_of
from wiring_qa.journal.models import ChainHead
from wiring_qa.people.models import Person
from wiring_qa.release.models import Release
from wiring_qa.tables.models import Wire


class EventKind(enum.StrEnum):
    """What kind of fact was recorded on a row."""

    CHECK = "check"
    FINDING = "finding"
    SECOND_PERSON = "second_person"
    SPOT_CHECK = "spot_check"
    REVISION = "revision"
    REMOVAL = "removal"


@dataclass(frozen=True)
class Event:
    """A fact recorded on a row, with its place in the cabinet's chain."""

    kind: EventKind
    position: int
    fact: Any


@dataclass
class RecordedRow:
    """A wire with everything that was recorded on it."""

    wire: Wire
    state: RowState
    events: list[Event] = field(default_factory=list)

    def add(self, kind: EventKind, fact: Any, position: int) -> None:
        """Note a fact."""
        self.events.append(Event(kind, position, fact))

    @property
    def history(self) -> list[Event]:
        """The events in the order they were recorded; of one act, the check before its finding."""
        return sorted(self.events, key=lambda event: event.position)

    @property
    def findings(self) -> list[Listed]:
        """The findings of the row."""
        return [event.fact for event in self.events if event.kind is EventKind.FINDING]


@dataclass(frozen=True)
class Record:
    """The record of a cabinet; ``last_hash`` is that of its journal's last entry."""

    cabinet: Cabinet
    rows: list[RecordedRow]
    extra: list[Listed]
    rounds: list[RecordedRound]
    moves: Sequence[AnyRow]
    releases: Sequence[AnyRow]
    last_position: int
    last_hash: str

    @property
    def findings(self) -> list[Listed]:
        """Every finding of the cabinet, each once."""
        return [listed for row in self.rows for listed in row.findings] + self.extra

    @property
    def rows_in_order(self) -> int:
        """How many rows are in order."""
        return sum(row.state is RowState.IN_ORDER for row in self.rows)

    @property
    def rows_there(self) -> int:
        """How many rows the cabinet's table has."""
        return sum(row.state not in GONE for row in self.rows)


def record_of(cabinet: Cabinet) -> Record:
    """Gather the record of a cabinet."""
    query = (
        select(Wire, CachedRowState.state)
        .join(CachedRowState, CachedRowState.wire_id == Wire.id)
        .where(CachedRowState.cabinet_id == cabinet.id)
        .order_by(CachedRowState.is_removed, Wire.sequence)
    )
    found = {wire.id: RecordedRow(wire, state) for wire, state in db.session.execute(query)}
    rows = found | {earlier: found[wire] for earlier, wire in continuations_of(cabinet.id).items()}
    for move in moved_rows_of(cabinet.id):
        rows[move.wire_id].add(EventKind.REVISION, move, move.position)
    for removal in removals_of(cabinet.id):
        rows[removal.wire_id].add(EventKind.REMOVAL, removal, removal.position)
    for check in _checks(cabinet.id):
        rows[check.wire_id].add(EventKind.CHECK, check, check.position)
    extra = []
    for listed in sorted(findings_of(cabinet.id), key=lambda each: each.finding.number):
        if listed.finding.wire_id is None:
            extra.append(listed)
        else:
            rows[listed.finding.wire_id].add(EventKind.FINDING, listed, listed.finding.position)
    for confirmation in _second_persons(cabinet.id):
        rows[confirmation.wire_id].add(EventKind.SECOND_PERSON, confirmation, confirmation.position)
    for spot_check in spot_checks_of(cabinet.id):
        rows[spot_check.wire_id].add(EventKind.SPOT_CHECK, spot_check, spot_check.position)
    position, digest = _head(cabinet.code)
    return Record(
        cabinet,
        list(found.values()),
        extra,
        rounds_of(cabinet.id),
        moves_of(cabinet.id),
        _releases(cabinet.id),
        position,
        digest,
    )


def _checks(cabinet_id: int) -> Sequence[AnyRow]:
    query = (
        select(
            Check.wire_id,
            Check.position,
            Check.result,
            Check.confirmed,
            Check.at,
            Person.name,
            TakeBack.at.label("taken_back"),
        )
        .join(Person, Person.id == Check.by_id)
        .outerjoin(TakeBack, TakeBack.check_id == Check.id)
        .where(Check.cabinet_id == cabinet_id)
        .order_by(Check.position)
    )
    return db.session.execute(query).all()


def _second_persons(cabinet_id: int) -> Sequence[AnyRow]:
    query = (
        select(SecondConfirmation.wire_id, SecondConfirmation.position, SecondConfirmation.at, Person.name)
        .join(Person, Person.id == SecondConfirmation.by_id)
        .where(SecondConfirmation.cabinet_id == cabinet_id)
        .order_by(SecondConfirmation.position)
    )
    return db.session.execute(query).all()


def _releases(cabinet_id: int) -> Sequence[AnyRow]:
    query = (
        select(Release.act, Release.note, Release.at, Person.name)
        .join(Person, Person.id == Release.by_id)
        .where(Release.cabinet_id == cabinet_id)
        .order_by(Release.position)
    )
    return db.session.execute(query).all()


def _head(code: str) -> tuple[int, str]:
    head = db.session.execute(select(ChainHead.position, ChainHead.hash).where(ChainHead.chain == code)).one()
    return head.position, head.hash
