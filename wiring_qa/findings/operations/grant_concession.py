"""A lead accepts a deviation, with a reason."""

from flask_babel import lazy_gettext as _l

from wiring_qa.cabinets.queries import cabinet_for_change
from wiring_qa.core.db import db
from wiring_qa.core.forms import NOTE_LENGTH, ActForm, text, whole
from wiring_qa.core.refusals import require
from wiring_qa.findings import rules
from wiring_qa.findings.models import Concession
from wiring_qa.findings.queries import finding_for_change
from wiring_qa.findings.settled import settle
from wiring_qa.journal.registry import Answer, Entry, operation


class GrantConcession(ActForm):
    """The finding, and why it is accepted as it is."""

    finding = whole(_l("Finding"))
    reason = text(_l("Reason"), needed=True, longest=NOTE_LENGTH)


@operation(GrantConcession)
def grant_concession(entry: Entry, form: GrantConcession) -> Answer:
    """Concede a finding that is not closed."""
    cabinet = cabinet_for_change(entry.chain)
    finding = finding_for_change(cabinet, form.finding.data)
    require(rules.may_concede(finding.cached_state, form.reason.data))
    db.session.add(Concession(**entry.stamp, finding_id=finding.id, reason=form.reason.data))
    return settle(cabinet, [finding])
