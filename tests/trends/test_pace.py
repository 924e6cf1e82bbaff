"""Marks that follow each other faster than a person can look and pull."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from tests.plant import Plant
from tests.trends.read import page
from wiring_qa.core.clock import now
from wiring_qa.core.forms import posted
from wiring_qa.journal.submit import Outcome, Sent, submit_all
from wiring_qa.trends.pace import Mark, fast_runs

START = datetime(2026, 11, 24, 8, tzinfo=UTC)
LEAST = timedelta(seconds=3)


def marks(*seconds: float, by: int = 1, cabinet: int = 1) -> list[Mark]:
    return [Mark(by, cabinet, START + timedelta(seconds=each), uuid4()) for each in seconds]


def test_five_marks_that_follow_fast_are_a_run() -> None:
    (run,) = fast_runs(marks(0, 1, 2, 3, 4), LEAST)
    assert len(run.marks) == 5
    assert run.seconds_each == 1


@pytest.mark.parametrize("seconds", [(0, 1, 2, 3), (0, 3, 6, 9, 12), (0, 1, 2, 3, 9, 10, 11, 12), ()])
def test_fewer_or_slower_marks_are_none(seconds: tuple[float, ...]) -> None:
    assert fast_runs(marks(*seconds), LEAST) == []


def test_marks_of_two_people_or_cabinets_do_not_make_a_run_together() -> None:
    mixed = [*marks(0, 2, 4), *marks(1, 3, 5, by=2)]
    assert fast_runs(sorted(mixed, key=lambda mark: mark.at), LEAST) == []
    assert fast_runs([*marks(0, 1, 2), *marks(3, 4, 5, cabinet=2)], LEAST) == []


def test_two_people_at_once_have_each_their_own_run() -> None:
    mixed = [*marks(0, 1, 2, 3, 4), *marks(0.5, 1.5, 2.5, 3.5, 4.5, by=2)]
    assert len(fast_runs(sorted(mixed, key=lambda mark: mark.at), LEAST)) == 2


def mark_fast(plant: Plant, by: str = "li", notes: dict[str, int] | None = None) -> None:
    start = now() - timedelta(minutes=1)
    for place, wire in enumerate((2, 9, 10, 11, 12)):
        fields = posted({"id": str(uuid4()), "wire": wire, "kind": "loose", "end": "from"})
        at = start + timedelta(seconds=place)
        sent = Sent("mark_faulty", fields, plant.person(by), plant.code, at, notes=notes or {})
        (outcome,) = submit_all([sent])
        assert isinstance(outcome, Outcome)
        assert outcome.accepted


def test_leads_see_everyones_runs_and_inspectors_their_own(plant: Plant) -> None:
    mark_fast(plant)
    assert "SN-1 li" in page(plant, "/trends/pace")
    assert "li 5 5" in page(plant, "/trends/pace")
    assert "SN-1 li" in page(plant, "/trends/pace", "li")
    assert "No such runs in this week." in page(plant, "/trends/pace", "wang")
    assert plant.client("chen").get("/trends/pace").status_code == 403


def test_marks_of_a_wrong_clock_are_left_out(plant: Plant) -> None:
    mark_fast(plant, notes={"clock_skew_s": 900})
    assert "No such runs in this week." in page(plant, "/trends/pace")


def test_another_week_has_its_own_runs(plant: Plant) -> None:
    mark_fast(plant)
    assert "No such runs in this week." in page(plant, "/trends/pace?until=2020-01-01")
    assert "SN-1" in page(plant, "/trends/pace?until=nonsense")
