"""Someone new in the plant, with a name of their own and something to sign in with."""

from flask_babel import lazy_gettext as _l

from wiring_qa.core.db import db
from wiring_qa.core.forms import OneOf, text
from wiring_qa.core.refusals import require
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.people import rules
from wiring_qa.people.kinds import Role
from wiring_qa.people.models import Person
from wiring_qa.people.names import LONGEST_NAME, name_key
from wiring_qa.people.queries import is_name_taken
from wiring_qa.people.secret_fields import SecretForm, password_field, pin_field


class AddPerson(SecretForm):
    """Name, role, and a PIN or a password or both."""

    name = text(_l("Name"), needed=True, longest=LONGEST_NAME)
    role = OneOf(_l("Role"), Role)
    pin = pin_field(needed=False, label=_l("PIN"))
    password = password_field(needed=False, label=_l("Password"))


@operation(AddPerson, on_cabinet=False)
def add_person(entry: Entry, form: AddPerson) -> Answer:  # noqa: ARG001  who and when stand in the entry
    """Add a person."""
    name, role = form.name.data or "", form.role.data
    require(rules.may_use_name(is_blank=not name_key(name), is_taken=is_name_taken(name)))
    require(rules.may_have_role(role, has_password="password" in form.hashes, has_pin="pin" in form.hashes))
    person = Person(
        name=name,
        name_key=name_key(name),
        role=role,
        password_hash=form.hashes.get("password"),
        pin_hash=form.hashes.get("pin"),
    )
    db.session.add(person)
    db.session.flush()
    return {"person": person.id}
