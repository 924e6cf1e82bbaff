"""Files that a lead looks at before they become wiring tables; kept until they are saved or deleted."""

import hashlib
from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Executable, delete, insert, update

from wiring_qa.core.aside import aside
from wiring_qa.core.clock import now
from wiring_qa.core.db import db
from wiring_qa.tables.models import TableDraft
from wiring_qa.tables.settled import Settled

LONGEST_NAME = 200


def keep(
    filename: str,
    content: bytes,
    person_id: int,
    settled: Settled = Settled(),  # noqa: B008  it never changes
    progress: Mapping[str, int] | None = None,
) -> UUID:
    """Keep an uploaded file as a draft; return its number."""
    number = uuid4()
    row = {
        "id": number,
        "by_id": person_id,
        "created_at": now(),
        "filename": filename[:LONGEST_NAME],
        "content": content,
        "content_sha256": hashlib.sha256(content).hexdigest(),
        "changes": 0,
        "cached_progress": progress,
        **columns_of(settled),
    }
    _write(insert(TableDraft).values(**row))
    return number


def settle(draft_id: UUID, since: int, settled: Settled, progress: Mapping[str, int] | None) -> bool:
    """Keep what a person has settled of a draft, and how far it is with that.

    ``since`` is the draft's count of changes when it was looked at: nothing is kept, and False returned, if
    something else was settled meanwhile.
    """
    of_this_state = TableDraft.id == draft_id, TableDraft.changes == since
    values = {**columns_of(settled), "cached_progress": progress, "changes": since + 1}
    return _write(update(TableDraft).where(*of_this_state).values(**values)) == 1


def discard(draft_id: UUID, person_id: int) -> None:
    """Delete a person's draft."""
    _write(delete(TableDraft).where(TableDraft.id == draft_id, TableDraft.by_id == person_id))


def _write(statement: Executable) -> int:
    with aside() as connection:
        rows = connection.execute(statement).rowcount
    # the session's own reading began before the write
    db.session.rollback()
    return rows


def columns_of(settled: Settled) -> dict[str, Any]:
    """Return what was settled as a draft's columns, and as the journal, keep it."""
    return {
        "sheet": settled.sheet,
        "header_row": settled.header_row,
        "mapping": dict(settled.mapping),
        "corrections": {f"{row}:{column}": text for (row, column), text in settled.corrections.items()},
        "left_out": sorted(settled.left_out),
    }


def settled_of(draft: TableDraft) -> Settled:
    """Return what a person has settled of a draft so far."""
    cells = ((place.split(":"), text) for place, text in draft.corrections.items())
    return Settled(
        sheet=draft.sheet,
        header_row=draft.header_row,
        mapping=dict(draft.mapping),
        corrections={(int(row), int(column)): text for (row, column), text in cells},
        left_out=tuple(draft.left_out),
    )
