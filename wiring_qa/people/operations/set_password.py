"""A person gets a new password from an administrator, because they forgot theirs or never had one."""

from flask_babel import lazy_gettext as _l

from wiring_qa.core.forms import whole
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.people.queries import person_for_change
from wiring_qa.people.secret_fields import SecretForm, password_field


class SetPassword(SecretForm):
    """The person and the new password."""

    person = whole(_l("Person"))
    password = password_field(needed=True)


@operation(SetPassword, on_cabinet=False)
def set_password(entry: Entry, form: SetPassword) -> Answer:  # noqa: ARG001  who and when stand in the entry
    """Set a person's password, which ends their sign-ins at once."""
    person = person_for_change(form.person.data or 0)
    person.password_hash = form.hashes["password"]
    person.session_version += 1
    return {"person": person.id}
