"""Declares the endpoints: who may call, what is asked and answered; the description is made of the same."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

import msgspec
from flask import Blueprint, Response, request, url_for
from flask_babel import gettext as _

from wiring_qa.api.limits import wait_s
from wiring_qa.api.questions import NoQuery
from wiring_qa.api.recording import Rejected
from wiring_qa.api.scopes import Scope
from wiring_qa.api.tokens import Caller, caller_of
from wiring_qa.core.errors import problem
from wiring_qa.core.refusals import Refused
from wiring_qa.core.security import csrf

blueprint = Blueprint("api", __name__)
BASE = "/api/v1"
_PLACE = re.compile(r"at `\$\.(\w+)|field `(\w+)`")


@dataclass(frozen=True)
class Endpoint:
    """One way to call the API."""

    path: str
    method: str
    scope: Scope
    about: str
    query: type[msgspec.Struct]
    body: type[msgspec.Struct] | None
    answer: type[msgspec.Struct]
    status: int


ENDPOINTS: list[Endpoint] = []


def endpoint(
    path: str,
    scope: Scope,
    answer: type[msgspec.Struct],
    *,
    query: type[msgspec.Struct] = NoQuery,
    body: type[msgspec.Struct] | None = None,
) -> Callable[[Callable[..., msgspec.Struct]], Callable[..., Any]]:
    """Declare a function as an endpoint: a GET, or a POST where it takes a body.

    It is called with the caller, what was asked (the body, or else the query) and the parts of the address.
    """

    def declare(view: Callable[..., msgspec.Struct]) -> Callable[..., Any]:
        method, status = ("POST", 201) if body else ("GET", 200)
        about = (view.__doc__ or "").strip()
        ENDPOINTS.append(Endpoint(path, method, scope, about, query, body, answer, status))

        @wraps(view)
        def answered(**parts: Any) -> Any:
            caller = caller_of(request.headers.get("Authorization", ""))
            if caller is None or scope not in caller.scopes:
                return _closed(caller, scope)
            if seconds := wait_s(caller.token_id):
                return _later(seconds)
            try:
                asked = msgspec.json.decode(request.get_data(), type=body) if body else _asked(query)
            except msgspec.DecodeError as wrong:
                return _not_as_described(str(wrong))
            try:
                return _answer(view(caller, asked, **parts), status)
            except Refused as refused:
                return _refused(refused)

        csrf.exempt(answered)
        return blueprint.route(BASE + path, methods=[method])(answered)

    return declare


def _asked(query: type[msgspec.Struct]) -> Any:
    told = {name: value for name, value in request.args.items() if value}
    return msgspec.convert(told, query, strict=False)


def _not_as_described(words: str) -> tuple[Response, int]:
    """Answer what does not fit its definition; the words end in the place of the field, or name it."""
    place = _PLACE.search(words)
    more = {"errors": {place[1] or place[2]: [words]}} if place else {}
    return problem(422, words, code="invalid", **more)


def _refused(refused: Refused) -> tuple[Response, int]:
    words, field = str(refused.refusal), refused.refusal.field
    errors = refused.errors if isinstance(refused, Rejected) else {}
    if field and field not in errors:
        errors = {**errors, field: [words]}
    more = {"errors": errors} if errors else {}
    return problem(422 if errors else 409, words, code=refused.refusal.code, **more)


def _closed(caller: Caller | None, scope: Scope) -> tuple[Response, int]:
    if caller is None:
        response, status = problem(401, _("Send a token: Authorization: Bearer …"), code="token")
        response.headers["WWW-Authenticate"] = 'Bearer realm="Wiring QA"'
        return response, status
    response, status = problem(403, _("This token does not allow %(scope)s.", scope=scope), code="scope")
    response.headers["WWW-Authenticate"] = f'Bearer error="insufficient_scope", scope="{scope}"'
    return response, status


def _later(seconds: int) -> tuple[Response, int]:
    words = _("Too many requests. Try again in %(seconds)s s.", seconds=seconds)
    response, status = problem(429, words, code="too_many_requests")
    response.headers["Retry-After"] = str(seconds)
    return response, status


def _answer(answer: msgspec.Struct, status: int) -> Response:
    response = Response(msgspec.json.encode(answer), status, mimetype="application/json")
    following = getattr(answer, "next", None)
    if following:
        asked = {**(request.view_args or {}), **request.args.to_dict(), "cursor": following}
        address = url_for(request.endpoint or "", _external=True, **asked)
        response.headers["Link"] = f'<{address}>; rel="next"'
    return response
