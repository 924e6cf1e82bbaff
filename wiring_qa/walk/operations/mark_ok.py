"""Both ends sit where the table says, found by the yellow label, and the pull test held."""

from flask_babel import lazy_gettext as _l

from wiring_qa.cabinets.queries import cabinet_for_change
from wiring_qa.checks import rules
from wiring_qa.checks.kinds import CheckResult, ExtraCheck
from wiring_qa.checks.models import Check
from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, SomeOf, whole
from wiring_qa.core.refusals import require
from wiring_qa.findings.answers import row_answer
from wiring_qa.findings.rows import refresh_rows
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.walk.queries import row_for_change


class MarkOk(ActForm):
    """The row, and the extra checks that it asks for, each confirmed by name."""

    wire = whole(_l("Row"))
    confirmed = SomeOf(_l("Confirmed"), ExtraCheck)


@operation(MarkOk)
def mark_ok(entry: Entry, form: MarkOk) -> Answer:
    """Mark a row in order; a wide-span row then waits for its second person."""
    cabinet = cabinet_for_change(entry.chain)
    wire, row = row_for_change(cabinet, form.wire.data)
    require(rules.may_mark(row.state))
    require(rules.may_confirm_ok(wire.extra_checks, form.confirmed.data))
    check = Check(
        **entry.stamp,
        cabinet_id=cabinet.id,
        wire_id=wire.id,
        result=CheckResult.OK,
        confirmed=form.confirmed.data,
    )
    db.session.add(check)
    return row_answer(refresh_rows(cabinet.id, [wire.id]))
