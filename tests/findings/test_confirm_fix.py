from uuid import uuid4

from tests.plant import Plant
from tests.refusals import refused


def loose(plant: Plant, wire: int = 9, by: str = "li") -> int:
    number: int = plant.do("mark_faulty", by, wire=wire, kind="loose", end="from")["findings"][0]
    return number


def test_a_fix_turns_an_open_finding_into_one_to_recheck(plant: Plant) -> None:
    answer = plant.do("confirm_fix", "chen", finding=loose(plant), note="new lug")
    assert answer["findings"] == [{"finding": 1, "state": "fixed"}]
    assert [(row["wire"], row["state"]) for row in answer["rows"]] == [(9, "fixed")]


def test_a_finding_is_not_fixed_twice(plant: Plant) -> None:
    plant.do("confirm_fix", "chen", finding=loose(plant))
    assert refused(plant, "confirm_fix", "zhao", finding=1) == "not_open"


def test_a_fix_sent_twice_applies_once(plant: Plant) -> None:
    finding, number = loose(plant), uuid4()
    first = plant.do("confirm_fix", "chen", number=number, finding=finding)
    assert plant.do("confirm_fix", "chen", number=number, finding=finding) == first


def test_a_swapped_pair_is_fixed_as_one(plant: Plant) -> None:
    raised = plant.do("mark_faulty", "li", wire=9, kind="wrong", end="to", swapped_with=10)
    assert raised["findings"] == [1, 2]
    assert {row["wire"]: row["state"] for row in raised["rows"]} == {9: "faulty", 10: "faulty"}
    fixed = plant.do("confirm_fix", "chen", finding=2)
    assert {each["finding"]: each["state"] for each in fixed["findings"]} == {1: "fixed", 2: "fixed"}


def test_an_inspector_does_not_fix(plant: Plant) -> None:
    assert refused(plant, "confirm_fix", "li", finding=loose(plant)) == "not_allowed"


def test_a_finding_that_is_not_there_is_refused(plant: Plant) -> None:
    assert refused(plant, "confirm_fix", "chen", finding=7) == "no_finding"


def test_a_later_ok_does_not_close_a_finding(plant: Plant) -> None:
    loose(plant)
    assert plant.do("mark_ok", "wang", wire=9)["rows"][0]["state"] == "faulty"
    assert refused(plant, "pass_recheck", "wang", finding=1) == "not_fixed"
