"""What a tablet sent and the server could not accept is kept, so that no mark is lost without a word."""

import json
from datetime import datetime
from uuid import UUID

from flask_babel import lazy_gettext as _l

from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, text
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.offline.models import RejectedOperation
from wiring_qa.offline.queries import rejected_of

LONGEST = 20_000
"""More characters than an operation that /sync takes can have."""


class KeepRejected(ActForm):
    """The operation as it was sent, and why it was refused."""

    number = text(_l("Number"), needed=True)
    act = text(_l("What"), needed=True)
    cabinet = text(_l("Cabinet"))
    entered_at = text(_l("Entered at"), needed=True)
    fields = text(_l("Details"), longest=LONGEST)
    code = text(_l("Code"), needed=True)
    reason = text(_l("Reason"), longest=LONGEST)


@operation(KeepRejected, on_cabinet=False, has_route=False)
def keep_rejected(entry: Entry, form: KeepRejected) -> Answer:
    """Keep an operation that was refused; one that is refused again, later, is kept with the later reason."""
    number = UUID(form.number.data)
    kept = rejected_of(number, entry.actor.id)
    if kept is None:
        kept = RejectedOperation(
            **entry.stamp,
            number=number,
            type=form.act.data,
            cabinet=form.cabinet.data or "",
            entered_at=datetime.fromisoformat(form.entered_at.data),
            data=json.loads(form.fields.data or "{}"),
        )
        db.session.add(kept)
    kept.code = form.code.data
    kept.message = form.reason.data or ""
    return {"number": str(number)}
