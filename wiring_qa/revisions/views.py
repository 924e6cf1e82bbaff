"""The pages of new revisions: what changed, and which cabinets follow."""

from typing import Any
from uuid import UUID, uuid4, uuid5

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user
from werkzeug.datastructures import MultiDict
from werkzeug.exceptions import NotFound

from wiring_qa.cabinets.queries import cabinet_by_code
from wiring_qa.core.pages import page_of_list
from wiring_qa.journal.submit import Outcome, submit
from wiring_qa.revisions import effects
from wiring_qa.revisions.queries import plan_for, wires_of
from wiring_qa.revisions.words import teller
from wiring_qa.tables.comparing.changes import Change
from wiring_qa.tables.comparing.comparison import compare
from wiring_qa.tables.queries import category_names, other_revisions, table_by_id

blueprint = Blueprint("revisions", __name__)

MAX_ROWS = 200
"""Rows on one page of a comparison."""


def _two(table_id: int, other_id: int) -> tuple[Any, Any]:
    earlier, later = table_by_id(table_id), table_by_id(other_id)
    if earlier.model != later.model or earlier.id == later.id:
        raise NotFound
    return earlier, later


@blueprint.get("/tables/<int:table_id>/compare/<int:other_id>")
def comparison(table_id: int, other_id: int) -> str:
    """Show what another revision added, removed and changed, row by row."""
    earlier, later = _two(table_id, other_id)
    found = compare(wires_of(earlier.id), wires_of(later.id))
    wanted = request.args.get("show", "")
    kinds = {Change(wanted)} if wanted in set(Change) else set(Change) - {Change.UNCHANGED}
    rows = [row for row in found.rows if row.kind in kinds]
    return render_template(
        "revisions/comparison.html",
        earlier=earlier,
        later=later,
        comparison=found,
        page=page_of_list(rows, request.args.get("page", 1, type=int), MAX_ROWS),
        changes=list(Change),
        show=wanted if wanted in set(Change) else "",
        under_way=len(effects.under_way(earlier.id)),
        text_of=teller(category_names()),
    )


@blueprint.get("/tables/<int:table_id>/move/<int:other_id>")
def cabinets(table_id: int, other_id: int) -> str:
    """Show the cabinets under way at a revision, and what a move to another one would make of each."""
    earlier, later = _two(table_id, other_id)
    return render_template(
        "revisions/cabinets.html",
        earlier=earlier,
        later=later,
        effects=effects.effects_on(earlier.id, later.id),
        operation_id=uuid4(),
    )


@blueprint.post("/tables/<int:table_id>/move/<int:other_id>")
def move_cabinets(table_id: int, other_id: int) -> Any:
    """Move the chosen cabinets, each by an operation of its own; tell which were and which were not."""
    earlier, later = _two(table_id, other_id)
    codes = list(dict.fromkeys(request.form.getlist("cabinet")))
    outcomes = {code: _move(code, earlier, later) for code in codes}
    moved = sum(outcome.accepted for outcome in outcomes.values())
    if moved:
        flash(_("Cabinets moved to revision %(revision)s: %(count)d", revision=later.revision, count=moved))
    for code, outcome in outcomes.items():
        if not outcome.accepted:
            flash(f"{cabinet_by_code(code).serial}: {outcome.refusal}", "fault")
    if not codes:
        flash(_("Choose at least one cabinet."), "fault")
    return redirect(url_for("revisions.cabinets", table_id=earlier.id, other_id=later.id))


def _move(code: str, earlier: Any, later: Any) -> Outcome:
    # a form posted twice has the same number for the same cabinet, and so moves it once
    number = uuid5(UUID(request.form.get("id", "")), code)
    fields = {"id": str(number), "revision": later.revision, "from_revision": earlier.revision}
    return submit("move_to_revision", MultiDict(fields), current_user, chain=code)


@blueprint.get("/c/<code>/revision")
def of_cabinet(code: str) -> str:
    """Show the other revisions of a cabinet's table, and what a move to one of them would make of it."""
    cabinet = cabinet_by_code(code)
    others = other_revisions(cabinet.table)
    chosen = next((table for table in others if table.revision == request.args.get("to")), None)
    return render_template(
        "revisions/cabinet.html",
        cabinet=cabinet,
        others=others,
        chosen=chosen,
        effect=effects.Effect(cabinet, plan_for(cabinet, wires_of(chosen.id))) if chosen else None,
        text_of=teller(category_names()),
        operation_id=uuid4(),
    )
