"""The leads' page of webhooks."""

from uuid import uuid4

from flask import Blueprint, render_template, request

from wiring_qa.webhooks.kinds import EventKind
from wiring_qa.webhooks.queries import deliveries_page, webhooks as all_webhooks
from wiring_qa.webhooks.signing import secret_of

blueprint = Blueprint("webhooks", __name__)


@blueprint.get("/settings/webhooks")
def webhooks() -> str:
    """List webhooks with their secrets, and what was or is to be delivered."""
    return render_template(
        "webhooks/webhooks.html",
        webhooks=all_webhooks(),
        page=deliveries_page(request.args.get("page", 1, type=int)),
        kinds=list(EventKind),
        kind=EventKind,
        secret_of=secret_of,
        new_id=uuid4,
    )
