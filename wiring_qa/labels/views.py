"""QR labels: of one cabinet in any format, of many on sheets or tape, and the leads' own layouts."""

from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from werkzeug.exceptions import NotFound

from wiring_qa.cabinets.queries import cabinet_by_code, cabinets_page, cabinets_with
from wiring_qa.core.attached import attached
from wiring_qa.core.refusals import Refused
from wiring_qa.labels.formats import Format, write_labels
from wiring_qa.labels.media import MEDIA
from wiring_qa.labels.of_cabinets import label_of
from wiring_qa.labels.queries import layout_choices, own_layouts, setup_of
from wiring_qa.labels.setup import DPIS, USUAL_FIELDS, Field
from wiring_qa.labels.svg import preview_svg

blueprint = Blueprint("labels", __name__)
MOST = 500
"""How many labels one request prints."""


def _file(content: bytes, format_: Format, name: str, *, shown: bool) -> Response:
    if shown:
        return Response(content, mimetype=format_.media_type)
    return attached(content, format_.media_type, f"{name}.{format_}")


@blueprint.get("/c/<code>/label")
def label_page(code: str) -> str:
    """Show the label of a cabinet and the formats it can be had in."""
    cabinet, said = cabinet_by_code(code), request.args.to_dict()
    refusal = None
    try:
        write_labels([label_of(cabinet)], Format.SVG, setup_of(said))
    except Refused as refused:
        refusal = refused.refusal
    return render_template(
        "labels/label.html",
        cabinet=cabinet,
        formats=list(Format),
        said={name: said[name] for name in ("layout", "dpi") if said.get(name)},
        layouts=layout_choices(),
        dpis=DPIS,
        refusal=refusal,
    )


@blueprint.get("/c/<code>/label.<ending>")
def label(code: str, ending: str) -> Response:
    """Give the label of a cabinet in a format."""
    if ending not in set(Format):
        raise NotFound
    cabinet = cabinet_by_code(code)
    format_ = Format(ending)
    content = write_labels([label_of(cabinet)], format_, setup_of(request.args))
    return _file(content, format_, cabinet.serial, shown=format_ in (Format.PNG, Format.SVG))


@blueprint.get("/labels")
def labels() -> str:
    """Choose the cabinets whose labels are printed; those that were searched for are chosen already."""
    search = request.args.get("q", "")
    page = cabinets_page(search, None, request.args.get("page", 1, type=int))
    chosen = bool(search.strip() or "all" in request.args)
    return render_template(
        "labels/labels.html", page=page, search=search, chosen=chosen, layouts=layout_choices()
    )


def _chosen() -> Sequence[Any]:
    return [label_of(each) for each in cabinets_with(request.args.getlist("code")[:MOST])]


@blueprint.get("/labels/preview")
def preview() -> Any:
    """Show the first page of the chosen cabinets' labels before it is printed."""
    labels_, setup = _chosen(), setup_of(request.args)
    try:
        write_labels(labels_, Format.PDF, setup)
    except Refused as refused:
        flash(str(refused.refusal), "fault")
        if not labels_:
            return redirect(url_for("labels.labels"))
    said = request.args.to_dict(flat=False)
    return render_template(
        "labels/preview.html",
        said=said,
        setup=setup,
        count=len(labels_),
        layouts=layout_choices(),
        layout=request.args.get("layout", ""),
        dpis=DPIS,
    )


@blueprint.get("/labels/preview.svg")
def preview_picture() -> Response:
    """Give the picture of the preview."""
    return Response(preview_svg(_chosen(), setup_of(request.args)), mimetype=Format.SVG.media_type)


@blueprint.get("/labels.<ending>")
def sheet(ending: str) -> Any:
    """Give the labels of the chosen cabinets as sheets or tape, or for a label printer."""
    if ending not in (Format.PDF, Format.ZPL):
        raise NotFound
    content = write_labels(_chosen(), Format(ending), setup_of(request.args))
    return _file(content, Format(ending), "labels", shown=False)


@blueprint.get("/settings/labels")
def layouts() -> str:
    """Show the leads' own layouts, with a form for another."""
    return render_template(
        "labels/layouts.html",
        layouts=own_layouts(),
        media=MEDIA,
        fields=list(Field),
        usual=USUAL_FIELDS,
        field=Field,
        new_id=uuid4,
    )
