"""Checks and what belongs to them; facts are only added."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from wiring_qa.checks.kinds import CheckResult, RowState
from wiring_qa.core.db import Model
from wiring_qa.core.types import UtcDateTime, one_of
from wiring_qa.journal.models import Fact


class Check(Fact, Model):
    """One inspector's result for one wire of one cabinet."""

    __tablename__ = "checks"
    __table_args__ = (
        Index(None, "cabinet_id", "wire_id"),
        UniqueConstraint("cabinet_id", "wire_id", "position"),
        Index(None, "at", "by_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    cabinet_id: Mapped[int] = mapped_column(ForeignKey("cabinets.id"))
    wire_id: Mapped[int] = mapped_column(ForeignKey("wires.id"))
    result: Mapped[CheckResult] = mapped_column(one_of(CheckResult))
    confirmed: Mapped[list[str]] = mapped_column(JSON)
    """The extra checks that OK confirmed by name."""


class TakeBack(Fact, Model):
    """An inspector took a mark of their own back."""

    __tablename__ = "take_backs"

    id: Mapped[int] = mapped_column(primary_key=True)
    check_id: Mapped[int] = mapped_column(ForeignKey("checks.id"), unique=True)


class SecondConfirmation(Fact, Model):
    """A second person confirmed a wide-span row as themselves."""

    __tablename__ = "second_confirmations"
    __table_args__ = (Index(None, "cabinet_id", "wire_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    cabinet_id: Mapped[int] = mapped_column(ForeignKey("cabinets.id"))
    wire_id: Mapped[int] = mapped_column(ForeignKey("wires.id"))


class WireRemoval(Fact, Model):
    """An inspector confirmed that a wire that a new revision removed is gone."""

    __tablename__ = "wire_removals"
    __table_args__ = (Index(None, "cabinet_id", "wire_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    cabinet_id: Mapped[int] = mapped_column(ForeignKey("cabinets.id"))
    wire_id: Mapped[int] = mapped_column(ForeignKey("wires.id"))


class CachedRowState(Model):
    """How each row of a cabinet stands, derived; written by `findings.rows.refresh_rows` only.

    The last mark's author and time are kept beside it, for lists and for figures.
    """

    __tablename__ = "cached_row_states"
    __table_args__ = (Index(None, "cabinet_id", "state"),)

    cabinet_id: Mapped[int] = mapped_column(ForeignKey("cabinets.id"), primary_key=True)
    wire_id: Mapped[int] = mapped_column(ForeignKey("wires.id"), primary_key=True)
    state: Mapped[RowState] = mapped_column(one_of(RowState))
    revised_at: Mapped[int] = mapped_column(default=0)
    """The place in the chain of the last move that removed the row or asks for a new check of it, or 0; set
    when the cabinet moves."""
    is_removed: Mapped[bool] = mapped_column(default=False)
    """Whether the table that the cabinet is built to now has the row no more; set when the cabinet moves."""
    first_checked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When the row was checked for the first time, whatever came of it."""
    marked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    marked_by_id: Mapped[int | None] = mapped_column(ForeignKey("people.id"))
    marked_by: Mapped[str | None] = mapped_column(Text)
    """The name as it was, so that a walk of 2,000 rows needs no join."""
