"""Wide-span rows take a second person, who confirms as themselves."""

from wiring_qa.cabinets.queries import cabinet_for_change
from wiring_qa.checks import rules
from wiring_qa.checks.models import SecondConfirmation
from wiring_qa.checks.named_rows import RowForm
from wiring_qa.core.db import db
from wiring_qa.core.refusals import require
from wiring_qa.findings.answers import row_answer
from wiring_qa.findings.rows import last_statement_by, refresh_rows
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.walk.queries import row_for_change


class ConfirmAsSecondPerson(RowForm):
    """The row; who confirms is the operation's author, proved by their PIN or badge."""


@operation(ConfirmAsSecondPerson, has_route=False, on_tablets=True)
def confirm_as_second_person(entry: Entry, form: ConfirmAsSecondPerson) -> Answer:
    """Confirm a wide-span row that someone else has checked."""
    cabinet = cabinet_for_change(entry.chain)
    wire, row = row_for_change(cabinet, form.wire.data, form.revision.data)
    last_by = last_statement_by(cabinet.id, wire.id)
    require(rules.may_be_second_person(row.state, last_by, entry.actor.id))
    db.session.add(SecondConfirmation(**entry.stamp, cabinet_id=cabinet.id, wire_id=wire.id))
    return row_answer(refresh_rows(cabinet.id, [wire.id]))
