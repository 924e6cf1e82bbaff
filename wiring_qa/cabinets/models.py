"""Physical cabinets, who wires them, and their moves to another revision of their wiring table."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from wiring_qa.cabinets.kinds import Stage
from wiring_qa.core.db import Model
from wiring_qa.core.types import UtcDateTime, one_of
from wiring_qa.journal.models import Fact
from wiring_qa.people.models import Person
from wiring_qa.tables.comparing.changes import Change
from wiring_qa.tables.models import WiringTable


class Cabinet(Fact, Model):
    """One physical control cabinet, built to one wiring table; its facts name its place in its own chain."""

    __tablename__ = "cabinets"
    __table_args__ = (Index(None, "cached_stage"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(Text, unique=True)
    serial: Mapped[str] = mapped_column(Text)
    serial_key: Mapped[str] = mapped_column(Text, unique=True)
    order_no: Mapped[str | None] = mapped_column(Text)
    line: Mapped[str | None] = mapped_column(Text)
    """The production line that it is built on, where the plant names them."""
    table_id: Mapped[int] = mapped_column(ForeignKey("wiring_tables.id"), index=True)
    """The table it is built to now: that of its last move, or else the one it was added with."""
    cached_moved_at: Mapped[int] = mapped_column(default=0)
    """Derived: the place of its last move in its chain, 0 for one that never moved; written by
    `revisions.moving` only."""
    cached_stage: Mapped[Stage] = mapped_column(one_of(Stage), default=Stage.INSPECTING)
    """Derived; written by `release.stage` only."""
    cached_blockers: Mapped[int] = mapped_column(default=0)
    """Derived; written by `release.stage` only."""
    cached_inspected_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    """Derived: when the first inspection of all its rows was done; written by `release.stage` only."""
    cached_inspected_position: Mapped[int | None]
    """Derived: the place of that in its chain; written with it."""

    table: Mapped[WiringTable] = relationship()
    wirers: Mapped[list[Person]] = relationship(secondary="cabinet_wirers", order_by=Person.name)


class CabinetWirer(Model):
    """A wirer who is assigned to a cabinet."""

    __tablename__ = "cabinet_wirers"
    __table_args__ = (UniqueConstraint("person_id", "cabinet_id"),)

    cabinet_id: Mapped[int] = mapped_column(ForeignKey("cabinets.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)


class RevisionMove(Fact, Model):
    """A lead moved a cabinet under way to another revision of its wiring table."""

    __tablename__ = "revision_moves"

    id: Mapped[int] = mapped_column(primary_key=True)
    cabinet_id: Mapped[int] = mapped_column(ForeignKey("cabinets.id"), index=True)
    from_table_id: Mapped[int] = mapped_column(ForeignKey("wiring_tables.id"), index=True)
    to_table_id: Mapped[int] = mapped_column(ForeignKey("wiring_tables.id"))


class MovedRow(Model):
    """What a move made of one row: which wire continues which, and what follows from it."""

    __tablename__ = "moved_rows"

    id: Mapped[int] = mapped_column(primary_key=True)
    move_id: Mapped[int] = mapped_column(ForeignKey("revision_moves.id"), index=True)
    kind: Mapped[Change] = mapped_column(one_of(Change))
    earlier_wire_id: Mapped[int | None] = mapped_column(ForeignKey("wires.id"))
    """None for an added row; an added row with one was to be removed and is wanted again."""
    wire_id: Mapped[int | None] = mapped_column(ForeignKey("wires.id"), index=True)
    """None for a removed row."""
    fields: Mapped[list[str]] = mapped_column(JSON)
    """What differs, as values of `tables.compared_fields.Field`."""
    asks_for_check: Mapped[bool]
    reworked: Mapped[list[str]] = mapped_column(JSON)
    """The devices at which a termination is loosened or made."""


class CachedContinuation(Model):
    """An earlier wire and the row of the cabinet that continues it now, which has its facts.

    Derived from all moves of the cabinet; written by `revisions.moving` only.
    """

    __tablename__ = "cached_continuations"
    __table_args__ = (Index(None, "cabinet_id", "wire_id"),)

    cabinet_id: Mapped[int] = mapped_column(ForeignKey("cabinets.id"), primary_key=True)
    earlier_wire_id: Mapped[int] = mapped_column(ForeignKey("wires.id"), primary_key=True)
    wire_id: Mapped[int] = mapped_column(ForeignKey("wires.id"))
