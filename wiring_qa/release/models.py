"""Releases and reopenings."""

import enum

from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from wiring_qa.core.db import Model
from wiring_qa.core.types import one_of
from wiring_qa.journal.models import Fact


class ReleaseAct(enum.StrEnum):
    """A record is frozen by a release and opened by a reopening."""

    RELEASED = "released"
    REOPENED = "reopened"


class Release(Fact, Model):
    """A lead released a cabinet, or reopened it with a reason; the last one says whether it is frozen."""

    __tablename__ = "releases"

    id: Mapped[int] = mapped_column(primary_key=True)
    cabinet_id: Mapped[int] = mapped_column(ForeignKey("cabinets.id"), index=True)
    act: Mapped[ReleaseAct] = mapped_column(one_of(ReleaseAct))
    note: Mapped[str | None] = mapped_column(Text)
