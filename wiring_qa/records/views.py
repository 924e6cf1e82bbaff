"""The inspection record as a page, made to be printed."""

from typing import Any

from flask import Blueprint, render_template, request

from wiring_qa.cabinets.queries import cabinet_by_code
from wiring_qa.checks.kinds import GONE, ExtraCheck
from wiring_qa.checks.rows import size_text
from wiring_qa.drawings.queries import drawing_of
from wiring_qa.records.dots import dots_on
from wiring_qa.records.record import record_of
from wiring_qa.tables.colours import colour_codes
from wiring_qa.tables.compared_fields import Field
from wiring_qa.tightening.kinds import SampleReason

blueprint = Blueprint("records", __name__)


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
