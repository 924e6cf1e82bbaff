"""A person's badge was lost, and is made anew."""

from flask_babel import gettext as _, lazy_gettext as _l

from wiring_qa.core.forms import ActForm, whole
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.people.queries import person_for_change


class RenewBadge(ActForm):
    """Whose badge it is."""

    person = whole(_l("Person"))


@operation(RenewBadge, on_cabinet=False)
def renew_badge(entry: Entry, form: RenewBadge) -> Answer:  # noqa: ARG001  who and when stand in the entry
    """Make every earlier badge of a person worthless."""
    person = person_for_change(form.person.data)
    person.badge_version += 1
    return {"person": person.id, "message": _("Print the new badge; earlier ones no longer work.")}
