"""One mark is the record: marking a row faulty records the finding in the same step."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from wiring_qa.cabinets.queries import cabinet_for_change
from wiring_qa.checks.named_rows import RowForm
from wiring_qa.core.forms import NOTE_LENGTH, OneOf, text, whole
from wiring_qa.findings.answers import row_answer
from wiring_qa.findings.kinds import End, Kind
from wiring_qa.findings.raising import Fault
from wiring_qa.findings.rows import refresh_rows, wires_at
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.walk.faulty_rows import raise_on_row, raise_pair
from wiring_qa.walk.queries import row_for_change


class MarkFaulty(RowForm):
    """The row, what is wrong with it and at which end."""

    kind = OneOf(_l("Kind"), Kind)
    end = OneOf(_l("End"), End, needed=False)
    found_device = text(_l("Found at device"))
    found_terminal = text(_l("Found at terminal"))
    swapped_with = whole(_l("Swapped with row"), needed=False)
    note = text(_l("Note"), longest=NOTE_LENGTH)
    needs_table = BooleanField(_l("Recheck against the wiring table"))


@operation(MarkFaulty)
def mark_faulty(entry: Entry, form: MarkFaulty) -> Answer:
    """Mark a row faulty and raise its finding; of a swapped pair, both rows carry one."""
    cabinet = cabinet_for_change(entry.chain)
    row = row_for_change(cabinet, form.wire.data, form.revision.data)
    fault = Fault(
        form.kind.data,
        form.end.data,
        form.note.data or None,
        form.found_device.data or None,
        form.found_terminal.data or None,
        form.needs_table.data,
    )
    touched = {row[0].id}
    if form.swapped_with.data:
        findings = raise_pair(entry, cabinet, row, fault, (form.swapped_with.data, form.revision.data))
        touched |= {finding.wire_id for finding in findings if finding.wire_id}
    else:
        findings = [raise_on_row(entry, cabinet, row, fault)]
    if fault.kind is Kind.MISSING_PART:
        touched |= set(wires_at(cabinet.table_id, findings[0].device))
    rows = refresh_rows(cabinet.id, touched)
    return row_answer(rows, findings=[finding.number for finding in findings])
