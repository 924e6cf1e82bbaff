"""What people set for themselves: no part of any record, hence no operation."""

from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from sqlalchemy import update
from wtforms import BooleanField, Form, PasswordField, StringField

from wiring_qa.core.aside import aside
from wiring_qa.core.forms import OneOf, required
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.people import proofs
from wiring_qa.people.kinds import Language, Theme
from wiring_qa.people.models import Person
from wiring_qa.people.secret_fields import SecretForm, password_field, pin_field
from wiring_qa.people.signed_in import SignedIn

NOTHING_NEW = Refusal("nothing_new", _l("Enter a new PIN or a new password."), "pin")


class SignIn(Form):
    """One pair of fields for everyone; the secret is a password or a PIN."""

    name = StringField(_l("Name"), [required()])
    secret = PasswordField(_l("Password or PIN"), [required()])


class Preferences(Form):
    """Language, light or dark, and the hand that marks."""

    language = OneOf(_l("Language"), Language)
    theme = OneOf(_l("Light or dark"), Theme)
    mirrored = BooleanField(_l("OK under the left thumb"))


class OwnSecret(SecretForm):
    """A new PIN or password, or both, proved by the present one."""

    secrets: ClassVar[frozenset[str]] = SecretForm.secrets | {"current"}
    current = PasswordField(_l("Present password or PIN"), [required()])
    pin = pin_field(needed=False)
    password = password_field(needed=False)


def set_language(person: SignedIn, language: str) -> None:
    """Keep the language that a person chose."""
    _set(person, language=language)


def set_theme(person: SignedIn, theme: Theme) -> None:
    """Keep whether a person wants it light or dark."""
    _set(person, theme=theme)


def set_preferences(person: SignedIn, form: Preferences) -> None:
    """Keep a person's preferences."""
    _set(
        person,
        language=None if form.language.data is Language.AUTO else form.language.data.value,
        theme=form.theme.data,
        mirrored=form.mirrored.data,
    )


def change_own_secret(person: SignedIn, form: OwnSecret) -> None:
    """Give a person the new PIN or password they chose, which ends their other sign-ins.

    Raises `Refused` for a wrong present one, after too many tries, and if nothing new was entered.
    """
    hashes = {f"{name}_hash": each for name, each in form.hashes.items()}
    if not hashes:
        raise Refused(NOTHING_NEW)
    try:
        proofs.prove(person.name, form.current.data or "")
    except Refused as refused:
        raise Refused(Refusal(refused.refusal.code, refused.refusal.text, "current")) from None
    _set(person, **hashes, session_version=Person.session_version + 1)


def _set(person: SignedIn, **values: Any) -> None:
    with aside() as connection:
        connection.execute(update(Person).where(Person.id == person.id).values(**values))
