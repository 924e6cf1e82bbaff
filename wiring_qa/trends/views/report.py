"""The period report as a page, a PDF and a workbook."""

from flask import Response, abort, render_template, request

from wiring_qa.core.attached import PDF, WORKBOOK, attached
from wiring_qa.documents.pdf import write_pdf
from wiring_qa.documents.xlsx import write_xlsx
from wiring_qa.trends.filters import Filters, filters_of
from wiring_qa.trends.periods import Span
from wiring_qa.trends.report import SPANS, report_of
from wiring_qa.trends.report_document import change_words, document_of
from wiring_qa.trends.views.blueprint import blueprint

WRITERS = {
    "pdf": (write_pdf, PDF),
    "xlsx": (write_xlsx, WORKBOOK),
}


def _asked() -> Filters:
    return filters_of(request.args, Span.MONTH)


@blueprint.get("/trends/report")
def report() -> str:
    """Show the report of a week, a month or a half-year."""
    found = report_of(_asked())
    return render_template(
        "trends/report.html",
        report=found,
        filters=found.filters,
        spans=[(span.value, span.label) for span in SPANS],
        change_words=change_words,
    )


@blueprint.get("/trends/report.<ending>")
def report_file(ending: str) -> Response:
    """Give the report as a file."""
    if ending not in WRITERS:
        abort(404)
    filters = _asked()
    write, media_type = WRITERS[ending]
    content = write(document_of(report_of(filters)))
    return attached(content, media_type, f"report-{filters.period.start}-{filters.period.last}.{ending}")
