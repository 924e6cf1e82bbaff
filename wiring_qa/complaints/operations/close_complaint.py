"""A lead closes a complaint, and says which step should have caught the fault."""

from flask_babel import lazy_gettext as _l

from wiring_qa.cabinets.queries import any_cabinet_for_change
from wiring_qa.complaints import rules
from wiring_qa.complaints.kinds import Step
from wiring_qa.complaints.models import ComplaintClosure
from wiring_qa.complaints.queries import complaint_for_change, wires_of
from wiring_qa.complaints.trace import trace_of
from wiring_qa.core.db import db
from wiring_qa.core.forms import NOTE_LENGTH, ActForm, OneOf, text, whole
from wiring_qa.core.refusals import require
from wiring_qa.journal.registry import Answer, Entry, operation


class CloseComplaint(ActForm):
    """The complaint, the step that it escaped from, and why, where the record proposes another."""

    complaint = whole(_l("Complaint"))
    step = OneOf(_l("Should have been caught at"), Step)
    reason = text(_l("Reason"), longest=NOTE_LENGTH)


@operation(CloseComplaint, on_tablets=False)
def close_complaint(entry: Entry, form: CloseComplaint) -> Answer:
    """Close a complaint with the step that should have caught the fault."""
    cabinet = any_cabinet_for_change(entry.chain)
    complaint, is_closed = complaint_for_change(cabinet, form.complaint.data)
    stories = [wire.story for wire in trace_of(cabinet, wires_of(complaint.id)).wires]
    proposed = rules.proposed_step(complaint.kind, stories)
    require(rules.may_close(form.step.data, proposed, form.reason.data or "", is_closed=is_closed))
    closure = ComplaintClosure(
        **entry.stamp,
        complaint_id=complaint.id,
        step=form.step.data,
        proposed=proposed.value,
        reason=form.reason.data or None,
    )
    db.session.add(closure)
    return {"complaint": complaint.number, "step": form.step.data.value, "proposed": proposed.value}
