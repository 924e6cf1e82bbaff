"""What stands between a draft and its saving."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l

from wiring_qa.core.db import db
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.tables import queries
from wiring_qa.tables.drafts.drafts import columns_of, settled_of
from wiring_qa.tables.drafts.row_counts import row_total
from wiring_qa.tables.models import TableDraft
from wiring_qa.tables.previews import Preview
from wiring_qa.tables.reading import read_draft
from wiring_qa.tables.settled import Settled
from wiring_qa.tables.words import UnreadableTable

NO_DRAFT = Refusal("no_draft", _l("This draft is no longer there. Upload the file again."), "draft")
NOT_CONTENT = Refusal(
    "rows_unreadable", _l("Some rows cannot be read as wires. Mend them, or leave them out, first.")
)


@dataclass(frozen=True)
class Reading:
    """A draft as it was read, and what was settled of it then."""

    settled: Settled
    preview: Preview


def read_ahead(number: str) -> Reading | None:
    """Read a draft before the journal's transaction begins; None where it is gone or cannot be read."""
    try:
        draft = db.session.get(TableDraft, UUID(number))
        return None if draft is None else Reading(settled_of(draft), read_draft(draft))
    except (ValueError, UnreadableTable):
        return None


def draft_for_saving(number: str, person_id: int) -> TableDraft:
    """Return a person's draft; raise `Refused` if it is gone."""
    try:
        draft = queries.draft_by_id(UUID(number), person_id)
    except ValueError:
        draft = None
    if draft is None:
        raise Refused(NO_DRAFT)
    return draft


def content_of(draft: TableDraft, ahead: Reading | None) -> Preview:
    """Return a draft's preview; raise `Refused` unless every row meant as a wire is one.

    ``ahead`` is what was read of it before; it is read again if something else was settled since.
    """
    try:
        preview = ahead.preview if ahead and ahead.settled == settled_of(draft) else read_draft(draft)
    except UnreadableTable as unreadable:
        raise Refused(Refusal("unreadable", str(unreadable), "draft")) from None
    if not preview.is_content:
        raise Refused(NOT_CONTENT)
    return preview


def told_of(draft: TableDraft, preview: Preview, digest: str) -> dict[str, Any]:
    """Return what the journal keeps beside the form: which file, how it was read, how many rows."""
    return {
        **columns_of(settled_of(draft)),
        "filename": draft.filename,
        "sha256": digest,
        "sheet": preview.sheet,
        "rows": row_total(preview),
        "wires": len(preview.wires),
    }
