"""A lead invites a tablet once more, because it no longer knows that it is enrolled."""

from flask_babel import lazy_gettext as _l

from wiring_qa.core.clock import now
from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, whole
from wiring_qa.core.refusals import require
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.people import rules
from wiring_qa.people.models import Tablet


class InviteTabletAgain(ActForm):
    """The tablet."""

    again = whole(_l("Tablet"))


@operation(InviteTabletAgain, on_cabinet=False)
def invite_tablet_again(entry: Entry, form: InviteTabletAgain) -> Answer:  # noqa: ARG001  who and when stand in the entry
    """Let an enrolled tablet be enrolled anew under its name; what waits on it still counts as its own."""
    tablet = db.session.get(Tablet, form.again.data, with_for_update=True)
    is_enrolled = tablet is not None and tablet.enrolled_at is not None and tablet.revoked_at is None
    require(rules.may_invite_again(is_enrolled=is_enrolled))
    assert tablet  # noqa: S101  the rule has seen it
    tablet.invited_again_at = now()
    return {"tablet": tablet.id, "name": tablet.name}
