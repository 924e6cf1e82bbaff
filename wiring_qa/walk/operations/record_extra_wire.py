"""A wire that is not in the table is a finding of the cabinet."""

from flask_babel import lazy_gettext as _l

from wiring_qa.cabinets.queries import cabinet_for_change
from wiring_qa.core.forms import NOTE_LENGTH, ActForm, text
from wiring_qa.findings.kinds import End, Kind, Origin
from wiring_qa.findings.raising import Fault, raise_finding
from wiring_qa.journal.registry import Answer, Entry, operation


class RecordExtraWire(ActForm):
    """Where the wire was found."""

    found_device = text(_l("Found at device"), needed=True)
    found_terminal = text(_l("Found at terminal"))
    note = text(_l("Note"), longest=NOTE_LENGTH)


@operation(RecordExtraWire)
def record_extra_wire(entry: Entry, form: RecordExtraWire) -> Answer:
    """Raise a finding for a wire that the wiring table does not have."""
    cabinet = cabinet_for_change(entry.chain)
    device = form.found_device.data
    fault = Fault(Kind.EXTRA, End.BOTH, form.note.data or None, device, form.found_terminal.data or None)
    finding = raise_finding(entry, cabinet, fault, wire=None, origin=Origin.INSPECTION, device=device)
    return {"rows": [], "findings": [finding.number]}
