"""A person's token: a signed proof of who entered something, which outlives the session it was issued in."""

from dataclasses import dataclass, replace
from datetime import datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from wiring_qa.core.clock import now
from wiring_qa.core.db import db
from wiring_qa.core.refusals import Refusal
from wiring_qa.people.models import Person, Tablet
from wiring_qa.people.signatures import signed, told_by
from wiring_qa.people.signed_in import SignedIn, whoever

_PURPOSE = "person-token"
LEFT = Refusal("person_left", _l("Who entered this has left since. A lead judges whether it counts."))
REVOKED = Refusal("tablet_revoked", _l("This tablet was revoked. A lead judges whether this counts."))


@dataclass(frozen=True)
class Bearer:
    """Whom a token names, on the tablet it was issued on, and why what comes under it now is not accepted."""

    person: SignedIn
    issued_at: datetime
    session_version: int
    """The person's when it was issued; a changed secret has raised theirs since."""
    refusal: Refusal | None


def issue(person: SignedIn) -> str:
    """Return the token of a person who has just signed in, on the tablet they are on."""
    return signed(_PURPOSE, [person.id, person.tablet_id, person.session_version, now().isoformat()])


def bearer_of(token: str) -> Bearer | None:
    """Return whom a token names; None for one that this plant did not issue."""
    told = told_by(_PURPOSE, token)
    if told is None:
        return None
    person_id, tablet_id, version, at = told
    person = whoever(person_id)
    if person is None:
        return None
    issued_at = datetime.fromisoformat(at)
    tablet = db.session.get(Tablet, tablet_id) if tablet_id else None
    is_revoked = tablet is not None and tablet.revoked_at is not None
    person = replace(person, tablet_id=tablet_id, tablet=tablet.name if tablet else None)
    return Bearer(person, issued_at, version, REVOKED if is_revoked else _since_left(person_id, issued_at))


def _since_left(person_id: int, issued_at: datetime) -> Refusal | None:
    left_at = db.session.scalar(select(Person.left_at).where(Person.id == person_id))
    # who left and came back has signed in anew, and holds a later token
    return LEFT if left_at and left_at >= issued_at else None
