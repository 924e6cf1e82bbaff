"""An inspector notes in advance that a finding's recheck needs the wiring table."""

from flask_babel import lazy_gettext as _l

from wiring_qa.cabinets.queries import cabinet_for_change
from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, whole
from wiring_qa.core.refusals import require
from wiring_qa.findings import rules
from wiring_qa.findings.models import TableRequest
from wiring_qa.findings.queries import finding_for_change
from wiring_qa.journal.registry import Answer, Entry, operation


class AskForTable(ActForm):
    """The finding."""

    finding = whole(_l("Finding"))


@operation(AskForTable)
def ask_for_table(entry: Entry, form: AskForTable) -> Answer:
    """Have a finding rechecked against the wiring table, both ends."""
    cabinet = cabinet_for_change(entry.chain)
    finding = finding_for_change(cabinet, form.finding.data)
    require(rules.may_ask_for_table(finding.cached_state))
    db.session.add(TableRequest(**entry.stamp, finding_id=finding.id))
    finding.needs_table = True
    return {"finding": finding.number}
