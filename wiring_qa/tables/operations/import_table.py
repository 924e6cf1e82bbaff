"""A lead saves a wiring table, once content with its preview: all of it or nothing."""

import hashlib
from typing import Any, cast

from flask_babel import lazy_gettext as _l
from sqlalchemy import Table

from wiring_qa.core.bulk import add_columns
from wiring_qa.core.collection import uncollected
from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, text
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.tables import queries
from wiring_qa.tables.drafts.remembering import remember
from wiring_qa.tables.drafts.saving import Reading, content_of, draft_for_saving, read_ahead, told_of
from wiring_qa.tables.models import Wire, WiringTable
from wiring_qa.tables.stored import stored_columns

WIRES = cast("Table", Wire.__table__)
TAKEN = Refusal("table_exists", _l("There is a wiring table of this model and revision already."), "revision")


class ImportTable(ActForm):
    """The draft, and the model and revision that it becomes."""

    draft = text(_l("Draft"), needed=True)
    model = text(_l("Model"), needed=True)
    revision = text(_l("Revision"), needed=True, longest=60)
    ahead: Reading | None = None

    def validate(self, extra_validators: Any = None) -> bool:
        """Read the draft here: a large file takes seconds, for which no one's mark should wait."""
        is_valid = super().validate(extra_validators)
        if is_valid:
            self.ahead = read_ahead(self.draft.data)
        return is_valid


@operation(ImportTable, on_cabinet=False, has_route=False)
def import_table(entry: Entry, form: ImportTable) -> Answer:
    """Save a draft's wires as the wiring table of a model at a revision."""
    draft = draft_for_saving(form.draft.data, entry.actor.id)
    if queries.table_named(form.model.data, form.revision.data) is not None:
        raise Refused(TAKEN)
    preview = content_of(draft, form.ahead)
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
    with uncollected():
        add_columns(WIRES, stored_columns(table.id, preview.wires))
    entry.data.update(told_of(draft, preview, digest))
    remember(entry.stamp, draft, preview)
    db.session.delete(draft)
    db.session.flush()
    return {"table": table.id, "wires": table.wire_count}
