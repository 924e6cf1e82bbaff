"""Reads of people, and the guarded load that every act on a person goes through."""

from dataclasses import dataclass

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select
from werkzeug.exceptions import NotFound

from wiring_qa.core.db import db
from wiring_qa.core.pages import Page, page_of
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.people import console
from wiring_qa.people.kinds import Role
from wiring_qa.people.models import Person
from wiring_qa.people.names import name_key
from wiring_qa.people.rules import WITH_PASSWORD

NO_PERSON = Refusal("no_person", _l("There is no such person."), "person")


@dataclass(frozen=True)
class Card:
    """What an administrator sees of a person."""

    id: int
    name: str
    role: Role
    active: bool
    has_password: bool
    has_pin: bool


def _card(person: Person) -> Card:
    return Card(
        person.id,
        person.name,
        person.role,
        person.active,
        person.password_hash is not None,
        person.pin_hash is not None,
    )


def people_page(number: int) -> Page:
    """Return a page of all people but the command line's, the active ones first, each by name."""
    query = (
        select(Person)
        .where(Person.name_key != console.NAME)
        .order_by(Person.active.desc(), Person.name_key, Person.id)
    )
    page = page_of(query, number)
    return Page([_card(person) for person in page.items], page.number, page.total)


def person_card(person_id: int) -> Card:
    """Return a person; 404 if there is none."""
    person = _find(person_id)
    if person is None:
        raise NotFound
    return _card(person)


def card_of(name: str) -> Card:
    """Return a person, active or not, by name; raise `Refused` if there is none."""
    query = select(Person).where(Person.name_key == name_key(name), Person.name_key != console.NAME)
    person = db.session.scalar(query)
    if person is None:
        raise Refused(NO_PERSON)
    return _card(person)


def person_for_change(person_id: int) -> Person:
    """Return a person for an act on them; raise `Refused` for an unknown one and for the command line's."""
    person = _find(person_id)
    if person is None:
        raise Refused(NO_PERSON)
    return person


def _find(person_id: int) -> Person | None:
    return db.session.scalar(select(Person).where(Person.id == person_id, Person.name_key != console.NAME))


def names_with_pin(most: int) -> list[str]:
    """Return the first names, in their order, of those who sign in with a PIN."""
    query = select(Person.name).where(
        Person.active, Person.pin_hash.is_not(None), Person.role.not_in(WITH_PASSWORD)
    )
    return list(db.session.scalars(query.order_by(Person.name_key).limit(most)))


def is_name_taken(name: str, except_id: int | None = None) -> bool:
    """Tell whether someone else, active or not, has a name."""
    query = select(Person.id).where(Person.name_key == name_key(name))
    if except_id is not None:
        query = query.where(Person.id != except_id)
    return db.session.scalar(query) is not None


def other_admins(person_id: int) -> int:
    """Count the active administrators beside a person."""
    query = select(func.count()).where(Person.active, Person.role == Role.ADMIN, Person.id != person_id)
    return db.session.scalar(query) or 0
