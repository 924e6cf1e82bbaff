"""A complaint came from the field about a cabinet, released or not."""

from flask_babel import gettext as _, lazy_gettext as _l
from wtforms import DateField
from wtforms.validators import Optional

from wiring_qa.cabinets.queries import any_cabinet_for_change
from wiring_qa.complaints import rules
from wiring_qa.complaints.models import Complaint, ComplaintRow
from wiring_qa.complaints.named_wires import named_wires
from wiring_qa.complaints.queries import next_number
from wiring_qa.core.db import db
from wiring_qa.core.forms import NOTE_LENGTH, ActForm, OneOf, text
from wiring_qa.core.i18n import local
from wiring_qa.core.refusals import require
from wiring_qa.findings.kinds import Kind
from wiring_qa.journal.registry import Answer, Entry, operation

HOW = _l("Numbers, ends (-K1:13) or rows (#12), with commas between.")


class RecordComplaint(ActForm):
    """What is wrong, since when it is known, in whose words, under which number, and on which wires."""

    kind = OneOf(_l("Kind"), Kind)
    wires = text(
        _l("Which wires"),
        longest=NOTE_LENGTH,
        about=_l("Numbers, ends (-K1:13) or rows (#12), with commas between."),
    )
    words = text(_l("What the customer says"), needed=True, longest=NOTE_LENGTH)
    noticed_on = DateField(_l("Noticed on"), [Optional()])
    reference = text(_l("Their reference"))


@operation(RecordComplaint, on_tablets=False)
def record_complaint(entry: Entry, form: RecordComplaint) -> Answer:
    """Record a complaint; it changes nothing of the cabinet's own record."""
    cabinet = any_cabinet_for_change(entry.chain)
    require(rules.may_record(form.noticed_on.data, local(entry.at).date()))
    named = named_wires(cabinet, form.wires.data or "")
    require(named.refusal)
    complaint = Complaint(
        **entry.stamp,
        cabinet_id=cabinet.id,
        number=next_number(cabinet.id),
        kind=form.kind.data,
        noticed_on=form.noticed_on.data,
        reference=form.reference.data or None,
        words=form.words.data,
    )
    db.session.add(complaint)
    db.session.flush()
    db.session.add_all(ComplaintRow(complaint_id=complaint.id, wire_id=wire.id) for wire in named.wires)
    message = _("Complaint %(number)s is recorded.", number=complaint.number)
    return {
        "complaint": complaint.number,
        "wires": [wire.sequence for wire in named.wires],
        "message": message,
    }
