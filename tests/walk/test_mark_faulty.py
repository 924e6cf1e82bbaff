from typing import Any

import pytest

from tests.plant import Plant
from tests.refusals import refused
from wiring_qa.findings.kinds import Kind

WITH_ROW = [kind for kind in Kind if kind is not Kind.EXTRA]


@pytest.mark.parametrize("kind", WITH_ROW)
def test_marking_a_row_faulty_records_the_finding_in_the_same_step(plant: Plant, kind: Kind) -> None:
    more: dict[Kind, dict[str, Any]] = {
        Kind.WRONG: {"found_device": "-X1", "found_terminal": "9"},
        Kind.OTHER: {"note": "scratched"},
    }
    answer = plant.do("mark_faulty", "li", wire=13, kind=kind, end="from", **more.get(kind, {}))
    assert answer["findings"] == [1]
    assert {row["state"] for row in answer["rows"] if row["wire"] == 13} == {"faulty"}


def test_a_fault_says_at_which_end(plant: Plant) -> None:
    assert refused(plant, "mark_faulty", "li", wire=9, kind="loose") == "end_missing"


def test_a_wrong_connection_asks_where_the_wire_was_found(plant: Plant) -> None:
    assert refused(plant, "mark_faulty", "li", wire=9, kind="wrong", end="to") == "found_missing"


def test_other_needs_a_note(plant: Plant) -> None:
    assert refused(plant, "mark_faulty", "li", wire=9, kind="other", end="to") == "note_missing"


def test_an_unknown_kind_is_refused_at_its_field(plant: Plant) -> None:
    assert refused(plant, "mark_faulty", "li", wire=9, kind="broken", end="to") == "invalid"


def test_a_row_is_not_swapped_with_itself(plant: Plant) -> None:
    code = refused(plant, "mark_faulty", "li", wire=9, kind="wrong", end="to", swapped_with=9)
    assert code == "swapped_with_itself"


def test_only_wrong_connections_are_swapped(plant: Plant) -> None:
    code = refused(plant, "mark_faulty", "li", wire=9, kind="loose", end="to", swapped_with=10)
    assert code == "swap_is_wrong"


def test_an_extra_wire_is_a_finding_without_a_row(plant: Plant) -> None:
    assert plant.do("record_extra_wire", "li", found_device="-X1", found_terminal="12")["findings"] == [1]
    assert refused(plant, "mark_faulty", "li", wire=9, kind="extra", end="both") == "extra_has_no_row"
    assert plant.do("confirm_fix", "chen", finding=1)["findings"][0]["state"] == "fixed"
    assert plant.do("pass_recheck", "wang", finding=1)["findings"][0]["state"] == "closed"


def test_one_takes_back_ones_own_last_mark(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    assert refused(plant, "take_back_mark", "wang", wire=9) == "not_your_mark"
    answer = plant.do("take_back_mark", "li", wire=9)
    assert (answer["rows"][0]["state"], answer["taken_back"]) == ("todo", [1])
    assert refused(plant, "take_back_mark", "li", wire=9) == "no_mark"


def test_a_mark_that_was_acted_on_stays(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    plant.do("confirm_fix", "chen", finding=1)
    assert refused(plant, "take_back_mark", "li", wire=9) == "acted_on"


def test_a_swapped_pair_is_taken_back_as_one(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="wrong", end="to", swapped_with=10)
    answer = plant.do("take_back_mark", "li", wire=10)
    assert {row["wire"]: row["state"] for row in answer["rows"]} == {9: "todo", 10: "todo"}
