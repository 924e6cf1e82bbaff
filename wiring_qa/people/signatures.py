"""What the server hands out signed, and knows again: tokens, badges, invitations, a tablet's cookie."""

from typing import Any

from flask import current_app
from itsdangerous import BadData, URLSafeSerializer, URLSafeTimedSerializer


def signed(purpose: str, told: Any, *, timed: bool = False) -> str:
    """Return a text that says what is told, with a signature that holds for one purpose only."""
    return str(_signer(purpose, timed=timed).dumps(told))


def told_by(purpose: str, text: str, *, longest_s: int | None = None) -> Any:
    """Return what a signed text says; None if this plant did not sign it so, or longer ago than is allowed.

    ``longest_s`` is in seconds, for what was signed as ``timed``.
    """
    try:
        if longest_s is None:
            return _signer(purpose, timed=False).loads(text)
        return URLSafeTimedSerializer(_keys(), salt=purpose).loads(text, max_age=longest_s)
    except (BadData, UnicodeEncodeError):  # half a character is signed by nobody
        return None


def _signer(purpose: str, *, timed: bool) -> URLSafeSerializer | URLSafeTimedSerializer:
    return (URLSafeTimedSerializer if timed else URLSafeSerializer)(_keys(), salt=purpose)


def _keys() -> list[str]:
    # the last one signs; earlier keys of the plant are known still
    return list(current_app.config["WIRING_QA"].keys)[::-1]
