"""People and their sign-in tries."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from wiring_qa.core.clock import now
from wiring_qa.core.db import Model
from wiring_qa.core.types import UtcDateTime, one_of
from wiring_qa.people.kinds import Role, Theme


class Person(Model):
    """Someone who signs in by name, with a password or a PIN."""

    __tablename__ = "people"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text, unique=True)
    """The name they sign in with, as typed; compared without regard to case."""
    name_key: Mapped[str] = mapped_column(Text, unique=True)
    role: Mapped[Role] = mapped_column(one_of(Role))
    password_hash: Mapped[str | None] = mapped_column(Text)
    pin_hash: Mapped[str | None] = mapped_column(Text)
    active: Mapped[bool] = mapped_column(default=True)
    language: Mapped[str | None] = mapped_column(Text)
    theme: Mapped[Theme] = mapped_column(one_of(Theme), default=Theme.AUTO)
    mirrored: Mapped[bool] = mapped_column(default=False)
    """OK under the left thumb."""
    left_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When they last stopped being active; a token from before is refused from then on."""
    session_version: Mapped[int] = mapped_column(default=1)
    """Raised when a secret or the role changes, which ends every earlier sign-in."""
    remembered: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    """Last choices to offer again, such as tool and clutch setting."""
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)


class SignInTry(Model):
    """One wrong password or PIN, for the limit on tries."""

    __tablename__ = "sign_in_tries"
    __table_args__ = (Index(None, "name_key", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name_key: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
