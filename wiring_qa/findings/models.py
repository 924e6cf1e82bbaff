"""Findings and the facts of their life."""

from uuid import UUID

from sqlalchemy import JSON, ForeignKey, Index, Text, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from wiring_qa.core.db import Model
from wiring_qa.core.types import one_of
from wiring_qa.findings.kinds import End, FindingState, Kind, Origin
from wiring_qa.journal.models import Fact


class Finding(Fact, Model):
    """A recorded fault; ``number`` counts from 1 within the cabinet."""

    __tablename__ = "findings"
    __table_args__ = (
        UniqueConstraint("cabinet_id", "number"),
        Index(None, "cabinet_id", "cached_state"),
        Index(None, "cabinet_id", "wire_id"),
        # figures count a period's findings from this index alone
        Index(None, "at", "cached_state", "origin", "kind", "wire_id"),
        Index(None, "cached_state", "at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    cabinet_id: Mapped[int] = mapped_column(ForeignKey("cabinets.id"))
    number: Mapped[int]
    wire_id: Mapped[int | None] = mapped_column(ForeignKey("wires.id"))
    """None for an extra wire, which no row describes."""
    check_id: Mapped[int | None] = mapped_column(ForeignKey("checks.id"))
    """The check that raised it; None for an extra wire and a spot check."""
    origin: Mapped[Origin] = mapped_column(one_of(Origin))
    kind: Mapped[Kind] = mapped_column(one_of(Kind))
    end: Mapped[End] = mapped_column(one_of(End))
    device: Mapped[str] = mapped_column(Text)
    """Where the wirer looks first; for a missing part, the device that is not there."""
    found_device: Mapped[str | None] = mapped_column(Text)
    found_terminal: Mapped[str | None] = mapped_column(Text)
    swapped_with_id: Mapped[int | None] = mapped_column(ForeignKey("findings.id"))
    """The other finding of a swapped pair, on both."""
    note: Mapped[str | None] = mapped_column(Text)
    needs_table: Mapped[bool]
    """Whether the recheck is done against the wiring table."""
    cached_state: Mapped[FindingState] = mapped_column(one_of(FindingState), default=FindingState.OPEN)
    """Derived; written by `findings.rows.refresh_findings` only."""
    cached_rechecks_failed: Mapped[int] = mapped_column(default=0)
    """Derived; how often a recheck failed."""

    @property
    def holds_rows(self) -> bool:
        """Whether the finding keeps the rows of its device waiting: the part is missing."""
        return self.kind is Kind.MISSING_PART


class Fix(Fact, Model):
    """A wirer corrected a finding."""

    __tablename__ = "fixes"
    __table_args__ = (Index(None, "at", "waited_s"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("findings.id"), index=True)
    note: Mapped[str | None] = mapped_column(Text)
    waited_s: Mapped[int]
    """Seconds since the finding was raised, or since the recheck that opened it again."""


class Recheck(Fact, Model):
    """An inspector checked a fix; each fix is rechecked once."""

    __tablename__ = "rechecks"
    __table_args__ = (Index(None, "at", "waited_s", "passed", "finding_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("findings.id"), index=True)
    fix_id: Mapped[int] = mapped_column(ForeignKey("fixes.id"), unique=True)
    passed: Mapped[bool]
    confirmed: Mapped[list[str]] = mapped_column(JSON)
    """What was confirmed one by one against the table: from, to, pull."""
    note: Mapped[str | None] = mapped_column(Text)
    """After a failed recheck: what is wrong now."""
    waited_s: Mapped[int]
    """Seconds since the fix."""


class TableRequest(Fact, Model):
    """An inspector asked that a finding be rechecked against the wiring table."""

    __tablename__ = "table_requests"

    id: Mapped[int] = mapped_column(primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("findings.id"), index=True)


class RemovalSettlement(Fact, Model):
    """The finding's wire was removed by a new revision, and an inspector confirmed that it is gone."""

    __tablename__ = "removal_settlements"

    id: Mapped[int] = mapped_column(primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("findings.id"), unique=True)


class Concession(Fact, Model):
    """A lead accepted a deviation, with a reason."""

    __tablename__ = "concessions"

    id: Mapped[int] = mapped_column(primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("findings.id"), unique=True)
    reason: Mapped[str] = mapped_column(Text)


class Photo(Fact, Model):
    """A photo of a fault; ``about_id`` is the operation that raised the finding, or the pair of findings."""

    __tablename__ = "photos"
    __table_args__ = (Index(None, "cabinet_id", "about_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    cabinet_id: Mapped[int] = mapped_column(ForeignKey("cabinets.id"))
    about_id: Mapped[UUID] = mapped_column(Uuid)
    picture: Mapped[str] = mapped_column(Text)
    """The SHA-256 of the picture that is kept."""
    width: Mapped[int]
    height: Mapped[int]
