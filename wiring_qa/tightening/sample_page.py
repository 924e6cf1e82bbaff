"""What the page of the spot check shows: the drawn rows by device, why each was drawn, and what it found."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import or_, select

from wiring_qa.cabinets.continuations import continues, current
from wiring_qa.cabinets.models import Cabinet, CachedContinuation
from wiring_qa.checks.rows import ShownRow, shown_row
from wiring_qa.core.db import db
from wiring_qa.findings.models import Finding
from wiring_qa.people.models import Person
from wiring_qa.tables.models import Wire
from wiring_qa.tightening.groups import in_device_order
from wiring_qa.tightening.kinds import SampleReason
from wiring_qa.tightening.models import Confirmation, Group, Round, SampleRow, SpotCheck


@dataclass(frozen=True)
class SampleItem:
    """A drawn row; ``check`` is its spot check with the author's name, None while it is left to do.

    ``is_tight`` tells whether both its groups are confirmed, ``is_own`` whether the reader confirmed one.
    """

    row: ShownRow
    reasons: list[SampleReason]
    check: Any
    is_tight: bool
    is_own: bool

    @property
    def state(self) -> str:
        """Whether it held, moved, is left to do, or waits for a group or another person."""
        if self.check:
            return str(self.check.result.value)
        if not self.is_tight:
            return "waiting"
        return "own" if self.is_own else "todo"


@dataclass(frozen=True)
class _Groups:
    """Who confirmed each device's group, and the devices whose group is not confirmed."""

    confirmers: dict[str, set[int]]
    open: set[str]


def sample_of(round_: Round, person_id: int) -> list[tuple[str, list[SampleItem]]]:
    """Return the sample of a round by device, for a person, in three statements."""
    query = (
        select(
            Wire,
            SampleRow.reasons,
            SpotCheck.result,
            SpotCheck.at,
            SpotCheck.torque_nm,
            Person.name,
            Finding.number.label("finding"),
        )
        .select_from(SampleRow)
        .join(Cabinet, Cabinet.id == round_.cabinet_id)
        .outerjoin(CachedContinuation, continues(SampleRow.wire_id, Cabinet.id))
        .join(Wire, Wire.id == current(SampleRow.wire_id))
        .outerjoin(SpotCheck, SpotCheck.sample_row_id == SampleRow.id)
        .outerjoin(Person, Person.id == SpotCheck.by_id)
        .outerjoin(Finding, Finding.id == SpotCheck.finding_id)
        .where(
            SampleRow.round_id == round_.id,
            or_(Wire.table_id == Cabinet.table_id, SpotCheck.id.is_not(None)),
        )
        .order_by(SampleRow.id)
    )
    last = {row[0].id: row for row in db.session.execute(query)}
    groups = _groups(round_.id)
    items = [_item(row, groups, person_id) for row in last.values()]
    items.sort(key=lambda each: (in_device_order(each.row.from_device), each.row.sequence))
    return [(device, list(rows)) for device, rows in groupby(items, lambda each: each.row.from_device)]


def _groups(round_id: int) -> _Groups:
    query = select(Group.device).where(Group.round_id == round_id, Group.is_there)
    open_devices = set(db.session.scalars(query.where(Group.cached_confirmed.is_(False))))
    confirmers: dict[str, set[int]] = defaultdict(set)
    for device, by_id in db.session.execute(
        select(Group.device, Confirmation.by_id)
        .join(Confirmation, Confirmation.group_id == Group.id)
        .where(Group.round_id == round_id)
    ):
        confirmers[device].add(by_id)
    return _Groups(confirmers, open_devices)


def _item(row: Any, groups: _Groups, person_id: int) -> SampleItem:
    wire = row[0]
    ends = {wire.from_device, wire.to_device}
    return SampleItem(
        row=shown_row(wire),
        reasons=[SampleReason(each) for each in row.reasons],
        check=row if row.result else None,
        is_tight=ends.isdisjoint(groups.open),
        is_own=any(person_id in groups.confirmers[device] for device in ends),
    )
