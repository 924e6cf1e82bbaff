"""One mark is the record: marking a row faulty records the finding in the same step."""

from dataclasses import replace

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, IntegerField
from wtforms.validators import Optional

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.cabinets.queries import cabinet_for_change
from wiring_qa.checks.kinds import CheckResult
from wiring_qa.checks.models import Check
from wiring_qa.core.db import db
from wiring_qa.core.forms import NOTE_LENGTH, ActForm, OneOf, text, whole
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.findings.answers import row_answer
from wiring_qa.findings.kinds import End, Kind, Origin
from wiring_qa.findings.models import Finding
from wiring_qa.findings.raising import Fault, raise_finding
from wiring_qa.findings.rows import refresh_rows, wires_at
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.tables.models import Wire
from wiring_qa.walk.queries import row_for_change

SAME_ROW = Refusal("swapped_with_itself", _l("Choose the other row of the swapped pair."), "swapped_with")
SWAP_IS_WRONG = Refusal("swap_is_wrong", _l("Only wrong connections are swapped pairs."), "swapped_with")


class MarkFaulty(ActForm):
    """The row, what is wrong with it and at which end."""

    wire = whole(_l("Row"))
    kind = OneOf(_l("Kind"), Kind)
    end = OneOf(_l("End"), End, needed=False)
    found_device = text(_l("Found at device"))
    found_terminal = text(_l("Found at terminal"))
    swapped_with = IntegerField(_l("Swapped with row"), [Optional()])
    note = text(_l("Note"), longest=NOTE_LENGTH)
    needs_table = BooleanField(_l("Recheck against the wiring table"))


@operation(MarkFaulty)
def mark_faulty(entry: Entry, form: MarkFaulty) -> Answer:
    """Mark a row faulty and raise its finding; of a swapped pair, both rows carry one."""
    cabinet = cabinet_for_change(entry.chain)
    wire, _row = row_for_change(cabinet, form.wire.data)
    fault = Fault(
        form.kind.data,
        form.end.data,
        form.note.data or None,
        form.found_device.data or None,
        form.found_terminal.data or None,
        form.needs_table.data,
    )
    touched = {wire.id}
    if form.swapped_with.data:
        findings = _raise_pair(entry, cabinet, wire, fault, form.swapped_with.data)
        touched |= {finding.wire_id for finding in findings if finding.wire_id}
    else:
        findings = [_raise(entry, cabinet, wire, fault)]
    if fault.kind is Kind.MISSING_PART:
        touched |= set(wires_at(cabinet.table_id, findings[0].device))
    rows = refresh_rows(cabinet.id, touched)
    return row_answer(rows, findings=[finding.number for finding in findings])


def _raise(entry: Entry, cabinet: Cabinet, wire: Wire, fault: Fault) -> Finding:
    check = Check(
        **entry.stamp, cabinet_id=cabinet.id, wire_id=wire.id, result=CheckResult.FAULTY, confirmed=[]
    )
    db.session.add(check)
    db.session.flush()
    return raise_finding(entry, cabinet, fault, wire=wire, origin=Origin.INSPECTION, check_id=check.id)


def _raise_pair(
    entry: Entry, cabinet: Cabinet, wire: Wire, fault: Fault, other_sequence: int
) -> list[Finding]:
    if fault.kind is not Kind.WRONG:
        raise Refused(SWAP_IS_WRONG)
    if other_sequence == wire.sequence:
        raise Refused(SAME_ROW)
    other, _row = row_for_change(cabinet, other_sequence, "swapped_with")
    here, there = _place(wire, fault.end), _place(other, fault.end)
    found = (fault.found_device, fault.found_terminal) if fault.found_device else there
    first = _raise(entry, cabinet, wire, _found_at(fault, found))
    second = _raise(entry, cabinet, other, _found_at(fault, here))
    first.swapped_with_id, second.swapped_with_id = second.id, first.id
    return [first, second]


def _place(wire: Wire, end: End | None) -> tuple[str, str | None]:
    if end is End.FROM:
        return wire.from_device, wire.from_terminal
    return wire.to_device, wire.to_terminal


def _found_at(fault: Fault, place: tuple[str, str | None]) -> Fault:
    device, terminal = place
    return replace(fault, found_device=device, found_terminal=terminal)
