"""A lead reopens a released cabinet, with a reason."""

from flask_babel import lazy_gettext as _l

from wiring_qa.cabinets.queries import any_cabinet_for_change
from wiring_qa.core.db import db
from wiring_qa.core.forms import NOTE_LENGTH, ActForm, text
from wiring_qa.core.refusals import require
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.release import rules
from wiring_qa.release.facts import facts_of
from wiring_qa.release.models import Release, ReleaseAct


class ReopenCabinet(ActForm):
    """Why the record is opened again."""

    reason = text(_l("Reason"), needed=True, longest=NOTE_LENGTH)


@operation(ReopenCabinet)
def reopen_cabinet(entry: Entry, form: ReopenCabinet) -> Answer:
    """Open a frozen record again."""
    cabinet = any_cabinet_for_change(entry.chain)
    require(rules.may_reopen(facts_of(cabinet.id), form.reason.data))
    opened = Release(**entry.stamp, cabinet_id=cabinet.id, act=ReleaseAct.REOPENED, note=form.reason.data)
    db.session.add(opened)
    db.session.flush()
    return {"reopened": True}
