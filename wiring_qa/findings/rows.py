"""Keeps the cached states of rows and findings; their only writer."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, or_, select, update

from wiring_qa.checks.kinds import RowState
from wiring_qa.checks.models import CachedRowState
from wiring_qa.checks.rules import row_state
from wiring_qa.core.db import db, flush
from wiring_qa.core.prepared import Prepared
from wiring_qa.findings.facts import lives_of
from wiring_qa.findings.models import Finding
from wiring_qa.findings.rules import finding_state
from wiring_qa.findings.seen import Seen, seen_rows
from wiring_qa.tables.models import Wire

_DERIVE = Prepared(
    update(CachedRowState).where(
        CachedRowState.cabinet_id == bindparam("cabinet"), CachedRowState.wire_id == bindparam("wire")
    )
)


@dataclass(frozen=True)
class RowNow:
    """How a row stands now, and who marked it last, unless that was taken back."""

    sequence: int
    state: RowState
    marked_at: datetime | None
    marked_by: str | None


def open_rows(cabinet_id: int, wire_ids: Iterable[int]) -> None:
    """Give a new cabinet its rows, all left to do."""
    rows = [{"cabinet_id": cabinet_id, "wire_id": each, "state": "todo"} for each in wire_ids]
    if rows:
        db.session.execute(insert(CachedRowState), rows)


def wires_at(table_id: int, device: str) -> list[int]:
    """Return the rows of a table that touch a device."""
    query = select(Wire.id).where(
        Wire.table_id == table_id, or_(Wire.from_device == device, Wire.to_device == device)
    )
    return list(db.session.scalars(query))


def refresh_findings(finding_ids: Collection[int]) -> None:
    """Derive how findings stand from their facts."""
    lives = lives_of(finding_ids)
    for finding_id in finding_ids:
        facts = lives[finding_id].facts
        db.session.execute(
            update(Finding)
            .where(Finding.id == finding_id)
            .values(cached_state=finding_state(facts), cached_rechecks_failed=facts.rechecks_failed)
        )


def refresh_rows(cabinet_id: int, wire_ids: Collection[int]) -> list[RowNow]:
    """Derive how rows stand from their facts, in a fixed number of reads and one write a row.

    Returns those that the cabinet's table still has.
    """
    flush()
    seen = seen_rows(cabinet_id, wire_ids)
    changes = [_derived(cabinet_id, row) for row in seen]
    if changes:
        _DERIVE.run_each(changes)
    return [
        RowNow(row.wire.sequence, change["state"], change["marked_at"], change["marked_by"])
        for row, change in zip(seen, changes, strict=True)
        if not row.wire.is_removed
    ]


def _derived(cabinet_id: int, row: Seen) -> dict[str, Any]:
    return {
        "cabinet": cabinet_id,
        "wire": row.wire.id,
        "state": row_state(row.facts),
        "first_checked_at": row.first_checked_at,
        "marked_at": row.last_mark.at if row.last_mark else None,
        "marked_by_id": row.last_mark.by_id if row.last_mark else None,
        "marked_by": row.last_mark.name if row.last_mark else None,
    }


def last_statement_by(cabinet_id: int, wire_id: int) -> int | None:
    """Return who last stated that a row is in order, by a check or a passed recheck."""
    (row,) = seen_rows(cabinet_id, [wire_id])
    last = max(row.in_order, key=lambda each: each.position, default=None)
    return last.by_id if last else None
