"""Webhooks, and what is to be delivered to them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, Index, Text, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from wiring_qa.core.db import Model
from wiring_qa.core.types import UtcDateTime, one_of
from wiring_qa.journal.models import Fact
from wiring_qa.webhooks.kinds import DeliveryState, EventKind


class Webhook(Fact, Model):
    """An address of another system that is told of events."""

    __tablename__ = "webhooks"

    id: Mapped[int] = mapped_column(primary_key=True)
    url: Mapped[str] = mapped_column(Text)
    events: Mapped[list[str]] = mapped_column(JSON)
    removed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Delivery(Model):
    """An event on its way to a webhook, kept until it is delivered or given up.

    It is added in the transaction of the operation that brought the event; what became of it is written by
    `webhooks.delivering`, and by the leads' acts.
    """

    __tablename__ = "deliveries"
    __table_args__ = (Index(None, "state", "next_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    webhook_id: Mapped[int] = mapped_column(ForeignKey("webhooks.id"), index=True)
    number: Mapped[UUID] = mapped_column(Uuid, unique=True)
    """What the other system knows it by, the same at each try."""
    kind: Mapped[EventKind] = mapped_column(one_of(EventKind))
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    state: Mapped[DeliveryState] = mapped_column(one_of(DeliveryState), default=DeliveryState.WAITING)
    tries: Mapped[int] = mapped_column(default=0)
    next_at: Mapped[datetime] = mapped_column(UtcDateTime)
    """When it is tried next; while it is being tried, when another may take it over."""
    tried_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    answer: Mapped[str | None] = mapped_column(Text)
    """What the last try came to, in short."""
