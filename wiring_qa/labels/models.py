"""The layouts of labels that leads keep."""

from sqlalchemy import JSON, Text
from sqlalchemy.orm import Mapped, mapped_column

from wiring_qa.core.db import Model


class LabelLayout(Model):
    """A lead's own layout: on what it is printed, and which fields it has."""

    __tablename__ = "label_layouts"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    name_key: Mapped[str] = mapped_column(Text, unique=True)
    media: Mapped[str] = mapped_column(Text)
    """A key of `labels.media.MEDIA`."""
    fields: Mapped[list[str]] = mapped_column(JSON)
    """Values of `labels.setup.Field`."""
