from tests.plant import Plant
from tests.refusals import refused

ROWS_OF_A1 = [9, 10, 11, 12]
ALL = ["from", "to", "pull"]


def states(answer: dict[str, list[dict[str, object]]]) -> dict[object, object]:
    return {row["wire"]: row["state"] for row in answer["rows"]}


def test_a_missing_part_sets_every_row_of_its_device_to_waiting(plant: Plant) -> None:
    plant.do("mark_ok", "li", wire=10)
    answer = plant.do("mark_faulty", "li", wire=9, kind="missing_part", end="from")
    assert states(answer) == {9: "faulty", 10: "waiting_part", 11: "waiting_part", 12: "waiting_part"}
    assert refused(plant, "mark_ok", "li", wire=11) == "waiting_for_part"


def test_its_rows_are_checked_after_the_part_is_in(plant: Plant) -> None:
    plant.do("mark_ok", "li", wire=10)
    plant.do("mark_faulty", "li", wire=9, kind="missing_part", end="from")
    fixed = plant.do("confirm_fix", "chen", finding=1)
    assert set(states(fixed).values()) == {"todo"}


def test_closing_a_missing_part_needs_every_row_of_the_device_checked_since_the_fix(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="missing_part", end="from")
    plant.do("confirm_fix", "chen", finding=1)
    for wire in ROWS_OF_A1[:-1]:
        plant.do("mark_ok", "li", wire=wire)
    assert refused(plant, "pass_recheck", "wang", finding=1, confirmed=ALL) == "rows_left"
    plant.do("mark_ok", "li", wire=ROWS_OF_A1[-1])
    answer = plant.do("pass_recheck", "wang", finding=1, confirmed=ALL)
    assert answer["findings"][0]["state"] == "closed"
    assert set(states(answer).values()) == {"in_order"}


def test_a_missing_part_is_at_one_end(plant: Plant) -> None:
    assert refused(plant, "mark_faulty", "li", wire=9, kind="missing_part", end="both") == "one_part"


def test_taking_the_mark_back_frees_the_rows(plant: Plant) -> None:
    plant.do("mark_ok", "li", wire=10)
    plant.do("mark_faulty", "li", wire=9, kind="missing_part", end="from")
    assert states(plant.do("take_back_mark", "li", wire=9)) == {
        9: "todo",
        10: "in_order",
        11: "todo",
        12: "todo",
    }


def test_a_conceded_missing_part_frees_its_rows(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="missing_part", end="from")
    answer = plant.do("grant_concession", "lin", finding=1, reason="delivered with the spare parts")
    assert set(states(answer).values()) == {"in_order"}
