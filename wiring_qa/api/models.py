"""Tokens by which other systems use the API."""

from datetime import datetime

from sqlalchemy import JSON, Text
from sqlalchemy.orm import Mapped, mapped_column

from wiring_qa.core.db import Model
from wiring_qa.core.types import UtcDateTime
from wiring_qa.journal.models import Fact


class ApiToken(Fact, Model):
    """A token that a lead made, in whose name it acts; its text is signed and kept nowhere."""

    __tablename__ = "api_tokens"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    scopes: Mapped[list[str]] = mapped_column(JSON)
    last_used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
