"""A lead takes a tablet out of use, because it is lost, broken or given away."""

from flask_babel import gettext as _, lazy_gettext as _l

from wiring_qa.core.clock import now
from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, whole
from wiring_qa.core.refusals import require
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.people import rules
from wiring_qa.people.models import Tablet


class RevokeTablet(ActForm):
    """The tablet."""

    revoked = whole(_l("Tablet"))


@operation(RevokeTablet, on_cabinet=False)
def revoke_tablet(entry: Entry, form: RevokeTablet) -> Answer:  # noqa: ARG001  who and when stand in the entry
    """Revoke a tablet: its sign-ins end, and what still comes from it waits for a lead's judgement."""
    tablet = db.session.get(Tablet, form.revoked.data, with_for_update=True)
    require(rules.may_revoke(is_in_use=tablet is not None and tablet.revoked_at is None))
    assert tablet  # noqa: S101  the rule has seen it
    tablet.revoked_at = now()
    return {"tablet": tablet.id, "message": _("“%(name)s” is revoked.", name=tablet.name)}
