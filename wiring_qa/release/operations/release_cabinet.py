"""A cabinet is released only when nothing blocks it; then its record is frozen."""

from flask_babel import lazy_gettext as _l

from wiring_qa.cabinets.queries import any_cabinet_for_change
from wiring_qa.core.db import db
from wiring_qa.core.forms import NOTE_LENGTH, ActForm, text
from wiring_qa.core.refusals import require
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.release import rules
from wiring_qa.release.facts import facts_of
from wiring_qa.release.models import Release, ReleaseAct
from wiring_qa.webhooks import events
from wiring_qa.webhooks.kinds import EventKind


class ReleaseCabinet(ActForm):
    """An optional note on the release."""

    note = text(_l("Note"), longest=NOTE_LENGTH)


@operation(ReleaseCabinet)
def release_cabinet(entry: Entry, form: ReleaseCabinet) -> Answer:
    """Release a cabinet that nothing blocks."""
    cabinet = any_cabinet_for_change(entry.chain)
    require(rules.may_release(facts_of(cabinet.id)))
    note = form.note.data or None
    db.session.add(Release(**entry.stamp, cabinet_id=cabinet.id, act=ReleaseAct.RELEASED, note=note))
    db.session.flush()
    events.note(entry, EventKind.CABINET_RELEASED, serial=cabinet.serial)
    return {"stage": "released"}
