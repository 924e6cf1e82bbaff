"""The pages of complaints, and the trace of a wire."""

from typing import Any
from uuid import uuid4

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from wiring_qa.cabinets import codes
from wiring_qa.cabinets.queries import cabinet_by_code, code_of
from wiring_qa.checks.kinds import ExtraCheck
from wiring_qa.checks.rows import size_text
from wiring_qa.complaints import queries
from wiring_qa.complaints.kinds import Step
from wiring_qa.complaints.named_wires import named_wires
from wiring_qa.complaints.operations.record_complaint import RecordComplaint
from wiring_qa.complaints.rules import proposed_step
from wiring_qa.complaints.trace import trace_of
from wiring_qa.tables.comparing.compared_fields import Field
from wiring_qa.tightening.kinds import SampleReason

blueprint = Blueprint("complaints", __name__)

_WORDS = {"extra_check": ExtraCheck, "field": Field, "reason": SampleReason, "size_text": size_text}
"""What the history of a row is put into words with."""


@blueprint.get("/complaints")
def complaints() -> str:
    """List complaints, those that are open first."""
    only_open = request.args.get("show") == "open"
    page = queries.complaints_page(request.args.get("page", 1, type=int), only_open=only_open)
    return render_template("complaints/complaints.html", page=page, only_open=only_open)


@blueprint.get("/c/<code>/complaints")
def of_cabinet(code: str) -> str:
    """List the complaints of a cabinet, with a form for another."""
    cabinet = cabinet_by_code(code)
    page = queries.complaints_page(request.args.get("page", 1, type=int), code=code)
    form = RecordComplaint(data={"wires": request.args.get("wires", "")})
    return render_template(
        "complaints/of_cabinet.html", cabinet=cabinet, page=page, form=form, operation_id=uuid4()
    )


@blueprint.get("/c/<code>/complaints/<int:number>")
def complaint(code: str, number: int) -> str:
    """Show a complaint with the trace of its wires."""
    cabinet = cabinet_by_code(code)
    shown = queries.complaint_of(cabinet, number)
    trace = trace_of(cabinet, shown.wire_ids)
    return render_template(
        "complaints/complaint.html",
        cabinet=cabinet,
        shown=shown,
        trace=trace,
        proposed=proposed_step(shown.complaint.kind, [wire.story for wire in trace.wires]),
        steps=list(Step),
        new_id=uuid4,
        **_WORDS,
    )


@blueprint.get("/c/<code>/trace")
def trace(code: str) -> str:
    """Show who wired, checked, tightened and spot-checked some wires of a cabinet."""
    cabinet = cabinet_by_code(code)
    typed = request.args.get("wires", "")
    named = named_wires(cabinet, typed)
    refusal = named.refusal
    wire_ids = [] if refusal and not named.unknown else [wire.id for wire in named.wires]
    return render_template(
        "complaints/trace.html",
        cabinet=cabinet,
        typed=typed,
        refusal=refusal,
        trace=trace_of(cabinet, wire_ids),
        **_WORDS,
    )


@blueprint.get("/trace")
def find_trace() -> Any:
    """Go to the trace of wires of a cabinet, which is named by its code or serial number."""
    typed = request.args.get("cabinet", "").strip()
    code = code_of(codes.normalise(typed.rsplit("/c/", 1)[-1].partition("/")[0]), typed)
    if code is None:
        if typed:
            flash(_("“%(typed)s” is no cabinet of this plant.", typed=typed[:60]), "fault")
        return redirect(url_for("complaints.complaints"))
    return redirect(url_for("complaints.trace", code=code, wires=request.args.get("wires", "")))
