"""The person behind a request, as the rest of the app knows them."""

from dataclasses import dataclass

from flask_login import UserMixin
from sqlalchemy import select

from wiring_qa.core.db import db
from wiring_qa.people import roles
from wiring_qa.people.kinds import Role, Theme
from wiring_qa.people.models import Person


@dataclass(frozen=True)
class SignedIn(UserMixin):  # type: ignore[misc]  # flask-login carries no types
    """A person for the time of one request; satisfies the journal's `Actor`."""

    id: int
    name: str
    role: Role
    language: str | None
    theme: Theme
    mirrored: bool
    session_version: int

    def may(self, act: str) -> bool:
        """Tell whether the person's role allows an act."""
        return roles.may(self.role, act)

    def get_id(self) -> str:
        """Return what the session keeps: the id and the version, so that a changed secret ends it."""
        return f"{self.id}:{self.session_version}"


def _one(*conditions: object) -> SignedIn | None:
    row = db.session.execute(
        select(
            Person.id,
            Person.name,
            Person.role,
            Person.language,
            Person.theme,
            Person.mirrored,
            Person.session_version,
        ).where(Person.active, *conditions)  # type: ignore[arg-type]  # SQL conditions
    ).first()
    return SignedIn(*row) if row else None


def signed_in(person_id: int) -> SignedIn | None:
    """Return an active person by id."""
    return _one(Person.id == person_id)


def named(name: str) -> SignedIn | None:
    """Return an active person by the name they sign in with, whatever its case."""
    return _one(Person.name_key == name.strip().casefold())


def from_session(kept: str) -> SignedIn | None:
    """Return the person a session belongs to, unless their secret or role has changed since."""
    person_id, _, version = kept.partition(":")
    if not (person_id.isdigit() and version.isdigit()):
        return None
    return _one(Person.id == int(person_id), Person.session_version == int(version))
