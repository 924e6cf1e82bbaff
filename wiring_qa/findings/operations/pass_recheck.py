"""A finding is closed only by a recheck linked to it, after a fix linked to it."""

from flask_babel import lazy_gettext as _l

from wiring_qa.cabinets.queries import cabinet_for_change
from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, SomeOf, whole
from wiring_qa.core.refusals import require
from wiring_qa.findings import rules
from wiring_qa.findings.kinds import Confirmation
from wiring_qa.findings.models import Recheck
from wiring_qa.findings.queries import finding_for_change, last_fix, rows_left_at
from wiring_qa.findings.settled import settle
from wiring_qa.journal.registry import Answer, Entry, operation


class PassRecheck(ActForm):
    """The finding and, against the wiring table, each end and the pull confirmed by itself."""

    finding = whole(_l("Finding"))
    confirmed = SomeOf(_l("Confirmed"), Confirmation)


@operation(PassRecheck)
def pass_recheck(entry: Entry, form: PassRecheck) -> Answer:
    """Close a finding whose fix holds; nobody rechecks their own fix."""
    cabinet = cabinet_for_change(entry.chain)
    finding = finding_for_change(cabinet, form.finding.data)
    fix = last_fix(finding)
    require(rules.may_recheck(finding.cached_state, fix.by_id if fix else None, entry.actor.id))
    assert fix is not None  # noqa: S101  the rule above refuses a finding without a fix
    left = rows_left_at(cabinet, finding.device) if finding.holds_rows else 0
    confirmed = form.confirmed.data
    require(rules.may_pass(needs_table=finding.needs_table, confirmed=confirmed, rows_left=left))
    recheck = Recheck(
        **entry.stamp,
        finding_id=finding.id,
        fix_id=fix.id,
        passed=True,
        confirmed=confirmed,
        note=None,
        waited_s=rules.waited_s(fix.at, entry.at),
    )
    db.session.add(recheck)
    return settle(cabinet, [finding])
