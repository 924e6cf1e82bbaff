"""Someone has looked at what was rejected, and nothing more is to be done about it."""

from uuid import UUID

from flask_babel import gettext as _, lazy_gettext as _l

from wiring_qa.core.db import db
from wiring_qa.core.forms import NOTE_LENGTH, ActForm, text
from wiring_qa.core.refusals import Refusal, Refused, require
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.offline import rules
from wiring_qa.offline.models import Dismissal
from wiring_qa.offline.queries import rejected_for
from wiring_qa.people.signed_in import signed_in

NOT_THERE = Refusal(
    "not_rejected", _l("This is settled already, or it is for its author or a lead to settle."), "rejected"
)


class DismissRejected(ActForm):
    """The number that the rejected operation was sent under."""

    rejected = text(_l("Number"), needed=True)
    reason = text(_l("Reason"), longest=NOTE_LENGTH)


@operation(DismissRejected, on_cabinet=False)
def dismiss_rejected(entry: Entry, form: DismissRejected) -> Answer:
    """Settle a rejected operation: its author their own, a lead anyone's, with a reason."""
    person = signed_in(entry.actor.id)
    try:
        number = UUID(form.rejected.data)
    except ValueError:
        raise Refused(NOT_THERE) from None
    kept = rejected_for(person, number) if person else None
    if kept is None:
        raise Refused(NOT_THERE)
    require(rules.may_judge(is_own=kept.by_id == entry.actor.id, reason=form.reason.data or ""))
    db.session.add(Dismissal(**entry.stamp, rejected_id=kept.id, reason=form.reason.data or ""))
    return {"number": str(number), "message": _("Dismissed.")}
