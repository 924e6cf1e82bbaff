"""The person behind a request, as the rest of the app knows them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from flask import current_app
from flask_login import UserMixin
from sqlalchemy import Select, and_, bindparam, or_, select

from wiring_qa.core.clock import now
from wiring_qa.core.db import db
from wiring_qa.core.prepared import Prepared
from wiring_qa.people import roles
from wiring_qa.people.kinds import Role, Theme
from wiring_qa.people.models import Person, Tablet
from wiring_qa.people.names import name_key

_SECOND = 1_000_000
"""A session keeps its beginning in microseconds, as the database does."""


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
    tablet_id: int = 0
    """The enrolled tablet they are on; 0 elsewhere."""
    tablet: str | None = None

    def may(self, act: str) -> bool:
        """Tell whether the person's role allows an act."""
        return roles.may(self.role, act)

    def get_id(self) -> str:
        """Return what the session keeps: who, the version that a changed secret raises, since when, where."""
        return f"{self.id}:{self.session_version}:{round(now().timestamp() * _SECOND)}:{self.tablet_id}"


def query() -> Select[int, str, Role, str | None, Theme, bool, int]:
    """Return the query of a `SignedIn`'s columns."""
    return select(
        Person.id,
        Person.name,
        Person.role,
        Person.language,
        Person.theme,
        Person.mirrored,
        Person.session_version,
    )


_ACTIVE = query().where(Person.active, Person.id == bindparam("person"))
_BY_ID = Prepared(_ACTIVE)
_BY_NAME = Prepared(query().where(Person.active, Person.name_key == bindparam("key")))
_TABLET = and_(
    Tablet.id == bindparam("tablet"),
    # what was begun before is of the device that was this tablet then
    Tablet.enrolled_at <= bindparam("since"),
    Tablet.revoked_at.is_(None),
)
_BY_SESSION = Prepared(
    _ACTIVE.add_columns(Tablet.id, Tablet.name)
    .outerjoin(Tablet, _TABLET)
    .where(
        Person.session_version == bindparam("version"),
        or_(bindparam("tablet") == 0, Tablet.id.is_not(None)),
    )
)
_WHOEVER = Prepared(query().where(Person.id == bindparam("person")))


def _one(statement: Prepared, **values: Any) -> SignedIn | None:
    row = statement.first(**values)
    return SignedIn(*row) if row else None


def signed_in(person_id: int) -> SignedIn | None:
    """Return an active person by id."""
    return _one(_BY_ID, person=person_id)


def whoever(person_id: int) -> SignedIn | None:
    """Return a person by id, though they may have left."""
    return _one(_WHOEVER, person=person_id)


def named(name: str) -> SignedIn | None:
    """Return an active person by the name they sign in with, whatever its case."""
    return _one(_BY_NAME, key=name_key(name))


def active_people(ids: Collection[int] | None = None) -> list[SignedIn]:
    """Return the active people, or those among the given ids, by name."""
    people = query().where(Person.active).order_by(Person.name_key)
    if ids is not None:
        people = people.where(Person.id.in_(ids))
    return [SignedIn(*row) for row in db.session.execute(people)]


def from_session(kept: str) -> SignedIn | None:
    """Return the person a session belongs to.

    None if it is older than the setting `sign_in_hours`, or if their secret or role has changed since, or if
    the tablet it was begun on is no longer enrolled, or is another device since.
    """
    parts = kept.split(":")
    if len(parts) != 4 or not all(part.isdecimal() for part in parts):  # noqa: PLR2004  as get_id made it
        return None
    person_id, version, at, tablet = map(int, parts)
    since = datetime.fromtimestamp(at / _SECOND, UTC)
    longest = timedelta(hours=current_app.config["WIRING_QA"].sign_in_hours)
    if now() - since >= longest:
        return None
    row = _BY_SESSION.glance(person=person_id, version=version, tablet=tablet, since=since)
    return SignedIn(*row[:-2], row[-2] or 0, row[-1]) if row else None


def public_address() -> str:
    """Return the address that printed codes lead to, without a slash at its end."""
    address: str = current_app.config["WIRING_QA"].public_url
    return address.rstrip("/")
