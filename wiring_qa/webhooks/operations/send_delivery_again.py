"""A lead has a delivery tried at once."""

from flask_babel import lazy_gettext as _l

from wiring_qa.core.forms import ActForm, whole
from wiring_qa.core.refusals import require
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.webhooks import rules
from wiring_qa.webhooks.kinds import DeliveryState
from wiring_qa.webhooks.queries import delivery_for_change


class SendDeliveryAgain(ActForm):
    """The delivery."""

    delivery = whole(_l("Delivery"))


@operation(SendDeliveryAgain, on_cabinet=False)
def send_delivery_again(entry: Entry, form: SendDeliveryAgain) -> Answer:
    """Have what waits, or was given up, tried at once."""
    delivery = delivery_for_change(form.delivery.data)
    require(rules.may_settle(delivery.state))
    delivery.state, delivery.next_at = DeliveryState.WAITING, entry.received_at
    return {"delivery": delivery.id}
