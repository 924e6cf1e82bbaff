"""A wire that a new revision removed is confirmed gone by an inspector; its findings end with it."""

from flask_babel import lazy_gettext as _l

from wiring_qa.cabinets.queries import cabinet_for_change
from wiring_qa.checks.models import WireRemoval
from wiring_qa.checks.rules import may_confirm_removed
from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, text, whole
from wiring_qa.core.refusals import require
from wiring_qa.findings.models import RemovalSettlement
from wiring_qa.findings.rows import refresh_findings, refresh_rows
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.revisions import queries


class ConfirmRemovedWire(ActForm):
    """The row, and the last revision that had it."""

    revision = text(_l("Revision"), needed=True, longest=60)
    wire = whole(_l("Row"))


@operation(ConfirmRemovedWire)
def confirm_removed_wire(entry: Entry, form: ConfirmRemovedWire) -> Answer:
    """Confirm that a removed wire is gone."""
    cabinet = cabinet_for_change(entry.chain)
    wire, state = queries.removed_row(cabinet, form.revision.data, form.wire.data)
    findings = queries.settled_with(cabinet, wire) if wire else []
    require(may_confirm_removed(state, fixed_by_oneself=queries.is_own_fix(findings, entry.actor.id)))
    assert wire is not None  # noqa: S101  the rule above refuses a row that was not removed
    db.session.add(WireRemoval(**entry.stamp, cabinet_id=cabinet.id, wire_id=wire.id))
    db.session.add_all([RemovalSettlement(**entry.stamp, finding_id=each.id) for each in findings])
    db.session.flush()
    refresh_findings([finding.id for finding in findings])
    refresh_rows(cabinet.id, [wire.id])
    return {
        "rows": [],
        "removed": {"revision": form.revision.data, "wire": wire.sequence},
        "findings": [finding.number for finding in findings],
    }
