"""A wirer corrected a finding; a swapped pair is corrected as one."""

from flask_babel import lazy_gettext as _l

from wiring_qa.cabinets.queries import cabinet_for_change
from wiring_qa.core.db import db
from wiring_qa.core.forms import NOTE_LENGTH, ActForm, text, whole
from wiring_qa.core.refusals import require
from wiring_qa.findings import rules
from wiring_qa.findings.kinds import FindingState
from wiring_qa.findings.models import Fix
from wiring_qa.findings.queries import finding_for_change, opened_at, pair_of
from wiring_qa.findings.settled import settle
from wiring_qa.journal.registry import Answer, Entry, operation


class ConfirmFix(ActForm):
    """The finding, and what was done where that needs words."""

    finding = whole(_l("Finding"))
    note = text(_l("Note"), longest=NOTE_LENGTH)


@operation(ConfirmFix)
def confirm_fix(entry: Entry, form: ConfirmFix) -> Answer:
    """Mark a finding fixed, and with it the other one of a swapped pair if that is open too."""
    cabinet = cabinet_for_change(entry.chain)
    finding = finding_for_change(cabinet, form.finding.data)
    require(rules.may_fix(finding.cached_state))
    fixed = [each for each in pair_of(finding) if each.cached_state is FindingState.OPEN]
    note = form.note.data or None
    for each in fixed:
        waited_s = rules.waited_s(opened_at(each), entry.at)
        db.session.add(Fix(**entry.stamp, finding_id=each.id, note=note, waited_s=waited_s))
    return settle(cabinet, fixed)
