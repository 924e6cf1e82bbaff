"""What the pages of tightening show: the groups of a round as tiles, and the terminations of one group."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import or_, select

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.checks.rows import size_text
from wiring_qa.core.db import db
from wiring_qa.people.models import Person
from wiring_qa.tables.cell_texts.colours import colour_codes
from wiring_qa.tables.models import Wire
from wiring_qa.tightening.facts import reworks_of
from wiring_qa.tightening.groups import in_device_order
from wiring_qa.tightening.models import Confirmation, Group, Round
from wiring_qa.tightening.queries import thread_torques
from wiring_qa.tightening.threads import thread_at


@dataclass(frozen=True)
class Tile:
    """A group with its last confirmation, if it has one."""

    number: int
    device: str
    terminations: int
    is_confirmed: bool
    last: Any = None

    @property
    def state(self) -> str:
        """Whether it is done, waiting to be tightened again, or still to do."""
        if self.is_confirmed:
            return "done"
        return "waiting" if self.last else "todo"


@dataclass(frozen=True)
class Termination:
    """One end of a wire at a group's device; ``is_reworked`` since the group was last confirmed."""

    terminal: str | None
    sequence: int
    number: str | None
    colours: list[str]
    colour_text: str | None
    cross_section: str
    lug: str | None
    leads_to: str
    thread: str | None
    torque_nm: Decimal | None
    is_reworked: bool


def tiles_of(round_: Round) -> list[Tile]:
    """Return the groups of a round in order, in two statements."""
    last = {
        row.group_id: row
        for row in db.session.execute(
            select(
                Confirmation.group_id,
                Confirmation.at,
                Confirmation.position,
                Confirmation.tool,
                Confirmation.clutch_setting,
                Confirmation.torque_nm,
                Person.name,
            )
            .join(Group, Group.id == Confirmation.group_id)
            .join(Person, Person.id == Confirmation.by_id)
            .where(Group.round_id == round_.id)
            .order_by(Confirmation.position)
        )
    }
    query = select(Group).where(Group.round_id == round_.id, Group.is_there).order_by(Group.number)
    return [
        Tile(group.number, group.device, group.terminations, group.cached_confirmed, last.get(group.id))
        for group in db.session.scalars(query)
    ]


def terminations_of(cabinet: Cabinet, tile: Tile) -> list[Termination]:
    """Return the terminations of a group from terminal to terminal, in three statements."""
    wires = db.session.scalars(
        select(Wire).where(
            Wire.table_id == cabinet.table_id,
            or_(Wire.from_device == tile.device, Wire.to_device == tile.device),
        )
    )
    torques = {row.thread: row.torque_nm for row in thread_torques()}
    since = tile.last.position if tile.last else None
    reworks = [
        each
        for each in reworks_of(cabinet.id)
        if since is not None and each.position > since and tile.device in each.devices
    ]
    found = [
        _termination(
            wire,
            at_from=at_from,
            torques=torques,
            is_reworked=any(each.touches(wire.id, (wire.from_device, wire.to_device)) for each in reworks),
        )
        for wire in wires
        for at_from, device in ((True, wire.from_device), (False, wire.to_device))
        if device == tile.device
    ]
    return sorted(found, key=lambda each: (in_device_order(each.terminal or ""), each.sequence))


def _termination(wire: Wire, *, at_from: bool, torques: dict[str, Decimal], is_reworked: bool) -> Termination:
    far = (wire.to_device, wire.to_terminal) if at_from else (wire.from_device, wire.from_terminal)
    thread = thread_at(wire.extra, wire.remark, at_from=at_from)
    return Termination(
        terminal=wire.from_terminal if at_from else wire.to_terminal,
        sequence=wire.sequence,
        number=wire.number,
        colours=colour_codes(wire.colour),
        colour_text=wire.colour_text,
        cross_section=size_text(wire),
        lug=wire.from_lug if at_from else wire.to_lug,
        leads_to=":".join(filter(None, far)),
        thread=thread,
        torque_nm=torques.get(thread) if thread else None,
        is_reworked=is_reworked,
    )
