"""A token makes so many requests a minute; another has its own."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.api.test_api import call, token
from tests.plant import Plant
from wiring_qa.api.limits import Limits

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def test_requests_grow_back_evenly_up_to_those_of_a_minute() -> None:
    limits = Limits(60)
    assert [limits.wait_s(1, NOON) for _request in range(61)] == [0] * 60 + [1]
    assert limits.wait_s(2, NOON) == 0
    later = NOON + timedelta(seconds=2)
    assert [limits.wait_s(1, later) for _request in range(3)] == [0, 0, 1]
    tomorrow = NOON + timedelta(days=1)
    assert [limits.wait_s(1, tomorrow) for _request in range(61)] == [0] * 60 + [1]


def test_a_clock_that_is_set_back_gives_and_takes_nothing() -> None:
    limits = Limits(2)
    assert [limits.wait_s(1, NOON - timedelta(hours=each)) for each in range(3)] == [0, 0, 30]


def test_too_many_requests_are_answered_with_when_to_try_again(plant: Plant) -> None:
    plant.app.config["WIRING_QA"] = replace(plant.app.config["WIRING_QA"], api_requests_a_minute=2)
    by = token(plant)
    first, second, third = (call(plant, "/cabinets", by) for _request in range(3))
    assert (first.status_code, second.status_code, third.status_code) == (200, 200, 429)
    assert third.mimetype == "application/problem+json"
    assert third.json is not None
    assert third.json["code"] == "too_many_requests"
    assert 1 <= int(third.headers["Retry-After"]) <= 30
    assert call(plant, "/cabinets", token(plant)).status_code == 200
