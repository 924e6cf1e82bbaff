"""Which addresses may be told, and when a delivery is tried again."""

import ipaddress
from collections.abc import Iterable
from datetime import timedelta
from urllib.parse import urlsplit

from flask_babel import lazy_gettext as _l

from wiring_qa.core.refusals import Refusal
from wiring_qa.webhooks.kinds import DeliveryState

FIRST_PAUSE = timedelta(seconds=10)
LONGEST_PAUSE = timedelta(hours=1)
BAD_ADDRESS = Refusal("bad_address", _l("Enter a whole address, as in https://mes.example/hooks."), "url")
NOT_SECURE = Refusal("not_secure", _l("The address must begin with https://."), "url")
INSIDE = "the address leads into a private network"


def may_tell(url: str, *, inside: bool) -> Refusal | None:
    """An address is https, without a password in it; http is for plants that allow their own network."""
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return BAD_ADDRESS
    if not host or parts.scheme not in {"http", "https"} or parts.username or not url.isprintable():
        return BAD_ADDRESS
    if parts.scheme == "http" and not inside:
        return NOT_SECURE
    return None


def is_outside(addresses: Iterable[str]) -> bool:
    """Tell whether every one of some IP addresses is a public one: a webhook is no way into the plant."""
    return all(ipaddress.ip_address(each.partition("%")[0]).is_global for each in addresses)


def pause_after(tries: int) -> timedelta:
    """Return how long to wait after so many tries that failed: twice as long each time, at most an hour."""
    return min(FIRST_PAUSE * (1 << min(tries - 1, 20)), LONGEST_PAUSE)


def may_settle(state: DeliveryState) -> Refusal | None:
    """What was delivered is neither sent again nor given up: the other system has it."""
    if state is DeliveryState.DELIVERED:
        return Refusal("delivered", _l("This is delivered already."))
    return None
