"""Proves that someone is who they say: by name and secret, with limited tries."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from wiring_qa.core.db import db
from wiring_qa.core.refusals import Refusal, Refused, require
from wiring_qa.people import passwords, signed_in, tablets
from wiring_qa.people.models import Person
from wiring_qa.people.names import name_key
from wiring_qa.people.rules import LONGEST_PASSWORD, WITH_PASSWORD
from wiring_qa.people.signed_in import SignedIn
from wiring_qa.people.tries import forget_tries, may_try

WRONG = Refusal("wrong_secret", _l("The name and the password or PIN do not fit together."), "secret")
TOO_MANY = Refusal("too_many_tries", _l("Too many tries. Wait a quarter of an hour and try again."), "secret")


def prove(name: str, secret: str, *, pin_is_enough: bool = False) -> SignedIn:
    """Return the person of a name if the secret is theirs; raise `Refused` if not, or after too many tries.

    A PIN proves leads and administrators only where ``pin_is_enough``: beside someone who is signed in.
    """
    key = name_key(name)
    if passwords.is_pin(secret):
        require(tablets.may_use_pin())
    if not may_try(key):
        raise Refused(TOO_MANY)
    stored = _stored(key, is_pin=passwords.is_pin(secret), pin_is_enough=pin_is_enough)
    right = len(secret) <= LONGEST_PASSWORD and passwords.is_right(secret, stored)
    person = signed_in.named(name) if right else None
    if person is None:
        raise Refused(WRONG)
    forget_tries(key)
    return person


def _stored(key: str, *, is_pin: bool, pin_is_enough: bool) -> str | None:
    kept = Person.pin_hash if is_pin else Person.password_hash
    query = select(kept).where(Person.name_key == key, Person.active)
    if is_pin and not pin_is_enough:
        query = query.where(Person.role.not_in(WITH_PASSWORD))
    return db.session.scalar(query)
