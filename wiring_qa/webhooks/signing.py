"""Signs what is delivered, as Standard Webhooks (standardwebhooks.com, version 1) has it."""

import base64
import hashlib
import hmac

from flask import current_app

PREFIX = "whsec_"


def secret_of(webhook_id: int) -> str:
    """Return a webhook's secret, the same each time: made of the plant's key, and kept nowhere."""
    return PREFIX + base64.b64encode(_key(webhook_id)).decode()


def signed_headers(webhook_id: int, number: str, timestamp: int, body: bytes) -> dict[str, str]:
    """Return the headers by which the other system knows that a delivery is ours and unchanged."""
    content = f"{number}.{timestamp}.".encode() + body
    digest = hmac.new(_key(webhook_id), content, hashlib.sha256).digest()
    return {
        "webhook-id": number,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": f"v1,{base64.b64encode(digest).decode()}",
    }


def _key(webhook_id: int) -> bytes:
    secret: str = current_app.config["WIRING_QA"].secret_key
    return hmac.new(secret.encode(), f"webhook {webhook_id}".encode(), hashlib.sha256).digest()
