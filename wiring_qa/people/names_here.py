"""Who has signed in on this tablet lately, so that the next shift touches a name instead of typing it.

Kept in a signed cookie of the tablet; it opens nothing.
"""

from flask import current_app, request
from werkzeug import Response

from wiring_qa.people.signatures import signed, told_by

COOKIE = "names_here"
_PURPOSE = "names here"
MOST = 8
_YEAR = 365 * 24 * 3600


def names_here() -> list[tuple[str, bool]]:
    """Return names, the latest first, each with whether they signed in with a PIN."""
    kept = told_by(_PURPOSE, request.cookies.get(COOKIE, "")) or []
    return [(str(name), bool(with_pin)) for name, with_pin in kept]


def keep_name(response: Response, name: str, *, with_pin: bool) -> None:
    """Put a name first among those of this tablet."""
    names = [(name, with_pin), *(each for each in names_here() if each[0] != name)][:MOST]
    keep(response, COOKIE, signed(_PURPOSE, names))


def keep(response: Response, cookie: str, value: str) -> None:
    """Set a cookie that outlives the session."""
    response.set_cookie(
        cookie,
        value,
        max_age=_YEAR,
        secure=current_app.config["SESSION_COOKIE_SECURE"],
        httponly=True,
        samesite="Lax",
    )
