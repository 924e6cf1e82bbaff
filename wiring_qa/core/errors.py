"""Every error becomes a page a person can act on, or RFC 9457 problem details where JSON was asked for."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Response, current_app, jsonify, render_template, request
from flask_babel import gettext as _, lazy_gettext as _l
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException

from wiring_qa.core.i18n import language_tag
from wiring_qa.core.refusals import Refused
from wiring_qa.core.security import safe_path

PROGRAMS = "/api/"
"""Begins the addresses that only programs use."""

JSON = "application/json"

WRITTEN = ("note", "reason", "words", "serials")
"""Fields that someone may have written at length."""

WORDS: dict[int, Any] = {
    400: _l("The page sent something that could not be read. Go back and try again."),
    403: _l("Your role does not allow this. Ask a QA lead if you need it."),
    404: _l("There is nothing at this address. Check the code, or go to your work."),
    405: _l("This address cannot be used in that way. Go to your work and start from there."),
    409: _l("This cannot be done as things stand."),
    413: _l("The file is too large."),
    429: _l("Too many tries. Wait a while and try again."),
    500: _l("Something went wrong on our side. What you entered before is saved; please try again."),
    503: _l("The database does not answer. Nothing was saved; please try again in a moment."),
}


def wants_json() -> bool:
    """Tell whether the request asked for JSON rather than a page; who sends JSON, and every program, does."""
    if request.path.startswith(PROGRAMS) or request.is_json:
        return True
    if request.headers.get("Accept") == JSON:
        return True  # as the app's own scripts ask
    best = request.accept_mimetypes.best_match(["text/html", JSON])
    return best == JSON and request.accept_mimetypes[JSON] > request.accept_mimetypes["text/html"]


def problem(status: int, text: str, **more: Any) -> tuple[Response, int]:
    """Answer with problem details (RFC 9457)."""
    body = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": text,
        **more,
    }
    response = jsonify(body)
    response.mimetype = "application/problem+json"
    return response, status


def answer(status: int, text: str, *, written: Sequence[str] = (), **more: Any) -> tuple[Response | str, int]:
    """Answer an error as a page or as problem details; ``written`` is given back to who wrote it."""
    if wants_json():
        return problem(status, text, **more)
    shown = {"status": status, "text": text, "written": written, "back": _page_before()}
    try:
        return render_template("errors/error.html", **shown), status
    except Exception:  # the page itself needs the database or the session; the plain one needs neither
        current_app.logger.exception("The error page could not be drawn.")
        # past the context processors, which ask who is signed in
        page = current_app.jinja_env.get_template("errors/standalone.html")
        return page.render(status=status, text=text, language_tag=language_tag()), status


def _http(error: HTTPException) -> Any:
    status = error.code or 500
    if status < HTTPStatus.BAD_REQUEST:
        return error
    return answer(status, str(WORDS.get(status, error.description or "")))


def _page_before() -> str | None:
    """Return the page of this app that sent what cannot be taken."""
    sender = urlsplit(request.referrer or "")
    if request.method != "POST" or sender.netloc != request.host:
        return None
    return safe_path(sender.path + (f"?{sender.query}" if sender.query else ""), "") or None


def _csrf(_error: CSRFError) -> Any:
    # a sign-in may end while someone writes: what was written is shown, never sent on by itself
    written = [text for name in WRITTEN for text in request.form.getlist(name) if text.strip()]
    words = _("Nothing was recorded: the page is from an earlier sign-in. Open it again and do it once more.")
    return answer(400, words, written=written, code="csrf")


def _refused(refused: Refused) -> Any:
    return answer(409, str(refused.refusal), code=refused.refusal.code)


def _database(error: OperationalError) -> Any:
    current_app.logger.error("The database does not answer: %s", error)
    return answer(503, str(WORDS[503]))


def _unexpected(error: Exception) -> Any:
    current_app.logger.error("Unexpected error", exc_info=error)
    return answer(500, str(WORDS[500]))


def init_app(app: Flask) -> None:
    """Register the handlers; in tests an unexpected error is raised instead."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(CSRFError, _csrf)
    app.register_error_handler(Refused, _refused)
    app.register_error_handler(OperationalError, _database)
    if not app.testing:
        app.register_error_handler(Exception, _unexpected)
