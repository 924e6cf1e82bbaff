"""What a page needs to know after an act: how the rows it touched stand now."""

from collections.abc import Collection

from sqlalchemy import bindparam, select

from wiring_qa.checks.models import CachedRowState
from wiring_qa.core.db import run
from wiring_qa.journal.registry import Answer
from wiring_qa.tables.models import Wire

_ROWS = (
    select(Wire.sequence, CachedRowState.state, CachedRowState.marked_at, CachedRowState.marked_by)
    .join(CachedRowState, CachedRowState.wire_id == Wire.id)
    .where(
        CachedRowState.cabinet_id == bindparam("cabinet"),
        Wire.id.in_(bindparam("wires", expanding=True)),
    )
    .order_by(Wire.sequence)
)


def row_answer(cabinet_id: int, wire_ids: Collection[int], **more: object) -> Answer:
    """Return the states of rows by their sequence, with who marked them and when."""
    rows = [
        {
            "wire": row.sequence,
            "state": row.state.value,
            "at": row.marked_at.isoformat() if row.marked_at else None,
            "by": row.marked_by,
        }
        for row in run(_ROWS, cabinet=cabinet_id, wires=list(wire_ids))
    ]
    return {"rows": rows, **more}
