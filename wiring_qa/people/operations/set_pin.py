"""A person gets a new PIN from an administrator, because they forgot theirs or never had one."""

from flask_babel import lazy_gettext as _l

from wiring_qa.core.forms import whole
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.people.queries import person_for_change
from wiring_qa.people.secret_fields import SecretForm, pin_field


class SetPin(SecretForm):
    """The person and the new PIN."""

    person = whole(_l("Person"))
    pin = pin_field(needed=True)


@operation(SetPin, on_cabinet=False)
def set_pin(entry: Entry, form: SetPin) -> Answer:  # noqa: ARG001  who and when stand in the entry
    """Set a person's PIN, which ends their sign-ins at once."""
    person = person_for_change(form.person.data or 0)
    person.pin_hash = form.hashes["pin"]
    person.session_version += 1
    return {"person": person.id}
