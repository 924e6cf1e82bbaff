"""A lead invites a tablet, which is enrolled by opening the invitation on it."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, text
from wiring_qa.core.refusals import require
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.people import rules
from wiring_qa.people.models import Tablet
from wiring_qa.people.names import LONGEST_NAME, name_key


class InviteTablet(ActForm):
    """The name that is written on the tablet."""

    name = text(_l("Name of the tablet"), needed=True, longest=LONGEST_NAME)


@operation(InviteTablet, on_cabinet=False)
def invite_tablet(entry: Entry, form: InviteTablet) -> Answer:
    """Give a tablet its name; it may be enrolled for a quarter of an hour from its page."""
    name = form.name.data or ""
    is_taken = db.session.scalar(select(Tablet.id).where(Tablet.name_key == name_key(name))) is not None
    require(rules.may_name_tablet(is_blank=not name_key(name), is_taken=is_taken))
    tablet = Tablet(**entry.stamp, name=name, name_key=name_key(name))
    db.session.add(tablet)
    db.session.flush()
    return {"tablet": tablet.id}
