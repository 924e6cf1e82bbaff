"""What stands between a draft and its saving."""

from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l

from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.tables import queries
from wiring_qa.tables.models import TableDraft
from wiring_qa.tables.reading import read_draft
from wiring_qa.tables.wires import Preview
from wiring_qa.tables.words import UnreadableTable

NO_DRAFT = Refusal("no_draft", _l("This draft is no longer there. Upload the file again."), "draft")
NOT_CONTENT = Refusal("rows_unreadable", _l("Some rows cannot be read as wires. Mend them first."))


def draft_for_saving(number: str, person_id: int) -> TableDraft:
    """Return a person's draft; raise `Refused` if it is gone."""
    try:
        draft = queries.draft_by_id(UUID(number), person_id)
    except ValueError:
        draft = None
    if draft is None:
        raise Refused(NO_DRAFT)
    return draft


def content_of(draft: TableDraft) -> Preview:
    """Return a draft's preview; raise `Refused` unless every row meant as a wire is one."""
    try:
        preview = read_draft(draft)
    except UnreadableTable as unreadable:
        raise Refused(Refusal("unreadable", str(unreadable), "draft")) from None
    if not preview.is_content:
        raise Refused(NOT_CONTENT)
    return preview


def told_of(draft: TableDraft, preview: Preview, digest: str) -> dict[str, Any]:
    """Return what the journal keeps beside the form: which file, and how it was read."""
    return {
        "filename": draft.filename,
        "sha256": digest,
        "sheet": preview.sheet,
        "mapping": draft.mapping,
        "corrections": draft.corrections,
        "rows": preview.row_count,
        "wires": len(preview.wires),
    }
