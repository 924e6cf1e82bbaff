"""People, the tablets they share, and wrong tries to sign in."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from wiring_qa.core.clock import now
from wiring_qa.core.db import Model
from wiring_qa.core.types import UtcDateTime, one_of
from wiring_qa.journal.models import Fact
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
    badge_version: Mapped[int] = mapped_column(default=1)
    """Raised when a badge is made anew, which makes every earlier one worthless."""
    session_version: Mapped[int] = mapped_column(default=1)
    """Raised when a secret or the role changes, which ends every earlier sign-in."""
    remembered: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    """Last choices to offer again, such as tool and clutch setting."""
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, default=now)


class Tablet(Fact, Model):
    """A tablet of the plant, from its invitation on; people sign in on it with a PIN once it is enrolled."""

    __tablename__ = "tablets"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    """Written on the tablet, and in the journal beside what was entered on it; never changed."""
    name_key: Mapped[str] = mapped_column(Text, unique=True)
    enrolled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When it was enrolled last; a device that was before is none any more."""
    invited_again_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    @property
    def is_invited(self) -> bool:
        """Whether its invitation, the first or a later one, is not taken up yet."""
        if self.revoked_at or self.enrolled_at is None:
            return self.revoked_at is None
        return self.invited_again_at is not None and self.invited_again_at > self.enrolled_at


class TabletContact(Model):
    """What a tablet said of itself when it was last heard of; no part of any record."""

    __tablename__ = "tablet_contacts"

    tablet_id: Mapped[int] = mapped_column(ForeignKey("tablets.id"), primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    waiting: Mapped[int]
    """Acts that were on the tablet only."""
    oldest_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When the oldest of them was entered, by the tablet's clock."""
    version: Mapped[str] = mapped_column(Text)
    """The version of the app that it ran."""


class SignInTry(Model):
    """One wrong password or PIN, for the limit on tries."""

    __tablename__ = "sign_in_tries"
    __table_args__ = (Index(None, "name_key", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name_key: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
