"""A lead gives a delivery up that nobody takes."""

from flask_babel import lazy_gettext as _l

from wiring_qa.core.forms import ActForm, whole
from wiring_qa.core.refusals import require
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.webhooks import rules
from wiring_qa.webhooks.kinds import DeliveryState
from wiring_qa.webhooks.queries import delivery_for_change


class GiveUpDelivery(ActForm):
    """The delivery."""

    delivery = whole(_l("Delivery"))


@operation(GiveUpDelivery, on_cabinet=False)
def give_up_delivery(entry: Entry, form: GiveUpDelivery) -> Answer:  # noqa: ARG001  handlers are called alike
    """Try a delivery no more."""
    delivery = delivery_for_change(form.delivery.data)
    require(rules.may_settle(delivery.state))
    delivery.state = DeliveryState.GIVEN_UP
    return {"delivery": delivery.id}
