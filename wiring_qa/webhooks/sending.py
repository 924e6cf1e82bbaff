"""Sends one request to another system, and follows it nowhere else."""

import socket
from collections.abc import Mapping
from http.client import HTTPException, HTTPResponse
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from wiring_qa.webhooks.rules import INSIDE, is_outside

LONGEST_S = 10
_PORTS = {"http": 80, "https": 443}


class _NoRedirect(HTTPRedirectHandler):
    """An answer that leads elsewhere is an answer, and no delivery."""

    def redirect_request(self, *_arguments: Any) -> None:
        """Follow nothing."""


_opener = build_opener(_NoRedirect)


def post(url: str, body: bytes, headers: Mapping[str, str], *, inside: bool) -> tuple[bool, str]:
    """Send JSON; return whether it was taken, and what was answered in short.

    Only 200 to 299 within ten seconds counts. Unless ``inside`` is allowed, an address of a private network
    is not asked.
    """
    try:
        if not inside and not is_outside(_addresses(url)):
            return False, INSIDE
        request = Request(url, body, {**headers, "Content-Type": "application/json"})  # noqa: S310  http(s) only, by `rules.may_tell`
        response: HTTPResponse = _opener.open(request, timeout=LONGEST_S)
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
