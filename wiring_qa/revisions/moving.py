"""What a move makes of a cabinet's rows; the only writer of what is derived of moves."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import delete, insert, or_, select

from wiring_qa.cabinets.continuations import continuations_of
from wiring_qa.cabinets.models import Cabinet, CachedContinuation, MovedRow, RevisionMove
from wiring_qa.checks.kinds import RowState
from wiring_qa.checks.models import CachedRowState
from wiring_qa.core.db import db
from wiring_qa.findings.rows import refresh_rows
from wiring_qa.journal.registry import Entry
from wiring_qa.revisions.plans import Plan, PlannedRow
from wiring_qa.revisions.queries import plan_for, wires_of
from wiring_qa.revisions.rules import ends_of, reworked_devices
from wiring_qa.tables.models import Wire, WiringTable


def move(entry: Entry, cabinet: Cabinet, target: WiringTable) -> Plan:
    """Move a cabinet: keep what became of each row, and derive how the rows stand now."""
    news = wires_of(target.id)
    planned = plan_for(cabinet, news)
    moved = RevisionMove(
        **entry.stamp, cabinet_id=cabinet.id, from_table_id=cabinet.table_id, to_table_id=target.id
    )
    db.session.add(moved)
    db.session.flush()
    ends = ends_of(news)
    db.session.execute(insert(MovedRow), [_kept(moved.id, row, ends) for row in planned.rows])
    cabinet.table_id, cabinet.cached_moved_at = target.id, entry.position
    db.session.flush()
    _follow(cabinet.id, planned)
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


def _follow(cabinet_id: int, planned: Plan) -> None:
    """Have every earlier wire lead to the row that continues it now; a wire of the table leads nowhere."""
    changes = [row.change for row in planned.rows]
    now = {change.new.id for change in changes if change.new}
    following = {change.old.id: change.new.id for change in changes if change.old and change.new}
    led = {
        earlier: following.get(wire, wire) for earlier, wire in continuations_of(cabinet_id).items()
    } | following
    db.session.execute(delete(CachedContinuation).where(CachedContinuation.cabinet_id == cabinet_id))
    rows = [
        {"cabinet_id": cabinet_id, "earlier_wire_id": earlier, "wire_id": wire}
        for earlier, wire in led.items()
        if earlier not in now
    ]
    if rows:
        db.session.execute(insert(CachedContinuation), rows)


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
