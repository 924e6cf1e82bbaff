"""What a page needs to know after an act: how the rows it touched stand now."""

from collections.abc import Collection

from sqlalchemy import select

from wiring_qa.checks.models import CachedRowState
from wiring_qa.core.db import db
from wiring_qa.journal.registry import Answer
from wiring_qa.tables.models import Wire


def row_answer(cabinet_id: int, wire_ids: Collection[int], **more: object) -> Answer:
    """Return the states of rows by their sequence, with who marked them and when."""
    query = (
        select(Wire.sequence, CachedRowState.state, CachedRowState.marked_at, CachedRowState.marked_by)
        .join(CachedRowState, CachedRowState.wire_id == Wire.id)
        .where(CachedRowState.cabinet_id == cabinet_id, Wire.id.in_(wire_ids))
        .order_by(Wire.sequence)
    )
    rows = [
        {
            "wire": row.sequence,
            "state": row.state.value,
            "at": row.marked_at.isoformat() if row.marked_at else None,
            "by": row.marked_by,
        }
        for row in db.session.execute(query)
    ]
    return {"rows": rows, **more}
