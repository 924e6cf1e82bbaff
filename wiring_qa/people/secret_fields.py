"""Form fields of passwords and PINs."""

from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import Form, PasswordField
from wtforms.validators import InputRequired, Optional, ValidationError

from wiring_qa.core.forms import ActForm, required
from wiring_qa.people import passwords, rules


def _pin_rule(_form: Form, field: PasswordField) -> None:
    refusal = rules.may_be_pin(field.data or "")
    if refusal:
        raise ValidationError(refusal.text)


def _password_rule(form: Form, field: PasswordField) -> None:
    name = form["name"].data if "name" in form else ""
    refusal = rules.may_be_password(field.data or "", name or "")
    if refusal:
        raise ValidationError(refusal.text)


def pin_field(*, needed: bool, label: Any = None) -> PasswordField:
    """Return a field for a new PIN."""
    about = _l("4 to 8 digits, such as the person can remember and others do not guess.")
    return PasswordField(label or _l("New PIN"), [_first(needed=needed), _pin_rule], description=about)


def password_field(*, needed: bool, label: Any = None) -> PasswordField:
    """Return a field for a new password."""
    about = _l("At least 10 characters; three or four words are good.")
    return PasswordField(
        label or _l("New password"), [_first(needed=needed), _password_rule], description=about
    )


def _first(*, needed: bool) -> InputRequired | Optional:
    return required() if needed else Optional()


class SecretForm(ActForm):
    """A form with new secrets, which never reach the journal."""

    secrets: ClassVar[frozenset[str]] = frozenset({"password", "pin"})
    hashes: dict[str, str]
    """Of each new secret that was entered, what is stored."""

    def validate(self, extra_validators: Any = None) -> bool:
        """Check the fields; hash the secrets here, because it takes long and nobody should queue for it."""
        if not super().validate(extra_validators):
            return False
        new = {name: self[name].data for name in ("password", "pin") if name in self}
        self.hashes = {name: passwords.hashed(secret) for name, secret in new.items() if secret}
        return True
