"""The journal's tables: every operation once, and the head of each chain."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from wiring_qa.core.db import Model
from wiring_qa.core.types import UtcDateTime

PLANT = "plant"
"""The chain of what concerns no single cabinet: people, wiring tables, settings."""


class JournalEntry(Model):
    """One operation, applied exactly once and kept for ever."""

    __tablename__ = "journal_entries"
    __table_args__ = (UniqueConstraint("chain", "position"),)

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True)
    chain: Mapped[str] = mapped_column(Text)
    position: Mapped[int]
    type: Mapped[str] = mapped_column(Text, index=True)
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    tablet: Mapped[str | None] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    received_at: Mapped[datetime] = mapped_column(UtcDateTime)
    data: Mapped[dict[str, Any]] = mapped_column(JSON)
    answer: Mapped[dict[str, Any]] = mapped_column(JSON)
    previous_hash: Mapped[str] = mapped_column(Text)
    hash: Mapped[str] = mapped_column(Text)


class ChainHead(Model):
    """The last entry of a chain; its row is what writers of one cabinet queue on."""

    __tablename__ = "chain_heads"

    chain: Mapped[str] = mapped_column(Text, primary_key=True)
    position: Mapped[int]
    hash: Mapped[str] = mapped_column(Text)
    seal: Mapped[str] = mapped_column(Text)


class Fact:
    """What every recorded fact carries: the operation that brought it, who, when, and its place in the chain.

    ``position`` orders the facts of one cabinet whatever the tablets' clocks say.
    """

    @declared_attr
    def operation_id(cls) -> Mapped[UUID]:  # noqa: N805
        """The operation; the entry is written after its facts, hence deferred."""
        return mapped_column(
            ForeignKey("journal_entries.id", deferrable=True, initially="DEFERRED"), index=True
        )

    @declared_attr
    def by_id(cls) -> Mapped[int]:  # noqa: N805
        """Who did it."""
        return mapped_column(ForeignKey("people.id"))

    position: Mapped[int]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
