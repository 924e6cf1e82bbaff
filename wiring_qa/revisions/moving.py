"""What a move makes of a cabinet's rows; the only writer of what is derived of moves."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import delete, insert, or_, select

from wiring_qa.cabinets.lines import lines_of
from wiring_qa.cabinets.models import Cabinet, CachedLine, MovedRow, RevisionMove
from wiring_qa.checks.kinds import RowState
from wiring_qa.checks.models import CachedRowState
from wiring_qa.core.db import AnyRow, db
from wiring_qa.findings.rows import refresh_rows
from wiring_qa.journal.registry import Entry
from wiring_qa.revisions.rules import ends_of, reworked_devices
from wiring_qa.tables.changes import Change
from wiring_qa.tables.comparison import RowChange, compare
from wiring_qa.tables.models import Wire, WiringTable


@dataclass(frozen=True)
class PlannedRow:
    """What a move makes of one row; ``is_back`` where the wire was to be removed and is wanted again."""

    change: RowChange
    is_back: bool
    asks_for_check: bool
    revised_at: int
    """Where in the chain the row was last to be checked anew, before this move."""

    @property
    def kind(self) -> Change:
        """What becomes of the row."""
        return Change.ADDED if self.is_back else self.change.kind


@dataclass(frozen=True)
class Plan:
    """What a move makes of a cabinet's rows."""

    rows: Sequence[PlannedRow]

    @cached_property
    def to_check(self) -> int:
        """How many rows need a new check."""
        return sum(row.asks_for_check for row in self.rows)

    @cached_property
    def to_remove(self) -> int:
        """How many wires are to be confirmed removed."""
        return sum(row.kind is Change.REMOVED for row in self.rows)

    @cached_property
    def kept(self) -> int:
        """How many rows keep their checks."""
        return len(self.rows) - self.to_check - self.to_remove


def rows_now(cabinet_id: int) -> Sequence[AnyRow]:
    """Return a cabinet's wires with how they stand, also those that are to be removed and not gone yet."""
    query = (
        select(Wire, CachedRowState.is_removed, CachedRowState.revised_at, CachedRowState.state)
        .join(CachedRowState, CachedRowState.wire_id == Wire.id)
        .where(CachedRowState.cabinet_id == cabinet_id, CachedRowState.state != RowState.REMOVED)
        .order_by(CachedRowState.is_removed, Wire.sequence)
    )
    return db.session.execute(query).all()


def wires_of(table_id: int) -> Sequence[Wire]:
    """Return the wires of a table in its order."""
    return db.session.scalars(select(Wire).where(Wire.table_id == table_id).order_by(Wire.sequence)).all()


def plan(olds: Sequence[AnyRow], news: Sequence[Wire], past: set[int], lines: dict[int, int]) -> Plan:
    """Plan a move from the rows of a cabinet to the wires of a table.

    ``past`` are wires that were rows of the cabinet and are gone, ``lines`` those that others continue.
    A wire that was a row before and does not come back to itself is checked anew, whatever it continues.
    """
    standing = {row.Wire.id: row for row in olds}
    planned = []
    for change in compare([row.Wire for row in olds], news).rows:
        old = standing[change.old.id] if change.old else None
        if change.new is None and old is not None and old.is_removed:
            continue
        is_back = old is not None and old.is_removed
        asks = change.new is not None and (change.asks_for_check or is_back or _is_other(change, past, lines))
        planned.append(PlannedRow(change, is_back, asks, old.revised_at if old is not None else 0))
    return Plan(planned)


def _is_other(change: RowChange, past: set[int], lines: dict[int, int]) -> bool:
    if change.new.id in lines:
        return bool(lines[change.new.id] != change.old.id)
    return change.new.id in past


def past_wires(cabinet_id: int) -> set[int]:
    """Return the wires that were rows of a cabinet and are confirmed gone."""
    query = select(CachedRowState.wire_id).where(
        CachedRowState.cabinet_id == cabinet_id, CachedRowState.state == RowState.REMOVED
    )
    return set(db.session.scalars(query))


def move(entry: Entry, cabinet: Cabinet, target: WiringTable) -> Plan:
    """Move a cabinet: keep what became of each row, and derive how the rows stand now."""
    olds, news, lines = rows_now(cabinet.id), wires_of(target.id), lines_of(cabinet.id)
    planned = plan(olds, news, past_wires(cabinet.id), lines)
    moved = RevisionMove(
        **entry.stamp, cabinet_id=cabinet.id, from_table_id=cabinet.table_id, to_table_id=target.id
    )
    db.session.add(moved)
    db.session.flush()
    ends = ends_of(news)
    db.session.execute(insert(MovedRow), [_kept(moved.id, row, ends) for row in planned.rows])
    cabinet.table_id, cabinet.cached_moved_at = target.id, entry.position
    db.session.flush()
    _follow(cabinet.id, planned, lines)
    _open(cabinet.id, planned, entry.position)
    refresh_rows(cabinet.id, [(row.change.new or row.change.old).id for row in planned.rows])
    return planned


def _kept(move_id: int, row: PlannedRow, ends: dict[tuple[str, str], str]) -> dict[str, Any]:
    return {
        "move_id": move_id,
        "kind": row.kind,
        "earlier_wire_id": row.change.old.id if row.change.old else None,
        "wire_id": row.change.new.id if row.change.new else None,
        "fields": [field.value for field in row.change.fields],
        "asks_for_check": row.asks_for_check,
        "reworked": sorted(reworked_devices(row.change, ends, is_back=row.is_back)),
    }


def _follow(cabinet_id: int, planned: Plan, lines: dict[int, int]) -> None:
    """Have every earlier wire lead to the row that continues it now; a wire of the table leads nowhere."""
    changes = [row.change for row in planned.rows]
    now = {change.new.id for change in changes if change.new}
    following = {change.old.id: change.new.id for change in changes if change.old and change.new}
    led = {earlier: following.get(wire, wire) for earlier, wire in lines.items()} | following
    db.session.execute(delete(CachedLine).where(CachedLine.cabinet_id == cabinet_id))
    rows = [
        {"cabinet_id": cabinet_id, "earlier_wire_id": earlier, "wire_id": wire}
        for earlier, wire in led.items()
        if earlier not in now
    ]
    if rows:
        db.session.execute(insert(CachedLine), rows)


def _open(cabinet_id: int, planned: Plan, position: int) -> None:
    """Give the cabinet the rows of its new table, and keep those that are to be confirmed removed."""
    back = [row.change.old.id for row in planned.rows if row.is_back]
    again = select(Wire.id).join(Cabinet, Cabinet.table_id == Wire.table_id).where(Cabinet.id == cabinet_id)
    stale = or_(
        CachedRowState.is_removed.is_(False),
        CachedRowState.wire_id.in_(back),
        CachedRowState.wire_id.in_(again),
    )
    # what the session has of these rows is from before the move
    query = delete(CachedRowState).where(CachedRowState.cabinet_id == cabinet_id, stale)
    db.session.execute(query, execution_options={"synchronize_session": False})
    db.session.execute(insert(CachedRowState), list(_opened(cabinet_id, planned, position)))


def _opened(cabinet_id: int, planned: Plan, position: int) -> Iterable[dict[str, Any]]:
    for row in planned.rows:
        is_removed = row.change.new is None
        yield {
            "cabinet_id": cabinet_id,
            "wire_id": (row.change.new or row.change.old).id,
            "state": RowState.TO_REMOVE if is_removed else RowState.TODO,
            "is_removed": is_removed,
            "revised_at": position if is_removed or row.asks_for_check else row.revised_at,
        }
