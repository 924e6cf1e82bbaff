"""What tablets sent and the server could not accept."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from wiring_qa.core.db import Model
from wiring_qa.core.types import UtcDateTime
from wiring_qa.journal.models import Fact


class RejectedOperation(Fact, Model):
    """An operation that was refused when it arrived, with all that was entered and why it was refused."""

    __tablename__ = "rejected_operations"
    # another's number does not stand in the way of one's own
    __table_args__ = (UniqueConstraint("number", "by_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[UUID] = mapped_column(Uuid)
    type: Mapped[str] = mapped_column(Text)
    cabinet: Mapped[str] = mapped_column(Text, index=True)
    entered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
    code: Mapped[str] = mapped_column(Text)
    message: Mapped[str] = mapped_column(Text)


class Dismissal(Fact, Model):
    """A rejected operation was looked at, and nothing more is to be done about it."""

    __tablename__ = "dismissals"

    id: Mapped[int] = mapped_column(primary_key=True)
    rejected_id: Mapped[int] = mapped_column(ForeignKey("rejected_operations.id"), unique=True)
    reason: Mapped[str] = mapped_column(Text)
    """Why; blank where its author let it go."""
