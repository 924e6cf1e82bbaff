"""A person's token: a signed proof of who entered something, which outlives the session it was issued in."""

from dataclasses import dataclass
from datetime import datetime

from flask import current_app
from flask_babel import lazy_gettext as _l
from itsdangerous import BadData, URLSafeSerializer
from sqlalchemy import select

from wiring_qa.core.clock import now
from wiring_qa.core.db import db
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.people.models import Person

FORGED = Refusal("forged_token", _l("This was not entered under a sign-in of this plant."))


@dataclass(frozen=True)
class Bearer:
    """Whom a token names, and since when; what they entered from ``refused_from`` on is not accepted."""

    person_id: int
    issued_at: datetime
    refused_from: datetime | None


def issue(person_id: int) -> str:
    """Return the token of a person who has just signed in."""
    return _signer().dumps({"person": person_id, "issued_at": now().isoformat()})


def bearer_of(token: str) -> Bearer:
    """Return whom a token names; raise `Refused` for one that this plant did not issue."""
    try:
        told = _signer().loads(token)
    except BadData:
        raise Refused(FORGED) from None
    issued_at = datetime.fromisoformat(told["issued_at"])
    row = db.session.execute(select(Person.left_at).where(Person.id == told["person"])).first()
    if row is None:
        raise Refused(FORGED)
    # who left and came back has signed in anew, and holds a later token
    left_at = row.left_at if row.left_at and row.left_at >= issued_at else None
    return Bearer(told["person"], issued_at, left_at)


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.config["SECRET_KEY"], salt="person-token")
