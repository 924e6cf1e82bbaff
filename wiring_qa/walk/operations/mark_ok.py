"""Both ends sit where the table says, found by the yellow label, and the pull test held."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import insert

from wiring_qa.checks import rules
from wiring_qa.checks.kinds import CheckResult, ExtraCheck
from wiring_qa.checks.models import Check
from wiring_qa.checks.named_rows import RowForm
from wiring_qa.checks.tallies import count_first_check
from wiring_qa.core.forms import SomeOf
from wiring_qa.core.prepared import Prepared
from wiring_qa.core.refusals import require
from wiring_qa.findings.answers import row_answer
from wiring_qa.findings.rows import refresh_rows
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.walk.queries import row_to_mark

_ADD_CHECK = Prepared(insert(Check))


class MarkOk(RowForm):
    """The row, and the extra checks that it asks for, each confirmed by name."""

    confirmed = SomeOf(_l("Confirmed"), ExtraCheck)


@operation(MarkOk)
def mark_ok(entry: Entry, form: MarkOk) -> Answer:
    """Mark a row in order; a wide-span row then waits for its second person."""
    row = row_to_mark(entry.chain, form.wire.data, form.revision.data)
    require(rules.may_mark(row.state))
    require(rules.may_confirm_ok(row.extra_checks, form.confirmed.data))
    _ADD_CHECK.run(
        **entry.stamp,
        cabinet_id=row.cabinet_id,
        wire_id=row.wire_id,
        result=CheckResult.OK,
        confirmed=form.confirmed.data,
    )
    if row.first_checked_at is None:
        count_first_check(entry, row.cabinet_id, row.category)
    return row_answer(refresh_rows(row.cabinet_id, [row.wire_id]))
