"""A lead saves a wiring table, once content with its preview: all of it or nothing."""

import hashlib
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import insert

from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, text
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.tables import queries
from wiring_qa.tables.models import TableDraft, Wire, WiringTable
from wiring_qa.tables.reading import read_draft
from wiring_qa.tables.stored import stored_wire
from wiring_qa.tables.wires import Preview
from wiring_qa.tables.words import UnreadableTable

NO_DRAFT = Refusal("no_draft", _l("This draft is no longer there. Upload the file again."), "draft")
TAKEN = Refusal("table_exists", _l("There is a wiring table of this model and revision already."), "revision")
NOT_CONTENT = Refusal("rows_unreadable", _l("Some rows cannot be read as wires. Mend them first."))


class ImportTable(ActForm):
    """The draft, and the model and revision that it becomes."""

    draft = text(_l("Draft"), needed=True)
    model = text(_l("Model"), needed=True)
    revision = text(_l("Revision"), needed=True, longest=60)


@operation(ImportTable, on_cabinet=False, has_route=False)
def import_table(entry: Entry, form: ImportTable) -> Answer:
    """Save a draft's wires as the wiring table of a model at a revision."""
    draft = _draft(form.draft.data, entry.actor.id)
    if queries.table_named(form.model.data, form.revision.data) is not None:
        raise Refused(TAKEN)
    preview = _content(draft)
    digest = hashlib.sha256(draft.content).hexdigest()
    table = WiringTable(
        **entry.stamp,
        model=form.model.data,
        revision=form.revision.data,
        filename=draft.filename,
        format=preview.format,
        sheet=preview.sheet or None,
        file_sha256=digest,
        columns={target: column.header for column in preview.columns for target in column.targets},
        wire_count=len(preview.wires),
    )
    db.session.add(table)
    db.session.flush()
    rows = [stored_wire(table.id, sequence, wire) for sequence, wire in enumerate(preview.wires, 1)]
    db.session.execute(insert(Wire), rows)
    entry.data.update(_told(draft, preview, digest))
    db.session.delete(draft)
    db.session.flush()
    return {"table": table.id, "wires": table.wire_count}


def _draft(number: str, person_id: int) -> TableDraft:
    try:
        draft = queries.draft_by_id(UUID(number), person_id)
    except ValueError:
        draft = None
    if draft is None:
        raise Refused(NO_DRAFT)
    return draft


def _content(draft: TableDraft) -> Preview:
    try:
        preview = read_draft(draft)
    except UnreadableTable as unreadable:
        raise Refused(Refusal("unreadable", str(unreadable), "draft")) from None
    if not preview.is_content:
        raise Refused(NOT_CONTENT)
    return preview


def _told(draft: TableDraft, preview: Preview, digest: str) -> dict[str, Any]:
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
