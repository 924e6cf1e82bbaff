"""The pages of the walk."""

from typing import Any
from uuid import uuid4

from flask import Blueprint, current_app, jsonify, redirect, render_template, request, url_for
from flask_login import current_user
from werkzeug.exceptions import NotFound

from wiring_qa.cabinets.queries import cabinet_by_code
from wiring_qa.checks.rows import shown_row
from wiring_qa.core.errors import wants_json
from wiring_qa.core.i18n import language
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.core.sent import whole_number
from wiring_qa.drawings.queries import drawing_of
from wiring_qa.findings.kinds import MAIN_KINDS, End, Kind
from wiring_qa.journal.acts import REFUSED, respond
from wiring_qa.journal.submit import submit
from wiring_qa.people import second_person
from wiring_qa.walk.changes import changes_since, position_of
from wiring_qa.walk.page import Walk, row_to_go_on_at, walk_of
from wiring_qa.walk.queries import last_act_by, wires_to_remove

blueprint = Blueprint("walk", __name__)

ACT = "confirm_as_second_person"
ROW_KINDS = tuple(kind for kind in Kind if kind is not Kind.EXTRA)


def _walk(code: str) -> tuple[Any, Walk]:
    cabinet = cabinet_by_code(code)
    walk = walk_of(
        cabinet,
        person_id=current_user.id,
        language=language(),
        show=request.args.get("show", "all"),
        order=request.args.get("order", "device"),
        search=request.args.get("q", ""),
    )
    return cabinet, walk


@blueprint.get("/c/<code>/walk")
def walk(code: str) -> Any:
    """Show the walk of a cabinet."""
    # asked before the rows are read: what comes in between is told to the page once more, never missed
    position = position_of(code)
    cabinet, found = _walk(code)
    return render_template(
        "walk/walk.html",
        cabinet=cabinet,
        walk=found,
        position=position,
        drawing=drawing_of(cabinet.table.model),
        **_fault_choices(),
        removed=[(shown_row(row.Wire), row.revision) for row in wires_to_remove(cabinet)],
        candidates=second_person.candidates(),  # a page without a network may be another's by then
        proved=second_person.recently_proved(),
        second_person_minutes=current_app.config["WIRING_QA"].second_person_minutes,
        operation_id=uuid4(),
        new_id=uuid4,
        plain=request.args.get("plain", 0, type=whole_number),
    )


@blueprint.get("/c/<code>/walk/next")
def go_on(code: str) -> Any:
    """Go on with a plain walk where a mark leaves it: at the next row that is left."""
    cabinet, found = _walk(code)
    row = row_to_go_on_at(found, last_act_by(cabinet, current_user.id))
    asked: dict[str, Any] = {"show": found.show, "order": found.order, "q": found.search or None, "plain": 1}
    anchor = None if row is None else f"row-{row}"
    return redirect(url_for("walk.walk", code=code, _anchor=anchor, **asked), code=303)


@blueprint.get("/c/<code>/changes")
def changes(code: str) -> Any:
    """Tell how rows stand that were touched since a place in the cabinet's chain (`?since=`)."""
    return jsonify(changes_since(code, request.args.get("since", 0, type=whole_number)))


def _fault_choices() -> dict[str, Any]:
    return {
        "main_kinds": MAIN_KINDS,
        "more_kinds": [kind for kind in ROW_KINDS if kind not in MAIN_KINDS],
        "ends": list(End),
    }


def _row(found: Walk, sequence: int) -> Any:
    row = next((row for row in found.rows if row.sequence == sequence), None)
    if row is None:
        raise NotFound
    return row


@blueprint.get("/c/<code>/walk/<int:sequence>/fault")
def fault(code: str, sequence: int) -> Any:
    """Ask what is wrong with a row; what the walk's sheet does, as a page of its own."""
    cabinet, found = _walk(code)
    return render_template(
        "walk/fault.html",
        cabinet=cabinet,
        walk=found,
        row=_row(found, sequence),
        **_fault_choices(),
        operation_id=uuid4(),
    )


@blueprint.get("/c/<code>/walk/extra-wire")
def extra_wire(code: str) -> Any:
    """Ask where a wire was found that is not in the table."""
    cabinet, found = _walk(code)
    return render_template("walk/extra_wire.html", cabinet=cabinet, walk=found, operation_id=uuid4())


@blueprint.get("/c/<code>/walk/<int:sequence>/second-person")
def second_person_for(code: str, sequence: int) -> Any:
    """Ask who confirms a wide-span row as the second person."""
    cabinet, found = _walk(code)
    return _second_person_page(cabinet, _row(found, sequence), None)


def _second_person_page(cabinet: Any, row: Any, refusal: Refusal | None) -> str:
    return render_template(
        "walk/second_person.html",
        cabinet=cabinet,
        row=row,
        refusal=refusal,
        candidates=second_person.candidates(current_user.id),
        proved=second_person.recently_proved(),
        operation_id=uuid4(),
    )


@blueprint.post("/c/<code>/confirm_as_second_person")
def confirm_as_second_person(code: str) -> Any:
    """Record a second person's confirmation, once they have proved who they are by their own PIN or badge."""
    try:
        person = second_person.prove(
            request.form.get("person", type=whole_number),
            request.form.get("pin", ""),
            request.form.get("badge", ""),
        )
    except Refused as refused:
        if wants_json():
            raise
        cabinet, found = _walk(code)
        row = _row(found, request.form.get("wire", 0, type=whole_number))
        return _second_person_page(cabinet, row, refused.refusal), REFUSED
    return respond(submit(ACT, request.form, person, chain=code), ACT)
