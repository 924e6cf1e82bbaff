"""The pages of mounting drawings: where a lead places the devices, and where one looks for them."""

from typing import Any
from uuid import uuid4

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_login import current_user

from wiring_qa.attachments.pictures import limit_bytes, too_large
from wiring_qa.cabinets.queries import cabinet_by_code
from wiring_qa.core.refusals import Refused
from wiring_qa.core.too_large import take_to_the_end
from wiring_qa.drawings.queries import devices_of, drawing_of
from wiring_qa.drawings.uploading import SentDrawing, upload
from wiring_qa.tables.queries import table_by_id

blueprint = Blueprint("drawings", __name__)


@blueprint.get("/tables/<int:table_id>/drawing")
def drawing(table_id: int) -> str:
    """Show the drawing of a table's model with what is placed and what is not."""
    table = table_by_id(table_id)
    found = drawing_of(table.model)
    placed = found.places if found else {}
    return render_template(
        "drawings/drawing.html",
        table=table,
        drawing=found,
        left=[device for device in devices_of(table.model) if device not in placed],
        new_id=uuid4,
    )


@blueprint.errorhandler(413)
def too_large_drawing(_error: Any) -> Any:
    """Say on the page itself that a file is over the limit."""
    take_to_the_end(request.environ["wsgi.input"])
    flash(str(too_large()), "fault")
    return redirect(request.path, code=303)


@blueprint.post("/tables/<int:table_id>/drawing")
def upload_drawing(table_id: int) -> Any:
    """Take a picture or a page of a PDF as the drawing of a table's model."""
    request.max_content_length = limit_bytes()
    here = redirect(url_for("drawings.drawing", table_id=table_id), code=303)
    file = request.files.get("file")
    if file is None or not file.filename:
        flash(_("Choose a picture or a PDF first."), "fault")
        return here
    content = file.read()
    file.close()
    sent = SentDrawing(
        request.form.get("id", ""),
        table_by_id(table_id).model,
        file.filename,
        content,
        request.form.get("page", 1, type=int),
        "keep_places" in request.form,
    )
    try:
        outcome = upload(sent, current_user)
        refusal = outcome.refusal
    except Refused as refused:
        refusal = refused.refusal
    if refusal is not None:
        flash(str(refusal), "fault")
    else:
        flash(_("The drawing is saved. Tap where each device sits."), "done")
    return here


@blueprint.get("/c/<code>/drawing")
def of_cabinet(code: str) -> str:
    """Show where the devices of a cabinet sit, one of them (`?device=`) marked."""
    cabinet = cabinet_by_code(code)
    return render_template(
        "drawings/of_cabinet.html",
        cabinet=cabinet,
        drawing=drawing_of(cabinet.table.model),
        device=request.args.get("device", ""),
    )
