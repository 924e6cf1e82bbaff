"""Secrets to sign in with, and a clock that tests move on."""

from datetime import datetime, timedelta

import pytest

from tests.people.secrets import Secrets
from tests.plant import Plant
from wiring_qa.core import clock
from wiring_qa.people import second_person, signed_in, tries


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
