"""Delivers what waits, one after the other; processes share the work and do none of it twice."""

import json
import threading
from datetime import timedelta
from typing import Any

from flask import Flask, current_app
from sqlalchemy import select, update

from wiring_qa.core.aside import aside
from wiring_qa.core.clock import now
from wiring_qa.core.db import AnyRow, db
from wiring_qa.webhooks.kinds import DeliveryState
from wiring_qa.webhooks.models import Delivery, Webhook
from wiring_qa.webhooks.rules import pause_after
from wiring_qa.webhooks.sending import post
from wiring_qa.webhooks.signing import signed_headers

LEASE = timedelta(minutes=2)
"""For how long a delivery is one process's own: longer than a try can take."""
EVERY_S = 5.0


def deliver_due() -> tuple[int, int]:
    """Try what is due; return how many were delivered and how many failed.

    A webhook that did not take one is left alone until the next time: however much waits for one that nobody
    answers, the others are told.
    """
    delivered, unanswered = 0, set[int]()
    while (delivery := _claim(unanswered)) is not None:
        is_taken, answer = _send(delivery)
        _settle(delivery, answer, is_taken=is_taken)
        delivered += is_taken
        if not is_taken:
            unanswered.add(delivery.webhook_id)
    return delivered, len(unanswered)


def _claim(but: set[int]) -> AnyRow | None:
    """Take the next delivery that is due for oneself, to none of some webhooks; None where there is none."""
    query = (
        select(
            *(Delivery.id, Delivery.number, Delivery.kind, Delivery.data, Delivery.at, Delivery.tries),
            *(Delivery.next_at, Delivery.webhook_id, Webhook.url),
        )
        .join(Webhook, Webhook.id == Delivery.webhook_id)
        .where(
            Delivery.state == DeliveryState.WAITING, Delivery.next_at <= now(), Webhook.removed_at.is_(None)
        )
        .where(Webhook.id.not_in(but))
        .order_by(Delivery.id)
        .limit(1)
    )
    while True:
        due = db.session.execute(query).first()
        db.session.rollback()
        if due is None:
            return None
        mine = (
            update(Delivery)
            .where(Delivery.id == due.id, Delivery.next_at == due.next_at)
            .values(next_at=now() + LEASE, tries=due.tries + 1, tried_at=now())
        )
        with aside() as connection:
            if connection.execute(mine).rowcount:
                return due


def _send(delivery: AnyRow) -> tuple[bool, str]:
    settings = current_app.config["WIRING_QA"]
    data = {**delivery.data, "url": f"{settings.public_url.rstrip('/')}/c/{delivery.data['cabinet']}"}
    told: dict[str, Any] = {"type": delivery.kind.value, "timestamp": delivery.at.isoformat(), "data": data}
    body = json.dumps(told, ensure_ascii=False).encode()
    headers = signed_headers(delivery.webhook_id, str(delivery.number), int(now().timestamp()), body)
    return post(delivery.url, body, headers, inside=settings.webhooks_inside)


def _settle(delivery: AnyRow, answer: str, *, is_taken: bool) -> None:
    news: dict[str, Any] = {"answer": answer}
    if is_taken:
        news["state"] = DeliveryState.DELIVERED
    else:
        news["next_at"] = now() + pause_after(delivery.tries + 1)
    with aside() as connection:
        connection.execute(
            update(Delivery)
            .where(Delivery.id == delivery.id, Delivery.state == DeliveryState.WAITING)
            .values(**news)
        )


def watch(app: Flask, ending: threading.Event) -> None:
    """Deliver what comes until it is told to end; an error is logged, and the next round tries again."""
    while not ending.wait(EVERY_S):
        try:
            with app.app_context():
                deliver_due()
        except Exception:
            app.logger.exception("Webhooks could not be delivered; they wait for the next round.")


def watch_in_background(app: Flask) -> threading.Event:
    """Deliver beside the server, in a thread that ends with the process; return what ends it before."""
    ending = threading.Event()
    threading.Thread(target=watch, args=(app, ending), name="webhooks", daemon=True).start()
    return ending
