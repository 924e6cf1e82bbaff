"""Secrets made by the machine, for people who will be told them once."""

import secrets

from wiring_qa.people import rules
from wiring_qa.people.kinds import Role

PIN_DIGITS = 6
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _GROUP = 4, 4
"""16 of 31 letters are 79 bits."""


def new_pin() -> str:
    """Return a random PIN that is not one of those tried first."""
    while True:
        pin = "".join(secrets.choice("0123456789") for _ in range(PIN_DIGITS))
        if rules.may_be_pin(pin) is None:
            return pin


def new_password() -> str:
    """Return a random password in groups that can be read aloud."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)


def kind_of_secret(role: Role) -> str:
    """Return the field of what a person of a role is given to sign in with: ``password`` or ``pin``."""
    return "password" if role in rules.WITH_PASSWORD else "pin"


def new_secret(kind: str) -> str:
    """Return a new secret for the field ``password`` or ``pin``."""
    return new_password() if kind == "password" else new_pin()
