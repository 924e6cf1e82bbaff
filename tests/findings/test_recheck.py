from typing import Any

import pytest

from tests.plant import Plant
from tests.refusals import refused

BOTH_ENDS = ["from", "to", "pull"]


def fixed(plant: Plant, kind: str = "loose", wire: int = 9, by: str = "chen") -> int:
    """Return the number of a finding that waits for its recheck."""
    more: dict[str, Any] = {"found_device": "-X9"} if kind == "wrong" else {}
    number: int = plant.do("mark_faulty", "li", wire=wire, kind=kind, end="from", **more)["findings"][0]
    plant.do("confirm_fix", by, finding=number)
    return number


def test_a_passed_recheck_closes_the_finding_and_puts_the_row_in_order(plant: Plant) -> None:
    answer = plant.do("pass_recheck", "wang", finding=fixed(plant))
    assert answer["findings"] == [{"finding": 1, "state": "closed"}]
    assert answer["rows"][0]["state"] == "in_order"


def test_nobody_rechecks_their_own_fix(plant: Plant) -> None:
    number = fixed(plant, by="lin")
    assert refused(plant, "pass_recheck", "lin", finding=number) == "own_fix"
    assert refused(plant, "fail_recheck", "lin", finding=number) == "own_fix"
    assert plant.do("pass_recheck", "li", finding=number)["findings"][0]["state"] == "closed"


def test_a_finding_that_was_not_fixed_is_not_rechecked(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    assert refused(plant, "pass_recheck", "wang", finding=1) == "not_fixed"


def test_a_failed_recheck_opens_the_finding_again(plant: Plant) -> None:
    number = fixed(plant)
    answer = plant.do("fail_recheck", "wang", finding=number, note="still loose")
    assert answer["findings"] == [{"finding": 1, "state": "open"}]
    assert answer["rows"][0]["state"] == "faulty"
    plant.do("confirm_fix", "chen", finding=number)
    assert plant.do("pass_recheck", "wang", finding=number)["findings"][0]["state"] == "closed"


def test_a_fix_is_rechecked_once(plant: Plant) -> None:
    plant.do("pass_recheck", "wang", finding=fixed(plant))
    assert refused(plant, "fail_recheck", "li", finding=1) == "not_fixed"


@pytest.mark.parametrize(("kind", "wire"), [("missing", 9), ("loose", 2)])
def test_missing_connections_and_special_wires_are_rechecked_against_the_table(
    plant: Plant, kind: str, wire: int
) -> None:
    number = fixed(plant, kind, wire)
    assert refused(plant, "pass_recheck", "wang", finding=number) == "confirm_each"
    assert (
        refused(plant, "pass_recheck", "wang", finding=number, confirmed=["from", "pull"]) == "confirm_each"
    )
    answer = plant.do("pass_recheck", "wang", finding=number, confirmed=BOTH_ENDS)
    assert answer["findings"][0]["state"] == "closed"


def test_an_inspector_may_note_that_a_recheck_needs_the_table(plant: Plant) -> None:
    number = fixed(plant)
    plant.do("ask_for_table", "li", finding=number)
    assert refused(plant, "pass_recheck", "wang", finding=number) == "confirm_each"


def test_the_way_of_a_recheck_is_set_before_it_is_done(plant: Plant) -> None:
    plant.do("pass_recheck", "wang", finding=fixed(plant))
    assert refused(plant, "ask_for_table", "li", finding=1) == "recheck_done"


def test_a_wide_span_row_needs_a_second_person_after_its_recheck_too(plant: Plant) -> None:
    answer = plant.do("pass_recheck", "wang", finding=fixed(plant, wire=7))
    assert answer["rows"][0]["state"] == "second_person"
    assert refused(plant, "confirm_as_second_person", "wang", wire=7) == "own_mark"
    assert plant.do("confirm_as_second_person", "li", wire=7)["rows"][0]["state"] == "in_order"
