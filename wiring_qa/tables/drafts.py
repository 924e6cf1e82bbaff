"""Files that a lead looks at before they become wiring tables; kept until they are saved or deleted."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Executable, delete, insert, update

from wiring_qa.core.aside import aside
from wiring_qa.core.clock import now
from wiring_qa.core.db import db
from wiring_qa.tables.models import TableDraft


def keep(filename: str, content: bytes, person_id: int) -> UUID:
    """Keep an uploaded file as a draft; return its number."""
    number = uuid4()
    row = {
        "id": number,
        "by_id": person_id,
        "created_at": now(),
        "filename": filename[:200],
        "content": content,
        "mapping": {},
        "corrections": {},
    }
    _write(insert(TableDraft).values(**row))
    return number


def change(draft: TableDraft, **values: Any) -> None:
    """Change what a person has settled of a draft: sheet, mapping, corrections, model, revision."""
    _write(update(TableDraft).where(TableDraft.id == draft.id).values(**values))


def discard(draft_id: UUID, person_id: int) -> None:
    """Delete a person's draft."""
    _write(delete(TableDraft).where(TableDraft.id == draft_id, TableDraft.by_id == person_id))


def _write(statement: Executable) -> None:
    with aside() as connection:
        connection.execute(statement)
    # the session's own reading began before the write
    db.session.rollback()


def corrected(draft: TableDraft, cells: Mapping[str, str]) -> dict[str, str]:
    """Return a draft's corrections with more cells; keys are ``row:column``, as the preview has them."""
    return {**draft.corrections, **cells}
