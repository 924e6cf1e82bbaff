"""Where the room's pages are gathered, and where they lead on to."""

from flask import Blueprint, request, url_for

from wiring_qa.core.security import safe_path

blueprint = Blueprint("people", "wiring_qa.people.views")

INVALID, TOO_MANY = 422, 429


def onward() -> str:
    """Return the address of this app that the request wants to go on to, or home."""
    return safe_path(request.values.get("next"), url_for("worklist.home")).rstrip("?")
