"""Secrets that are quick to check, so that the tests of sign-in are."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from argon2 import PasswordHasher

from tests.people.secrets import Secrets
from tests.plant import Plant
from wiring_qa.core import clock
from wiring_qa.people import passwords, second_person, signed_in, tries


@pytest.fixture(autouse=True)
def quick_hashes(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    passwords._of_nobody.cache_clear()
    yield
    passwords._of_nobody.cache_clear()


@pytest.fixture
def secrets(plant: Plant) -> Secrets:
    """Everyone of the plant with a PIN and a password of their own."""
    return Secrets(plant)


class Clock:
    """The time, which tests move on instead of waiting for it."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self) -> datetime:
        return clock.now() + self.ahead

    def pass_by(self, **times: int) -> None:
        """Move on by hours, minutes or seconds."""
        self.ahead += timedelta(**times)


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Clock:
    moved = Clock()
    for module in (tries, signed_in, second_person):
        monkeypatch.setattr(module, "now", moved.now)
    return moved
