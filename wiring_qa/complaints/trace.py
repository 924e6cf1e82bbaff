"""The trace of wires: who wired, checked, fixed, rechecked, tightened and spot-checked each, and when."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from wiring_qa.cabinets.continuations import continues, current
from wiring_qa.cabinets.models import Cabinet, CachedContinuation
from wiring_qa.complaints.rules import RowStory
from wiring_qa.core.db import AnyRow, db
from wiring_qa.findings.kinds import FindingState
from wiring_qa.history.record import EventKind, Record, RecordedRow, record_of
from wiring_qa.journal.models import JournalEntry
from wiring_qa.people.models import Person
from wiring_qa.tightening.models import Round, SampleRow
from wiring_qa.tightening.states import SpotResult
from wiring_qa.tightening.tallies import setting_of

ASSIGNING = ("add_cabinet", "assign_wirers")


@dataclass(frozen=True)
class Tightened:
    """A confirmation of the group at one end of a wire, with the number of its round."""

    round_number: int
    device: str
    fact: AnyRow

    @property
    def tool(self) -> str:
        """The tool and what it was set to."""
        return " · ".join(filter(None, (self.fact.tool, setting_of(self.fact))))


@dataclass(frozen=True)
class Assigned:
    """Who wired the cabinet from a moment on."""

    names: Sequence[str]
    at: datetime
    by: str


@dataclass(frozen=True)
class TracedWire:
    """A wire with everything that was recorded on it, the tightening of both ends, and the draws."""

    row: RecordedRow
    tightened: Sequence[Tightened]
    drawn: Sequence[AnyRow]

    @property
    def story(self) -> RowStory:
        """What the proposed step follows from."""
        ends = {self.row.wire.from_device, self.row.wire.to_device}
        spot_checks = [each.fact for each in self.row.events if each.kind is EventKind.SPOT_CHECK]
        mended = {
            listed.finding.kind
            for listed in self.row.findings
            if listed.finding.cached_state is FindingState.CLOSED
        }
        return RowStory(
            frozenset(mended),
            ends <= {each.device for each in self.tightened},
            any(each.result is SpotResult.HELD for each in spot_checks),
        )


@dataclass(frozen=True)
class Trace:
    """The trace of some wires of a cabinet, with what concerns them all."""

    record: Record
    assigned: Sequence[Assigned]
    wires: Sequence[TracedWire]


def trace_of(cabinet: Cabinet, wire_ids: Collection[int]) -> Trace:
    """Return the trace of wires of a cabinet's table, in the table's order."""
    record = record_of(cabinet)
    drawn = _drawn(cabinet.id)
    wires = [
        TracedWire(
            row,
            _tightened(record, {row.wire.from_device, row.wire.to_device}),
            [each for each in drawn if each.wire_id == row.wire.id],
        )
        for row in record.rows
        if row.wire.id in wire_ids
    ]
    return Trace(record, _assigned(cabinet.code), wires)


def _tightened(record: Record, devices: Collection[str]) -> list[Tightened]:
    return [
        Tightened(each.round.number, fact.device, fact)
        for each in record.rounds
        for fact in each.confirmations
        if fact.device in devices
    ]


def _drawn(cabinet_id: int) -> Sequence[AnyRow]:
    """Return every draw of a row for a spot check, tried or not."""
    query = (
        select(current(SampleRow.wire_id).label("wire_id"), SampleRow.reasons, SampleRow.at, Round.number)
        .join(Round, Round.id == SampleRow.round_id)
        .outerjoin(CachedContinuation, continues(SampleRow.wire_id, Round.cabinet_id))
        .where(Round.cabinet_id == cabinet_id)
        .order_by(SampleRow.id)
    )
    return db.session.execute(query).all()


def _assigned(code: str) -> list[Assigned]:
    """Return who wired a cabinet in turn, as the acts that said so have it."""
    query = (
        select(JournalEntry.data, JournalEntry.at, Person.name)
        .join(Person, Person.id == JournalEntry.actor_id)
        .where(JournalEntry.chain == code, JournalEntry.type.in_(ASSIGNING))
        .order_by(JournalEntry.position)
    )
    return [Assigned(data.get("wirers", []), at, name) for data, at, name in db.session.execute(query)]
