"""Which addresses webhooks may lead to, and how long a try that failed waits for the next."""

from datetime import timedelta

import pytest

from tests.webhooks.receiver import receiver
from wiring_qa.webhooks import sending
from wiring_qa.webhooks.rules import INSIDE, LONGEST_PAUSE, is_outside, may_tell, pause_after
from wiring_qa.webhooks.sending import post


@pytest.mark.parametrize(
    ("url", "inside", "code"),
    [
        ("https://mes.example/hooks", False, None),
        ("http://mes.example/hooks", False, "not_secure"),
        ("http://mes.example/hooks", True, None),
        ("ftp://mes.example", True, "bad_address"),
        ("https://user:pass@mes.example", True, "bad_address"),
        ("https://", False, "bad_address"),
        ("https://mes.example:port/", False, "bad_address"),
        ("mes.example", False, "bad_address"),
    ],
)
def test_an_address_is_https_unless_the_plant_allows_its_own_network(
    url: str, inside: bool, code: str | None
) -> None:
    refusal = may_tell(url, inside=inside)
    assert (refusal.code if refusal else None) == code


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "10.0.0.1", "192.168.1.1", "169.254.1.1", "::1", "fe80::1%eth0"]
)
def test_a_private_address_is_not_outside(address: str) -> None:
    assert not is_outside([address, "93.184.216.34"])
    assert is_outside(["93.184.216.34"])


def test_a_private_address_is_not_asked() -> None:
    with receiver() as other:
        assert post(other.url, b"{}", {}, inside=False) == (False, INSIDE)
        assert other.came == []


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_name_that_leads_elsewhere_a_moment_later_is_not_told_either(
    monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    monkeypatch.setattr(sending, "_addresses", lambda _url: ["93.184.216.34"])
    with receiver() as other:
        url = other.url.replace("http", scheme, 1)
        assert post(url, b"{}", {}, inside=False) == (False, INSIDE)
        assert other.came == []


def test_the_pauses_grow_up_to_an_hour() -> None:
    pauses = [pause_after(tries) for tries in range(1, 40)]
    assert pauses[0] == timedelta(seconds=10)
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_PAUSE
