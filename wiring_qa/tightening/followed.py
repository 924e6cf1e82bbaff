"""Keeps the groups of a round in step with the cabinet's wiring table."""

from collections.abc import Iterable

from sqlalchemy import insert, select, update

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.core.db import db
from wiring_qa.tables.models import Wire
from wiring_qa.tightening.groups import DeviceGroup, groups_of
from wiring_qa.tightening.models import Group, Round


def add_groups(round_id: int, groups: Iterable[DeviceGroup]) -> None:
    """Add groups to a round."""
    rows = [
        {
            "round_id": round_id,
            "number": group.number,
            "device": group.device,
            "terminations": group.terminations,
            "cached_confirmed": False,
        }
        for group in groups
    ]
    if rows:
        db.session.execute(insert(Group), rows)


def follow_table(cabinet: Cabinet, round_: Round) -> None:
    """Give a round the groups of the table that its cabinet has moved to.

    A group keeps its number and its confirmations; a device that is new gets the next number, one that has
    no termination any more keeps its history and asks for nothing.
    """
    query = select(Wire.from_device, Wire.to_device).where(Wire.table_id == cabinet.table_id)
    ends = ((wire.from_device, wire.to_device) for wire in db.session.execute(query))
    wanted = {group.device: group for group in groups_of(ends)}
    there = db.session.scalars(select(Group).where(Group.round_id == round_.id)).all()
    changed = [
        {"id": group.id, "terminations": wanted[group.device].terminations if group.device in wanted else 0}
        for group in there
    ]
    db.session.execute(update(Group), changed)
    known = {group.device for group in there}
    new = [group for device, group in wanted.items() if device not in known]
    last = max(group.number for group in there)
    numbered = (
        DeviceGroup(number, group.device, group.terminations) for number, group in enumerate(new, last + 1)
    )
    add_groups(round_.id, numbered)
