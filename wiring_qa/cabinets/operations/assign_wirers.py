"""Who wires a cabinet sees its findings among their work."""

from flask_babel import lazy_gettext as _l

from wiring_qa.cabinets import queries
from wiring_qa.core.forms import ActForm, SomeOf
from wiring_qa.journal.registry import Answer, Entry, operation


class AssignWirers(ActForm):
    """The names of all wirers of the cabinet; nobody, to leave it to everyone."""

    wirers = SomeOf(_l("Wirers"))


@operation(AssignWirers)
def assign_wirers(entry: Entry, form: AssignWirers) -> Answer:
    """Set who wires a cabinet."""
    cabinet = queries.cabinet_for_change(entry.chain)
    cabinet.wirers = queries.wirers_named(form.wirers.data)
    return {"wirers": [person.name for person in cabinet.wirers]}
