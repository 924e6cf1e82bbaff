"""A lead ends a webhook."""

from flask_babel import lazy_gettext as _l

from wiring_qa.core.forms import ActForm, whole
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.webhooks.queries import webhook_for_change


class RemoveWebhook(ActForm):
    """The webhook."""

    webhook = whole(_l("Webhook"))


@operation(RemoveWebhook, on_cabinet=False)
def remove_webhook(entry: Entry, form: RemoveWebhook) -> Answer:
    """End a webhook: it is told nothing more, not even what waits."""
    webhook = webhook_for_change(form.webhook.data)
    webhook.removed_at = entry.at
    return {"webhook": webhook.id}
