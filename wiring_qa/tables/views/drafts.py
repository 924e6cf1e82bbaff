"""Drafts: a file is looked at, its columns and cells are settled, and it is saved."""

import re
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID, uuid4

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.exceptions import NotFound

from wiring_qa.core.refusals import Refused
from wiring_qa.journal.acts import INVALID
from wiring_qa.journal.submit import Outcome, submit
from wiring_qa.tables import queries
from wiring_qa.tables.drafts import changes as draft_changes, drafts, labels as draft_labels, remembering
from wiring_qa.tables.drafts.address import Asked
from wiring_qa.tables.drafts.page import page_of_draft
from wiring_qa.tables.labels import FIELD_LABELS, PAIR_LABELS
from wiring_qa.tables.reading import Unrecognised, look_at_draft, progress_in, read_draft
from wiring_qa.tables.settled import Settled
from wiring_qa.tables.views import blueprint
from wiring_qa.tables.views.uploads import to_tables
from wiring_qa.tables.words import UnreadableTable

ANCHOR = re.compile(r"[a-z-]{1,20}|row-\d{1,7}")


def _own(draft_id: UUID) -> Any:
    draft = queries.draft_by_id(draft_id, current_user.id)
    if draft is None:
        raise NotFound
    return draft


@blueprint.get("/tables/drafts/<uuid:draft_id>")
def draft(draft_id: UUID) -> Any:
    """Show a draft as the table it will be, with its problems."""
    return _page(_own(draft_id), None)


def _page(found: Any, outcome: Outcome | None) -> Any:
    settled = drafts.settled_of(found)
    try:
        read_as = look_at_draft(found, settled)
    except UnreadableTable as unreadable:
        return to_tables(f"{found.filename}: {unreadable}")
    if isinstance(read_as, Unrecognised):
        return render_template("tables/unrecognised.html", draft=found, found=read_as)
    asked = Asked.of(request.args)
    return render_template(
        "tables/draft.html",
        draft=found,
        asked=asked,
        here=partial(_address, found.id, asked),
        page=page_of_draft(read_as, settled, asked),
        preview=read_as,
        choices=[*FIELD_LABELS.items(), *PAIR_LABELS.items()],
        words=draft_labels,
        text_at=draft_changes.text_at,
        category_names=queries.category_names(),
        outcome=outcome,
        remembered=remembering.read_as(read_as, settled),
        operation_id=uuid4(),
    )


def _address(draft_id: UUID, asked: Asked, anchor: str = "", /, **changes: Any) -> str:
    """Return the address of a draft's page as it is asked for, but for the changes."""
    fields = asked.parameters(**changes)
    return url_for("tables.draft", draft_id=draft_id, _anchor=anchor or None, **fields)


@blueprint.post("/tables/drafts/<uuid:draft_id>")
def settle_draft(draft_id: UUID) -> Any:
    """Keep what was settled: sheet, header, the meaning of columns, texts of cells, rows left out."""
    try:
        while not _is_settled(_own(draft_id)):
            pass
    except (Refused, UnreadableTable) as refused:
        flash(str(refused.refusal if isinstance(refused, Refused) else refused), "fault")
    back = request.form.get("back", "")
    asked = replace(Asked.of(request.args), edit=0, at="table")
    return redirect(_address(draft_id, asked, back if ANCHOR.fullmatch(back) else ""), code=303)


def _is_settled(found: Any) -> bool:
    """Settle what was sent; what was settled meanwhile is to be looked at first."""
    since, settled = found.changes, _settled(found)
    return drafts.settle(found.id, since, settled, progress_in(look_at_draft(found, settled), settled))


def _settled(found: Any) -> Settled:
    sent, settled = request.form, drafts.settled_of(found)
    if "forget_shape" in sent:
        _forget_shape()
    if "forget" in sent or "forget_shape" in sent:
        return Settled()
    if "sheet" in sent:
        return draft_changes.with_sheet(settled, sent["sheet"])
    if "header_row" in sent:
        return draft_changes.with_header_row(settled, sent["header_row"])
    if "columns" in sent:
        return draft_changes.with_columns(settled, read_draft(found).columns, sent)
    if "restore_cell" in sent or "restore_row" in sent:
        return draft_changes.with_taken_back(settled, sent)
    return draft_changes.with_cells(settled, read_draft(found), sent)


def _forget_shape() -> None:
    fields = request.form.copy()
    fields["id"], fields["shape"] = fields.get("operation", ""), fields["forget_shape"]
    submit("forget_mapping", fields, current_user)


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
