"""Drafts: a file is looked at, its columns and cells are settled, and it is saved."""

import re
from typing import Any
from uuid import UUID, uuid4

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.exceptions import NotFound

from wiring_qa.journal.acts import INVALID
from wiring_qa.journal.submit import Outcome, submit
from wiring_qa.tables import drafts, queries
from wiring_qa.tables.draft_page import mapping_from, page_of_draft
from wiring_qa.tables.kinds import Target
from wiring_qa.tables.labels import FIELD_LABELS
from wiring_qa.tables.reading import read_draft
from wiring_qa.tables.views import blueprint
from wiring_qa.tables.words import UnreadableTable

CELL = re.compile(r"cell-(\d+):(\d+)")


def _own(draft_id: UUID) -> Any:
    draft = queries.draft_by_id(draft_id, current_user.id)
    if draft is None:
        raise NotFound
    return draft


@blueprint.post("/tables/drafts")
def upload() -> Any:
    """Take a file and show it; a file that is no table says so and is not kept."""
    file = request.files.get("file")
    content = file.read() if file else b""
    if file is None or not file.filename:
        flash(_("Choose a file first."), "fault")
        return redirect(url_for("tables.tables"), code=303)
    draft_id = drafts.keep(file.filename, content, current_user.id)
    try:
        read_draft(_own(draft_id))
    except UnreadableTable as unreadable:
        drafts.discard(draft_id, current_user.id)
        flash(f"{file.filename}: {unreadable}", "fault")
        return redirect(url_for("tables.tables"), code=303)
    return redirect(url_for("tables.draft", draft_id=draft_id), code=303)


@blueprint.get("/tables/drafts/<uuid:draft_id>")
def draft(draft_id: UUID) -> Any:
    """Show a draft as the table it will be, with its problems."""
    return _page(_own(draft_id), None)


def _page(found: Any, outcome: Outcome | None) -> Any:
    try:
        page = page_of_draft(read_draft(found))
    except UnreadableTable as unreadable:
        # a choice of columns that reads nothing is undone, not the draft
        drafts.change(found, mapping={})
        flash(str(unreadable), "fault")
        return redirect(url_for("tables.tables"), code=303)
    return render_template(
        "tables/draft.html",
        draft=found,
        page=page,
        preview=page.preview,
        fields=[(target, FIELD_LABELS[target]) for target in Target],
        outcome=outcome,
        operation_id=uuid4(),
    )


@blueprint.post("/tables/drafts/<uuid:draft_id>")
def settle_draft(draft_id: UUID) -> Any:
    """Keep what was settled: the sheet, the meaning of columns, the text of cells."""
    found = _own(draft_id)
    if "sheet" in request.form:
        drafts.change(found, sheet=request.form["sheet"], mapping={}, corrections={})
    elif "columns" in request.form:
        columns = read_draft(found).columns
        drafts.change(found, mapping=mapping_from(columns, request.form))
    else:
        cells = {
            f"{place[1]}:{place[2]}": text.strip()
            for name, text in request.form.items()
            if (place := CELL.fullmatch(name)) and text.strip()
        }
        drafts.change(found, corrections=drafts.corrected(found, cells))
    return redirect(url_for("tables.draft", draft_id=draft_id), code=303)


@blueprint.post("/tables/drafts/<uuid:draft_id>/discard")
def discard_draft(draft_id: UUID) -> Any:
    """Delete a draft."""
    drafts.discard(draft_id, current_user.id)
    return redirect(url_for("tables.tables"), code=303)


@blueprint.post("/tables/drafts/<uuid:draft_id>/save")
def save_draft(draft_id: UUID) -> Any:
    """Save a draft as the wiring table of a model at a revision."""
    fields = request.form.copy()
    fields["draft"] = str(draft_id)
    outcome = submit("import_table", fields, current_user)
    if outcome.accepted:
        flash(_("The wiring table is saved: %(count)s wires.", count=outcome.answer["wires"]), "done")
        return redirect(url_for("tables.table", table_id=outcome.answer["table"]), code=303)
    return _page(_own(draft_id), outcome), INVALID
