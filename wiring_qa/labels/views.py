"""QR labels: of one cabinet in any format, of many as an A4 sheet."""

from typing import Any

from flask import Blueprint, Response, render_template, request
from werkzeug.exceptions import NotFound

from wiring_qa.cabinets.queries import cabinet_by_code, cabinets_page, cabinets_with
from wiring_qa.labels.formats import Format, write_labels
from wiring_qa.labels.of_cabinets import label_of

blueprint = Blueprint("labels", __name__)


def _file(content: bytes, format_: Format, name: str, *, shown: bool) -> Response:
    response = Response(content, mimetype=format_.media_type)
    if not shown:
        response.headers.set("Content-Disposition", "attachment", filename=f"{name}.{format_}")
    return response


@blueprint.get("/c/<code>/label")
def label_page(code: str) -> str:
    """Show the label of a cabinet and the formats it can be had in."""
    return render_template("labels/label.html", cabinet=cabinet_by_code(code), formats=list(Format))


@blueprint.get("/c/<code>/label.<ending>")
def label(code: str, ending: str) -> Response:
    """Give the label of a cabinet in a format."""
    if ending not in set(Format):
        raise NotFound
    cabinet = cabinet_by_code(code)
    format_ = Format(ending)
    content = write_labels([label_of(cabinet)], format_)
    return _file(content, format_, cabinet.serial, shown=format_ in (Format.PNG, Format.SVG))


@blueprint.get("/labels")
def labels() -> str:
    """Choose the cabinets whose labels are printed; those that were searched for are chosen already."""
    search = request.args.get("q", "")
    page = cabinets_page(search, None, request.args.get("page", 1, type=int))
    chosen = bool(search.strip() or "all" in request.args)
    return render_template("labels/labels.html", page=page, search=search, chosen=chosen)


@blueprint.get("/labels.pdf")
def sheet() -> Any:
    """Give the labels of the chosen cabinets as A4 sheets."""
    chosen = cabinets_with(request.args.getlist("code"))
    return _file(write_labels(map(label_of, chosen), Format.PDF), Format.PDF, "labels", shown=False)
