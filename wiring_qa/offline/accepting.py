"""A lead has recorded after all what was not accepted when it arrived, in the name of who entered it."""

from uuid import UUID

from flask_babel import lazy_gettext as _l

from wiring_qa.core.forms import posted
from wiring_qa.core.refusals import Refused, require
from wiring_qa.journal.submit import Outcome, Sent, submit_all
from wiring_qa.offline import rules
from wiring_qa.offline.keeping import picture_of
from wiring_qa.offline.operations.dismiss_rejected import NOT_THERE
from wiring_qa.offline.queries import rejected_for
from wiring_qa.people.signed_in import SignedIn, whoever

ACCEPTED = _l("It is recorded, in the name of who entered it.")


def accept(number: UUID, reason: str, lead: SignedIn) -> Outcome:
    """Record a rejected operation under its own number and author; the journal names the lead and the reason.

    The outcome tells if the act's own rules refuse it still; raises `Refused` if there is nothing to judge or
    no reason is given.
    """
    kept = rejected_for(lead, number)
    author = whoever(kept.by_id) if kept else None
    if kept is None or author is None:
        raise Refused(NOT_THERE)
    require(rules.may_judge(is_own=False, reason=reason))
    fields = posted(kept.data)
    fields.setlist("id", [str(number)])
    notes = {"accepted_by": lead.name, "accepted_because": reason, **picture_of(kept.data)}
    (outcome,) = submit_all([Sent(kept.type, fields, author, kept.cabinet, kept.entered_at, notes)])
    if isinstance(outcome, BaseException):
        raise outcome
    return outcome
