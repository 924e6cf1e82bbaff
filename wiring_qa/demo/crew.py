"""The people of the demo plant and what they sign in with."""

from dataclasses import dataclass
from datetime import datetime
from random import Random
from uuid import UUID

from wiring_qa.journal.submit import perform
from wiring_qa.people.console import console
from wiring_qa.people.kinds import Role
from wiring_qa.people.rules import WITH_PASSWORD
from wiring_qa.people.signed_in import SignedIn, named

PIN = "2468"
PASSWORD = "copper ferrule lamp"  # noqa: S105  printed for whoever tries the demo
PEOPLE = (
    ("Lin Yue", Role.LEAD),
    ("Li Min", Role.INSPECTOR),
    ("王芳", Role.INSPECTOR),
    ("Anna Weber", Role.INSPECTOR),
    ("Chen Gang", Role.WIRER),
    ("赵磊", Role.WIRER),
    ("Jonas Beck", Role.WIRER),
    ("刘洋", Role.WIRER),
    ("Admin", Role.ADMIN),
)


@dataclass(frozen=True)
class Crew:
    """Who works in the demo plant."""

    lead: SignedIn
    inspectors: list[SignedIn]
    wirers: list[SignedIn]


def hire(at: datetime, chance: Random) -> Crew:
    """Add everyone as people are added."""
    hirer = console()
    for name, role in PEOPLE:
        secret = {"password": PASSWORD} if role in WITH_PASSWORD else {"pin": PIN}
        fields = {"name": name, "role": role.value, **secret}
        perform("add_person", fields, hirer, at=at, number=number(chance))
    return Crew(_of(Role.LEAD)[0], _of(Role.INSPECTOR), _of(Role.WIRER))


def number(chance: Random) -> UUID:
    """Return an operation's number that the same chance gives again."""
    return UUID(int=chance.getrandbits(128), version=4)


def sign_ins() -> list[tuple[str, str, str]]:
    """Return role, name and secret of everyone who is there."""
    return [
        (role.value, name, PASSWORD if role in WITH_PASSWORD else PIN)
        for name, role in PEOPLE
        if named(name) is not None
    ]


def _of(role: Role) -> list[SignedIn]:
    people = [named(name) for name, each in PEOPLE if each is role]
    return [person for person in people if person is not None]
