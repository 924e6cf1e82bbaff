"""Who is behind a request, and whether their role may open the address they ask for."""

from typing import Any

from flask import Flask, redirect, request, session, url_for
from flask_babel import lazy_gettext as _l
from flask_login import LoginManager, current_user
from werkzeug.exceptions import Forbidden

from wiring_qa.core.errors import answer, wants_json
from wiring_qa.people import signed_in
from wiring_qa.people.roles import is_by_token, may_open

SIGN_IN = _l("Please sign in first.")

AUTHOR = "author"
"""Where the session keeps the token of who signed in."""

_login = LoginManager()


def _guard() -> Any:
    """Refuse every address that the tables in `people.roles` do not open to the person's role."""
    if request.endpoint is None or request.endpoint == "static" or is_by_token(request.endpoint):
        return None
    role = current_user.role if current_user.is_authenticated else None
    if may_open(role, request.endpoint):
        return None
    if role is not None:
        raise Forbidden
    if wants_json() or request.method != "GET":
        return answer(401, str(SIGN_IN), code="sign_in")
    return redirect(url_for("people.sign_in", next=request.full_path.rstrip("?")))


def init_app(app: Flask) -> None:
    """Set up sign-in and put the guard before every view."""
    _login.init_app(app)
    # by default a tablet's new address, as it roams from one access point to the next, rewrites its session
    _login.session_protection = None
    _login.user_loader(signed_in.from_session)
    app.before_request(_guard)
    app.context_processor(_person)


def _person() -> dict[str, Any]:
    person = current_user if current_user.is_authenticated else None
    return {"current_person": person, "author_token": session.get(AUTHOR) if person else None}
