"""What a page needs to know after an act: how the rows it touched stand now."""

from collections.abc import Iterable

from wiring_qa.findings.rows import RowNow
from wiring_qa.journal.registry import Answer


def row_answer(rows: Iterable[RowNow], **more: object) -> Answer:
    """Return the states of rows by their sequence, with who marked them and when."""
    told = [
        {
            "wire": row.sequence,
            "state": row.state.value,
            "at": row.marked_at.isoformat() if row.marked_at else None,
            "by": row.marked_by,
        }
        for row in rows
    ]
    return {"rows": told, **more}
