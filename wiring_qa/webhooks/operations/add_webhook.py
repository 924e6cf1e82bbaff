"""A lead has another system told of events."""

from flask import current_app
from flask_babel import lazy_gettext as _l

from wiring_qa.core.db import db
from wiring_qa.core.forms import ActForm, SomeOf, text
from wiring_qa.core.refusals import Refusal, Refused, require
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.webhooks import rules
from wiring_qa.webhooks.kinds import EventKind
from wiring_qa.webhooks.models import Webhook

NO_EVENTS = Refusal("no_events", _l("Choose at least one event."), "events")


class AddWebhook(ActForm):
    """The address, and the events that it is told of."""

    url = text(_l("Address"), needed=True, longest=500)
    events = SomeOf(_l("Events"), EventKind)


@operation(AddWebhook, on_cabinet=False)
def add_webhook(entry: Entry, form: AddWebhook) -> Answer:
    """Tell an address of events from now on."""
    require(rules.may_tell(form.url.data, inside=current_app.config["WIRING_QA"].webhooks_inside))
    if not form.events.data:
        raise Refused(NO_EVENTS)
    webhook = Webhook(**entry.stamp, url=form.url.data, events=form.events.data)
    db.session.add(webhook)
    db.session.flush()
    return {"webhook": webhook.id}
