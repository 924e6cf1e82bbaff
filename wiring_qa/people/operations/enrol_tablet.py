"""A tablet takes up its invitation."""

from flask_babel import lazy_gettext as _l

from wiring_qa.core.clock import now
from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, whole
from wiring_qa.core.refusals import require
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.people import rules
from wiring_qa.people.models import Tablet


class EnrolTablet(ActForm):
    """The tablet that was invited."""

    enrolled = whole(_l("Tablet"))


@operation(EnrolTablet, on_cabinet=False, has_route=False)
def enrol_tablet(entry: Entry, form: EnrolTablet) -> Answer:  # noqa: ARG001  who and when stand in the entry
    """Enrol a tablet, in the name of the lead who invited it."""
    tablet = db.session.get(Tablet, form.enrolled.data, with_for_update=True)
    require(rules.may_enrol(is_open=tablet is not None and tablet.is_invited))
    assert tablet  # noqa: S101  the rule has seen it
    tablet.enrolled_at = now()
    return {"tablet": tablet.id, "name": tablet.name}
