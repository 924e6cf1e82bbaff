"""A person's badge: a printed QR code that tells who they are; with their PIN it signs them in.

The text is an address of the plant, so that a tablet's own camera app opens it, too.
"""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from wiring_qa.core.db import db
from wiring_qa.core.refusals import Refusal
from wiring_qa.people.models import Person
from wiring_qa.people.signatures import signed, told_by
from wiring_qa.people.signed_in import SignedIn, public_address, signed_in

_PURPOSE = "badge"
NO_BADGE = Refusal("no_badge", _l("This is no badge of this plant, or a newer one was made."), "pin")
PATH = "/badge/"


def badge_of(person_id: int) -> str | None:
    """Return the address on a person's badge; None for an unknown person or one who left."""
    query = select(Person.badge_version).where(Person.id == person_id, Person.active)
    version = db.session.scalar(query)
    if version is None:
        return None
    return f"{public_address()}{PATH}{signed(_PURPOSE, [person_id, version])}"


def person_of(badge: str) -> SignedIn | None:
    """Return whose badge it is, given its address or the part after the last slash.

    None for a badge of another plant, one that was made anew since, and of someone who left.
    """
    told = told_by(_PURPOSE, badge.rsplit("/", 1)[-1])
    if told is None:
        return None
    person_id, version = told
    query = select(Person.id).where(Person.id == person_id, Person.badge_version == version)
    return signed_in(person_id) if db.session.scalar(query) is not None else None
