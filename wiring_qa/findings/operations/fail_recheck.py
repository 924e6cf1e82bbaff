"""A failed recheck opens the finding again and is counted."""

from flask_babel import lazy_gettext as _l

from wiring_qa.cabinets.queries import cabinet_for_change
from wiring_qa.core.db import db
from wiring_qa.core.forms import NOTE_LENGTH, ActForm, text, whole
from wiring_qa.core.refusals import require
from wiring_qa.findings import rules
from wiring_qa.findings.models import Recheck
from wiring_qa.findings.queries import finding_for_change, last_fix
from wiring_qa.findings.settled import settle
from wiring_qa.journal.registry import Answer, Entry, operation


class FailRecheck(ActForm):
    """The finding, and what is wrong now."""

    finding = whole(_l("Finding"))
    note = text(_l("What is wrong now"), longest=NOTE_LENGTH)


@operation(FailRecheck)
def fail_recheck(entry: Entry, form: FailRecheck) -> Answer:
    """Open a finding again whose fix does not hold."""
    cabinet = cabinet_for_change(entry.chain)
    finding = finding_for_change(cabinet, form.finding.data)
    fix = last_fix(finding)
    require(rules.may_recheck(finding.cached_state, fix.by_id if fix else None, entry.actor.id))
    assert fix is not None  # noqa: S101  the rule above refuses a finding without a fix
    note = form.note.data or None
    recheck = Recheck(
        **entry.stamp,
        finding_id=finding.id,
        fix_id=fix.id,
        passed=False,
        confirmed=[],
        note=note,
        waited_s=rules.waited_s(fix.at, entry.at),
    )
    db.session.add(recheck)
    return settle(cabinet, [finding])
