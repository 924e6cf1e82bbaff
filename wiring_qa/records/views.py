"""The inspection record as a page, a PDF and a workbook, and the page that a printed one's code opens."""

from typing import Any

from flask import Blueprint, Response, render_template, request

from wiring_qa.cabinets.queries import cabinet_by_code
from wiring_qa.checks.kinds import GONE, ExtraCheck
from wiring_qa.checks.rows import size_text
from wiring_qa.core.attached import PDF, WORKBOOK, attached
from wiring_qa.documents.pdf import write_pdf
from wiring_qa.documents.xlsx import write_xlsx
from wiring_qa.drawings.queries import drawing_of
from wiring_qa.history.record import record_of
from wiring_qa.records.document import document_of
from wiring_qa.records.dots import dots_on
from wiring_qa.records.seal import seal_of
from wiring_qa.tables.cell_texts.colours import colour_codes
from wiring_qa.tables.comparing.compared_fields import Field
from wiring_qa.tightening.kinds import SampleReason

blueprint = Blueprint("records", __name__)
ANY_NUMBER = 10**40
"""A forged paper may name any entry; it is told what it is."""


@blueprint.get("/c/<code>/record")
def record(code: str) -> Any:
    """Show the inspection record of a cabinet: all rows, or only those with findings."""
    found = record_of(cabinet_by_code(code))
    drawing = drawing_of(found.cabinet.table.model)
    only_findings = request.args.get("show") == "findings"
    return render_template(
        "records/record.html",
        record=found,
        drawing=drawing,
        dots=dots_on(drawing, found) if drawing else [],
        rows=[row for row in found.rows if row.findings or not only_findings],
        only_findings=only_findings,
        colour_codes=colour_codes,
        size_text=size_text,
        reason=SampleReason,
        extra_check=ExtraCheck,
        field=Field,
        gone=GONE,
    )


@blueprint.get("/c/<code>/record.pdf")
def pdf(code: str) -> Response:
    """Give the inspection record of a cabinet as a PDF."""
    document = document_of(record_of(cabinet_by_code(code)))
    return attached(write_pdf(document), PDF, f"{document.subtitle}.pdf")


@blueprint.get("/c/<code>/record.xlsx")
def xlsx(code: str) -> Response:
    """Give the inspection record of a cabinet as a workbook."""
    document = document_of(record_of(cabinet_by_code(code)))
    return attached(write_xlsx(document), WORKBOOK, f"{document.subtitle}.xlsx")


@blueprint.get(f"/c/<code>/record/seal/<int(max={ANY_NUMBER}):position>/<digest>")
def seal(code: str, position: int, digest: str) -> Any:
    """Say whether a printed record is the record as it stands; what its QR code opens."""
    cabinet = cabinet_by_code(code)
    found = seal_of(cabinet.code, position, digest)
    return render_template("records/seal.html", cabinet=cabinet, seal=found, position=position, digest=digest)
