"""Notes an event for every webhook that wants it, in the transaction of the operation that brought it."""

from typing import Any
from uuid import uuid4

from sqlalchemy import select

from wiring_qa.core.db import db
from wiring_qa.journal.registry import Entry
from wiring_qa.webhooks.kinds import EventKind
from wiring_qa.webhooks.models import Delivery, Webhook


def note(entry: Entry, kind: EventKind, /, **data: Any) -> None:
    """Note an event once, however often its operation is sent; a rolled back one takes it along."""
    query = select(Webhook.id, Webhook.events).where(Webhook.removed_at.is_(None))
    for webhook_id, wanted in db.session.execute(query).all():
        if kind.value in wanted:
            delivery = Delivery(
                webhook_id=webhook_id,
                number=uuid4(),
                kind=kind,
                data={"cabinet": entry.chain, "by": entry.actor.name, **data},
                at=entry.at,
                next_at=entry.received_at,
            )
            db.session.add(delivery)
