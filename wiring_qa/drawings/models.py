"""Mounting drawings: a picture of where the devices of a model sit, and the place of each device on it."""

from sqlalchemy import CheckConstraint, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from wiring_qa.core.db import Model
from wiring_qa.journal.models import Fact


class Drawing(Fact, Model):
    """A mounting drawing of a cabinet model, for every revision of its wiring table; the last one counts."""

    __tablename__ = "drawings"

    id: Mapped[int] = mapped_column(primary_key=True)
    model: Mapped[str] = mapped_column(Text, index=True)
    filename: Mapped[str] = mapped_column(Text)
    picture: Mapped[str] = mapped_column(Text)
    """The SHA-256 of the picture that is kept."""
    width: Mapped[int]
    height: Mapped[int]


class Placement(Fact, Model):
    """A lead said where a device sits, in percent from the left and from the top, or took it off.

    The last one of a device counts.
    """

    __tablename__ = "placements"
    __table_args__ = (
        CheckConstraint("(x_percent IS NULL) = (y_percent IS NULL)", name="whole"),
        CheckConstraint("x_percent BETWEEN 0 AND 100 AND y_percent BETWEEN 0 AND 100", name="inside"),
        Index(None, "drawing_id", "device"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    drawing_id: Mapped[int] = mapped_column(ForeignKey("drawings.id"))
    device: Mapped[str] = mapped_column(Text)
    x_percent: Mapped[float | None]
    y_percent: Mapped[float | None]
