"""The figures as files: tables for a spreadsheet, charts as pictures."""

from flask import Response, abort, render_template, request

from wiring_qa.core.attached import WORKBOOK, attached
from wiring_qa.trends.charts.all import FIGURES
from wiring_qa.trends.exports import as_csv, as_xlsx
from wiring_qa.trends.filters import filters_of
from wiring_qa.trends.shown import Shown
from wiring_qa.trends.views.blueprint import blueprint

TYPES = {
    "csv": "text/csv",
    "xlsx": WORKBOOK,
    "svg": "image/svg+xml",
}


@blueprint.get("/trends/<figure>.<ending>")
def export(figure: str, ending: str) -> Response:
    """Give a figure as a file."""
    filters = filters_of(request.args)
    shown = FIGURES[figure](filters) if figure in FIGURES and ending in TYPES else None
    if shown is None or (ending == "svg" and shown.picture is None):
        abort(404)
    name = f"{figure}-{filters.period.start}-{filters.period.last}.{ending}"
    return attached(_content(shown, ending), TYPES[ending], name)


def _content(shown: Shown, ending: str) -> bytes | str:
    if ending == "csv":
        return as_csv(shown.table)
    if ending == "xlsx":
        return as_xlsx(shown.table, shown.name)
    return render_template("trends/chart.svg", shown=shown)
