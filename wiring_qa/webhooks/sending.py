"""Sends one request to another system, and follows it nowhere else."""

import socket
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    Request,
    build_opener,
    getproxies,
    proxy_bypass,
)

from wiring_qa.webhooks.rules import INSIDE, is_outside

LONGEST_S = 10
_PORTS = {"http": 80, "https": 443}


class _NoRedirect(HTTPRedirectHandler):
    """An answer that leads elsewhere is an answer, and no delivery."""

    def redirect_request(self, *_arguments: Any) -> None:
        """Follow nothing."""


class _Outside(HTTPConnection):
    """Says nothing to who is not outside: a name may have led elsewhere when it was looked up."""

    def connect(self) -> None:
        """Connect, and look at who answered, before TLS and before the first word."""
        super().connect()
        if not is_outside([str(self.sock.getpeername()[0])]):
            self.close()
            raise OSError(INSIDE)


class _OutsideTls(HTTPSConnection, _Outside):
    """The same under TLS, whose greeting comes after the look."""


class _OutsideHandler(HTTPHandler):
    def http_open(self, request: Request) -> HTTPResponse:
        """Open a connection to outside."""
        return self.do_open(_Outside, request)


class _OutsideTlsHandler(HTTPSHandler):
    def https_open(self, request: Request) -> HTTPResponse:
        """Open a connection to outside."""
        return self.do_open(_OutsideTls, request)


_anywhere = build_opener(_NoRedirect)
_outside = build_opener(_NoRedirect, _OutsideHandler, _OutsideTlsHandler)


def post(url: str, body: bytes, headers: Mapping[str, str], *, inside: bool) -> tuple[bool, str]:
    """Send JSON; return whether it was taken, and what was answered in short.

    Only 200 to 299 within ten seconds counts. Unless ``inside`` is allowed, an address of a private network
    is not asked, whatever its name was looked up as a moment before. Where the server reaches the world
    through a proxy, the proxy looks it up.
    """
    try:
        if not inside and not is_outside(_addresses(url)):
            return False, INSIDE
        request = Request(url, body, {**headers, "Content-Type": "application/json"})  # noqa: S310  http(s) only, by `rules.may_tell`
        opener = _anywhere if inside or _by_proxy(url) else _outside
        response: HTTPResponse = opener.open(request, timeout=LONGEST_S)
        with response:
            return True, str(response.status)
    except HTTPError as error:
        with error:
            return False, f"{error.code} {error.reason}"
    except (OSError, HTTPException, ValueError) as error:
        return False, str(getattr(error, "reason", error))[:200] or type(error).__name__


def _addresses(url: str) -> list[str]:
    parts = urlsplit(url)
    found = socket.getaddrinfo(parts.hostname, parts.port or _PORTS[parts.scheme], proto=socket.IPPROTO_TCP)
    return [str(each[4][0]) for each in found]


def _by_proxy(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in getproxies() and not proxy_bypass(parts.hostname or "")
