"""What a lead's home says of the plant."""

from datetime import timedelta
from typing import Any

import pytest

from tests.plant import MODEL, REVISION, Plant
from wiring_qa.cabinets import codes
from wiring_qa.cabinets.kinds import Stage
from wiring_qa.core import clock
from wiring_qa.journal.submit import perform
from wiring_qa.worklist.plant import count_by_stage, count_late, open_cabinets, todays_figures


def act(plant: Plant, type_: str, by: str, days_ago: float, **fields: Any) -> Any:
    """Record an act that happened some days ago."""
    chain = fields.pop("chain", plant.code)
    at = clock.now() - timedelta(days=days_ago)
    return perform(type_, fields, plant.person(by), chain=chain, at=at)


def add(plant: Plant, serial: str, days_ago: float) -> str:
    fields: dict[str, Any] = {"serial": serial, "model": MODEL, "revision": REVISION}
    code: str = act(plant, "add_cabinet", "lin", days_ago, chain=codes.new_code(), **fields)["code"]
    return code


def test_those_at_rest_for_longest_come_first_and_are_late_after_three_days(plant: Plant) -> None:
    add(plant, "SN-2", 9)
    moved = add(plant, "SN-3", 20)
    act(plant, "mark_ok", "li", 4, chain=moved, wire=10)
    found = open_cabinets()
    assert [(each.cabinet.serial, each.is_late) for each in found] == [
        ("SN-2", True), ("SN-3", True), ("SN-1", False),
    ]  # fmt: skip
    assert count_late() == 2
    act(plant, "mark_ok", "li", 0, chain=moved, wire=9)
    assert count_late() == 1


def test_cabinets_are_counted_by_stage(plant: Plant) -> None:
    add(plant, "SN-2", 0)
    assert count_by_stage() == {Stage.INSPECTING: 2}


def test_today_stands_beside_the_mean_of_the_days_before(plant: Plant) -> None:
    old = add(plant, "SN-2", 11.5)
    for days_ago, wire in ((5, 9), (4, 10), (3, 12)):
        act(plant, "mark_ok", "li", days_ago, chain=old, wire=wire)
    act(plant, "mark_faulty", "li", 2, chain=old, wire=13, kind="loose", end="from")
    act(plant, "mark_ok", "li", 0, wire=10)
    figures = todays_figures()
    assert figures["rows"].today == 1
    assert figures["rows"].usual == pytest.approx(4 / 10)
    assert figures["findings"].today == 0
    assert figures["findings"].usual == pytest.approx(1 / 10)


def test_a_finding_that_was_taken_back_does_not_count(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    assert todays_figures()["findings"].today == 1
    plant.do("take_back_mark", "li", wire=9)
    assert todays_figures()["findings"].today == 0


def test_a_plant_on_its_first_day_has_no_usual_day(plant: Plant) -> None:
    assert todays_figures()["rows"].usual is None
    page = plant.client("lin").get("/").get_data(as_text=True)
    assert "usually" not in page


def test_blockers_stand_in_words_with_their_links(plant: Plant) -> None:
    page = plant.client("lin").get("/").get_data(as_text=True)
    assert f'<a href="/c/{plant.code}/walk?show=left">Rows without a check in order: 14</a>' in page
