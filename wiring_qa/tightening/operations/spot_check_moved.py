"""A row that moves raises a loose finding; more of them than the plan accepts fails the round."""

from flask_babel import lazy_gettext as _l

from wiring_qa.cabinets.queries import cabinet_for_change
from wiring_qa.core.forms import NOTE_LENGTH, OneOf, text
from wiring_qa.findings.answers import row_answer
from wiring_qa.findings.kinds import End, Kind, Origin
from wiring_qa.findings.raising import Fault, raise_finding
from wiring_qa.findings.rows import refresh_rows
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.tightening.spot_checks import SpotCheckForm, add_spot_check, answer


class SpotCheckMoved(SpotCheckForm):
    """The row and the end that moved, and the torque where it was measured."""

    end = OneOf(_l("End"), End)
    note = text(_l("Note"), longest=NOTE_LENGTH)


@operation(SpotCheckMoved)
def spot_check_moved(entry: Entry, form: SpotCheckMoved) -> Answer:
    """Record that a drawn row moved, with its finding."""
    cabinet = cabinet_for_change(entry.chain)
    round_, wire, check = add_spot_check(entry, cabinet, form, form.end.data)
    fault = Fault(Kind.LOOSE, form.end.data, form.note.data or None)
    finding = raise_finding(entry, cabinet, fault, wire=wire, origin=Origin.SPOT_CHECK)
    check.finding_id = finding.id
    touched = row_answer(refresh_rows(cabinet.id, [wire.id]))
    return {**touched, **answer(entry, cabinet, round_, wire, check), "finding": finding.number}
