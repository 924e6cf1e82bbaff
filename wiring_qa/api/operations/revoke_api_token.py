"""A lead ends a token."""

from flask_babel import lazy_gettext as _l

from wiring_qa.api.models import ApiToken
from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, whole
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.journal.registry import Answer, Entry, operation

NO_TOKEN = Refusal("no_token", _l("There is no such token, or it is revoked already."), "token")


class RevokeApiToken(ActForm):
    """The token."""

    token = whole(_l("Token"))


@operation(RevokeApiToken, on_cabinet=False)
def revoke_api_token(entry: Entry, form: RevokeApiToken) -> Answer:
    """Revoke a token: from now on it opens nothing."""
    token = db.session.get(ApiToken, form.token.data)
    if token is None or token.revoked_at is not None:
        raise Refused(NO_TOKEN)
    token.revoked_at = entry.at
    return {"token": token.id}
