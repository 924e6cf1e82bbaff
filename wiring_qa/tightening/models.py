"""Tightening rounds, their groups, confirmations, drawn samples and spot checks."""

from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Numeric, Text, UniqueConstraint, text
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column

from wiring_qa.core.db import Model
from wiring_qa.core.types import one_of
from wiring_qa.journal.models import Fact
from wiring_qa.tightening.states import RoundReason, RoundState, SpotResult


class Round(Fact, Model):
    """One going-over of every termination of a cabinet; ``number`` counts from 1 within the cabinet."""

    __tablename__ = "rounds"
    __table_args__ = (
        UniqueConstraint("cabinet_id", "number"),
        Index(
            "uq_rounds_one_open",
            "cabinet_id",
            unique=True,
            sqlite_where=text("cached_state IN ('tightening', 'spot_check')"),
            postgresql_where=text("cached_state IN ('tightening', 'spot_check')"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    cabinet_id: Mapped[int] = mapped_column(ForeignKey("cabinets.id"))
    number: Mapped[int]
    reason: Mapped[RoundReason] = mapped_column(one_of(RoundReason))
    level: Mapped[str] = mapped_column(Text)
    """Inspection level of ISO 2859-1 in force when the round started."""
    aql: Mapped[Decimal] = mapped_column(Numeric(5, 3))
    """Acceptable quality limit in per cent."""
    lot_size: Mapped[int]
    sample_size: Mapped[int]
    acceptance_number: Mapped[int]
    seed: Mapped[str | None] = mapped_column(Text)
    """The number of the operation that confirmed the last group, which seeds the draw; None before."""
    cached_state: Mapped[RoundState] = mapped_column(one_of(RoundState), default=RoundState.TIGHTENING)
    """Derived; written by `tightening.rounds.refresh_round` only."""
    cached_position: Mapped[int]
    """Up to where in the cabinet's chain the derived columns take the facts in; written with them."""


class Group(Model):
    """The terminations at one device or terminal strip in one round."""

    __tablename__ = "tightening_groups"
    __table_args__ = (UniqueConstraint("round_id", "number"), UniqueConstraint("round_id", "device"))

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"))
    number: Mapped[int]
    device: Mapped[str] = mapped_column(Text)
    terminations: Mapped[int]
    cached_confirmed: Mapped[bool] = mapped_column(default=False)
    """Derived: confirmed and no rework at it since; written by `tightening.rounds.refresh_round` only."""

    @hybrid_property
    def is_there(self) -> bool:
        """Whether there is anything to tighten at the device; a new revision may have left none."""
        return self.terminations > 0


class Confirmation(Fact, Model):
    """The wirer who tightened a group confirmed it, with tool and setting."""

    __tablename__ = "confirmations"

    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("tightening_groups.id"), index=True)
    tool: Mapped[str] = mapped_column(Text)
    clutch_setting: Mapped[str | None] = mapped_column(Text)
    torque_nm: Mapped[Decimal | None] = mapped_column(Numeric(6, 2))


class SampleRow(Fact, Model):
    """A row that was drawn for the spot check, and why."""

    __tablename__ = "sample_rows"
    __table_args__ = (Index(None, "round_id", "wire_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("rounds.id"))
    wire_id: Mapped[int] = mapped_column(ForeignKey("wires.id"))
    reasons: Mapped[list[str]] = mapped_column(JSON)
    """Values of `tightening.kinds.SampleReason`."""
    is_random: Mapped[bool]
    """Drawn by chance alone, so that the plan's acceptance number applies to it."""


class SpotCheck(Fact, Model):
    """An inspector tried a drawn row: it held or it moved."""

    __tablename__ = "spot_checks"

    id: Mapped[int] = mapped_column(primary_key=True)
    sample_row_id: Mapped[int] = mapped_column(ForeignKey("sample_rows.id"), unique=True)
    result: Mapped[SpotResult] = mapped_column(one_of(SpotResult))
    torque_nm: Mapped[Decimal | None] = mapped_column(Numeric(6, 2))
    """Measured, where it was."""
    finding_id: Mapped[int | None] = mapped_column(ForeignKey("findings.id"))
    """The loose finding that a moved row raised."""


class SamplingChoice(Model):
    """The one row that holds the sampling plan a lead has set."""

    __tablename__ = "sampling_choice"

    id: Mapped[int] = mapped_column(primary_key=True)
    level: Mapped[str] = mapped_column(Text)
    aql: Mapped[Decimal] = mapped_column(Numeric(5, 3))


class ThreadTorque(Model):
    """Nominal torque of a thread, as a lead has it."""

    __tablename__ = "thread_torques"

    thread: Mapped[str] = mapped_column(Text, primary_key=True)
    position: Mapped[int]
    torque_nm: Mapped[Decimal] = mapped_column(Numeric(6, 2))
    source: Mapped[dict[str, Any]] = mapped_column(JSON)
    """``text`` and ``is_assumed`` of a default, ``set_by`` of a torque that a lead has set."""
