"""Gathers the facts of a round in a fixed number of statements, however many wires the cabinet has."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select

from wiring_qa.cabinets.continuations import continues, current
from wiring_qa.cabinets.models import Cabinet, CachedContinuation, MovedRow, RevisionMove
from wiring_qa.checks.rules import NEVER
from wiring_qa.core.db import db
from wiring_qa.findings.kinds import FindingState, Kind
from wiring_qa.findings.models import Finding, Fix
from wiring_qa.tables.comparing.changes import Change
from wiring_qa.tables.models import Wire
from wiring_qa.tightening.groups import FixedFault, touched_devices
from wiring_qa.tightening.models import Confirmation, Group, Round, SampleRow, SpotCheck
from wiring_qa.tightening.rules import DrawnRow, GroupFacts, RoundFacts, is_confirmed


@dataclass(frozen=True)
class Rework:
    """A fix, or what a new revision changed: where in the chain, at which devices, on which row.

    A part touches all rows of its device; ``is_move`` is a row that a new revision changed or added.
    """

    position: int
    devices: frozenset[str]
    wire_id: int | None
    is_part: bool = False
    is_move: bool = False

    def touches(self, wire_id: int, ends: Collection[str]) -> bool:
        """Tell whether a wire was touched."""
        return self.wire_id == wire_id or (self.is_part and not self.devices.isdisjoint(ends))


@dataclass(frozen=True)
class Gathered:
    """What is known of a round: its groups with their facts, and what was drawn."""

    groups: dict[int, GroupFacts]
    cached: dict[int, bool]
    drawn: list[DrawnRow]
    reworks: list[Rework]
    acceptance_number: int

    @property
    def confirmed(self) -> dict[int, bool]:
        """Whether each group is confirmed, by its id."""
        return {group_id: is_confirmed(facts) for group_id, facts in self.groups.items()}

    @property
    def facts(self) -> RoundFacts:
        """The facts as the rules want them."""
        return RoundFacts(list(self.groups.values()), self.drawn, self.acceptance_number)

    def with_drawn(self, drawn: list[DrawnRow]) -> "Gathered":
        """Return the same with what is drawn now."""
        return replace(self, drawn=drawn)


def reworks_of(cabinet_id: int) -> list[Rework]:
    """Return every fix made on a cabinet and every row that a new revision changed, with what was touched."""
    return [*_fixes(cabinet_id), *_moved(cabinet_id)]


def _fixes(cabinet_id: int) -> list[Rework]:
    query = (
        select(
            Fix.position,
            Finding.kind,
            Finding.end,
            Finding.device,
            Finding.found_device,
            current(Finding.wire_id).label("row_wire_id"),
            Wire.from_device,
            Wire.to_device,
        )
        .join(Finding, Finding.id == Fix.finding_id)
        .outerjoin(Wire, Wire.id == Finding.wire_id)
        .outerjoin(CachedContinuation, continues(Finding.wire_id, Finding.cabinet_id))
        .where(Finding.cabinet_id == cabinet_id)
    )
    return [_fixed(row) for row in db.session.execute(query)]


def _fixed(row: Any) -> Rework:
    fault = FixedFault(row.kind, row.end, row.device, row.found_device, row.from_device, row.to_device)
    is_part = row.kind is Kind.MISSING_PART
    return Rework(row.position, touched_devices(fault), row.row_wire_id, is_part=is_part)


def _moved(cabinet_id: int) -> list[Rework]:
    query = (
        select(RevisionMove.position, MovedRow.reworked, current(MovedRow.wire_id).label("row_wire_id"))
        .join(MovedRow, MovedRow.move_id == RevisionMove.id)
        .outerjoin(CachedContinuation, continues(MovedRow.wire_id, RevisionMove.cabinet_id))
        .where(RevisionMove.cabinet_id == cabinet_id, MovedRow.kind != Change.UNCHANGED)
        .order_by(MovedRow.id)
    )
    return [
        Rework(row.position, frozenset(row.reworked), row.row_wire_id, is_move=True)
        for row in db.session.execute(query)
        if row.reworked
    ]


def gather(round_: Round) -> Gathered:
    """Return what is known of a round, in a fixed number of statements."""
    groups = db.session.execute(
        select(Group.id, Group.device, Group.cached_confirmed).where(
            Group.round_id == round_.id, Group.is_there
        )
    ).all()
    confirmations: dict[int, list[int]] = defaultdict(list)
    query = select(Confirmation.group_id, Confirmation.position).join(Group)
    for group_id, position in db.session.execute(query.where(Group.round_id == round_.id)):
        confirmations[group_id].append(position)
    reworks = reworks_of(round_.cabinet_id)
    return Gathered(
        groups={
            group.id: GroupFacts(
                confirmations[group.id], [each.position for each in reworks if group.device in each.devices]
            )
            for group in groups
        },
        cached={group.id: group.cached_confirmed for group in groups},
        drawn=drawn_rows(round_.id, reworks),
        reworks=reworks,
        acceptance_number=round_.acceptance_number,
    )


def drawn_rows(round_id: int, reworks: Collection[Rework], wire_id: int | None = None) -> list[DrawnRow]:
    """Return the rows of a round's sample, or of one wire, in the order of drawing, in one statement."""
    query = (
        select(
            Wire.id,
            SampleRow.position.label("drawn_at"),
            SampleRow.is_random,
            SpotCheck.result,
            SpotCheck.position,
            Finding.cached_state,
            Wire.from_device,
            Wire.to_device,
            (Wire.table_id != Cabinet.table_id).label("is_removed"),
        )
        .join(Round, Round.id == SampleRow.round_id)
        .join(Cabinet, Cabinet.id == Round.cabinet_id)
        .outerjoin(CachedContinuation, continues(SampleRow.wire_id, Round.cabinet_id))
        .join(Wire, Wire.id == current(SampleRow.wire_id))
        .outerjoin(SpotCheck, SpotCheck.sample_row_id == SampleRow.id)
        .outerjoin(Finding, Finding.id == SpotCheck.finding_id)
        .where(SampleRow.round_id == round_id)
        .order_by(SampleRow.id)
    )
    if wire_id is not None:
        query = query.where(Wire.id == wire_id)
    return [_drawn(row, reworks) for row in db.session.execute(query)]


def _drawn(row: Any, reworks: Collection[Rework]) -> DrawnRow:
    ends = (row.from_device, row.to_device)
    return DrawnRow(
        row.id,
        row.is_random,
        row.result,
        row.position or NEVER,
        max((each.position for each in reworks if each.touches(row.id, ends)), default=NEVER),
        row.cached_state is FindingState.CONCEDED,
        row.is_removed,
        row.drawn_at,
    )
