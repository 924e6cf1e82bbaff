"""A lead lets another system in."""

from flask_babel import lazy_gettext as _l

from wiring_qa.api.models import ApiToken
from wiring_qa.api.scopes import Scope
from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, SomeOf, text
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.journal.registry import Answer, Entry, operation

NO_SCOPES = Refusal("no_scopes", _l("Choose what the token may do."), "scopes")


class MakeApiToken(ActForm):
    """The name of the other system, and what it may do."""

    name = text(_l("Name of the other system"), needed=True, longest=80)
    scopes = SomeOf(_l("It may"), Scope)


@operation(MakeApiToken, on_cabinet=False, has_route=False)
def make_api_token(entry: Entry, form: MakeApiToken) -> Answer:
    """Make a token; its text is shown once, to the lead, and stands in no record."""
    if not form.scopes.data:
        raise Refused(NO_SCOPES)
    token = ApiToken(**entry.stamp, name=form.name.data, scopes=form.scopes.data)
    db.session.add(token)
    db.session.flush()
    return {"token": token.id}
