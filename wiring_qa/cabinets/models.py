"""Physical cabinets and who wires them."""

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from wiring_qa.cabinets.kinds import Stage
from wiring_qa.core.db import Model
from wiring_qa.core.types import one_of
from wiring_qa.journal.models import Fact
from wiring_qa.people.models import Person
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
    table_id: Mapped[int] = mapped_column(ForeignKey("wiring_tables.id"), index=True)
    cached_stage: Mapped[Stage] = mapped_column(one_of(Stage), default=Stage.INSPECTING)
    """Derived; written by `release.stage` only."""
    cached_blockers: Mapped[int] = mapped_column(default=0)
    """Derived; written by `release.stage` only."""

    table: Mapped[WiringTable] = relationship()
    wirers: Mapped[list[Person]] = relationship(secondary="cabinet_wirers", order_by=Person.name)


class CabinetWirer(Model):
    """A wirer who is assigned to a cabinet."""

    __tablename__ = "cabinet_wirers"
    __table_args__ = (UniqueConstraint("person_id", "cabinet_id"),)

    cabinet_id: Mapped[int] = mapped_column(ForeignKey("cabinets.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
