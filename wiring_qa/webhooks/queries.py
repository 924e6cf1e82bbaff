"""Reads of webhooks and deliveries, and their guarded loads for a change."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from wiring_qa.core.db import db
from wiring_qa.core.pages import Page, page_of
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.webhooks.models import Delivery, Webhook

NO_WEBHOOK = Refusal("no_webhook", _l("There is no such webhook."), "webhook")
NO_DELIVERY = Refusal("no_delivery", _l("There is no such delivery."), "delivery")


def webhooks() -> Sequence[Webhook]:
    """Return the webhooks that are told of events."""
    return db.session.scalars(select(Webhook).where(Webhook.removed_at.is_(None)).order_by(Webhook.id)).all()


def deliveries_page(number: int) -> Page:
    """Return a page of deliveries with their addresses, the newest first."""
    query: Any = select(Delivery, Webhook.url).join(Webhook, Webhook.id == Delivery.webhook_id)
    return page_of(query.order_by(Delivery.id.desc()), number)


def webhook_for_change(webhook_id: int) -> Webhook:
    """Return a webhook; raise `Refused` if there is none, or it is removed."""
    found = db.session.get(Webhook, webhook_id)
    if found is None or found.removed_at is not None:
        raise Refused(NO_WEBHOOK)
    return found


def delivery_for_change(delivery_id: int) -> Delivery:
    """Return a delivery; raise `Refused` if there is none."""
    found = db.session.get(Delivery, delivery_id)
    if found is None:
        raise Refused(NO_DELIVERY)
    return found
