"""A person's name or role changes, or they leave, or come back."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from wiring_qa.core.clock import now
from wiring_qa.core.forms import ActForm, OneOf, text, whole
from wiring_qa.core.refusals import require
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.people import rules
from wiring_qa.people.kinds import Role
from wiring_qa.people.models import Person
from wiring_qa.people.names import LONGEST_NAME, name_key
from wiring_qa.people.queries import is_name_taken, other_admins, person_for_change


class ChangePerson(ActForm):
    """The person, and how they stand from now on."""

    person = whole(_l("Person"))
    name = text(_l("Name"), needed=True, longest=LONGEST_NAME)
    role = OneOf(_l("Role"), Role)
    active = BooleanField(_l("May sign in"))


@operation(ChangePerson, on_cabinet=False)
def change_person(entry: Entry, form: ChangePerson) -> Answer:
    """Change a person; a new role, and leaving, end their sign-ins at once."""
    person = person_for_change(form.person.data or 0)
    name, role, active = form.name.data or "", form.role.data, form.active.data
    taken = is_name_taken(name, except_id=person.id)
    require(rules.may_use_name(is_blank=not name_key(name), is_taken=taken))
    require(
        rules.may_change(
            is_admin_now=person.active and person.role is Role.ADMIN,
            stays_admin=active and role is Role.ADMIN,
            other_admins=other_admins(person.id),
        )
    )
    entry.data["before"] = {"name": person.name, "role": person.role.value, "active": person.active}
    if (person.role, person.active) != (role, active):
        if active:
            _require_secret(person, role)
        person.session_version += 1
    if person.active and not active:
        person.left_at = now()
    person.name, person.name_key, person.role, person.active = name, name_key(name), role, active
    return {"person": person.id}


def _require_secret(person: Person, role: Role) -> None:
    has_password, has_pin = person.password_hash is not None, person.pin_hash is not None
    require(rules.may_have_role(role, has_password=has_password, has_pin=has_pin))
