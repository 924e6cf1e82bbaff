"""Complaints from the field, and the facts of their life."""

from datetime import date

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from wiring_qa.complaints.kinds import Step
from wiring_qa.core.db import Model
from wiring_qa.core.types import one_of
from wiring_qa.findings.kinds import Kind
from wiring_qa.journal.models import Fact


class Complaint(Fact, Model):
    """What came from the field about a cabinet; ``number`` counts from 1 within the cabinet."""

    __tablename__ = "complaints"
    __table_args__ = (UniqueConstraint("cabinet_id", "number"), Index(None, "at"))

    id: Mapped[int] = mapped_column(primary_key=True)
    cabinet_id: Mapped[int] = mapped_column(ForeignKey("cabinets.id"))
    number: Mapped[int]
    kind: Mapped[Kind] = mapped_column(one_of(Kind))
    noticed_on: Mapped[date | None]
    reference: Mapped[str | None] = mapped_column(Text)
    """The number under which the customer or the service knows it."""
    words: Mapped[str] = mapped_column(Text)
    """What the customer or the service said."""


class ComplaintRow(Model):
    """A wire that a complaint is about."""

    __tablename__ = "complaint_rows"

    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id"), primary_key=True)
    wire_id: Mapped[int] = mapped_column(ForeignKey("wires.id"), primary_key=True)


class Correction(Fact, Model):
    """What was done in the field."""

    __tablename__ = "corrections"

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id"), index=True)
    note: Mapped[str] = mapped_column(Text)


class ComplaintClosure(Fact, Model):
    """A lead judged which step should have caught it; ``proposed`` is what the record proposed then."""

    __tablename__ = "complaint_closures"

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("complaints.id"), unique=True)
    step: Mapped[Step] = mapped_column(one_of(Step))
    proposed: Mapped[str] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(Text)
