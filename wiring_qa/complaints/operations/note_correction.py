"""What was done in the field about a complaint."""

from flask_babel import lazy_gettext as _l

from wiring_qa.cabinets.queries import any_cabinet_for_change
from wiring_qa.complaints import rules
from wiring_qa.complaints.models import Correction
from wiring_qa.complaints.queries import complaint_for_change
from wiring_qa.core.db import db
from wiring_qa.core.forms import NOTE_LENGTH, ActForm, text, whole
from wiring_qa.core.refusals import require
from wiring_qa.journal.registry import Answer, Entry, operation


class NoteCorrection(ActForm):
    """The complaint, and what was done."""

    complaint = whole(_l("Complaint"))
    note = text(_l("What was done"), needed=True, longest=NOTE_LENGTH)


@operation(NoteCorrection, on_tablets=False)
def note_correction(entry: Entry, form: NoteCorrection) -> Answer:
    """Add what was done in the field to a complaint that is not closed."""
    complaint, is_closed = complaint_for_change(any_cabinet_for_change(entry.chain), form.complaint.data)
    require(rules.may_add(is_closed=is_closed))
    db.session.add(Correction(**entry.stamp, complaint_id=complaint.id, note=form.note.data))
    return {"complaint": complaint.number}
