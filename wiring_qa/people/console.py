"""The person that the command line acts as.

Whoever has a shell on the server may do everything; the journal says so honestly: it names “console”, a
person without a secret, who is never active and so can never sign in.
"""

from sqlalchemy import insert, select

from wiring_qa.core.aside import aside
from wiring_qa.core.clock import now
from wiring_qa.core.db import db
from wiring_qa.people.kinds import Role, Theme
from wiring_qa.people.models import Person
from wiring_qa.people.signed_in import SignedIn, query

NAME = "console"


def console() -> SignedIn:
    """Return the command line's person, made when first asked for."""
    found = _find()
    if found is None:
        _make()
        found = _find()
    assert found is not None  # noqa: S101  it was just made
    return found


def _find() -> SignedIn | None:
    row = db.session.execute(query().where(Person.name_key == NAME)).first()
    return SignedIn(*row) if row else None


def _make() -> None:
    with aside() as connection:
        if connection.scalar(select(Person.id).where(Person.name_key == NAME)) is None:
            values = {"name": NAME, "name_key": NAME, "role": Role.ADMIN, "active": False}
            connection.execute(
                insert(Person).values(
                    **values,
                    theme=Theme.AUTO,
                    mirrored=False,
                    session_version=1,
                    remembered={},
                    created_at=now(),
                )
            )
