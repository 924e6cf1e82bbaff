from uuid import uuid4

import pytest

from tests.plant import Plant
from tests.refusals import refused
from wiring_qa.core.refusals import Refused


def test_a_normal_row_takes_one_tap(plant: Plant) -> None:
    answer = plant.do("mark_ok", "li", wire=9)
    assert [(row["wire"], row["state"], row["by"]) for row in answer["rows"]] == [(9, "in_order", "li")]


def test_ok_confirms_each_extra_check_by_name(plant: Plant) -> None:
    assert refused(plant, "mark_ok", "li", wire=1, confirmed=["colour", "lug"]) == "extra_checks_left"
    answer = plant.do("mark_ok", "li", wire=1, confirmed=["colour", "lug", "size"])
    assert answer["rows"][0]["state"] == "in_order"


def test_a_wide_span_row_waits_for_the_second_person(plant: Plant) -> None:
    assert plant.do("mark_ok", "li", wire=7)["rows"][0]["state"] == "second_person"
    assert refused(plant, "confirm_as_second_person", "li", wire=7) == "own_mark"
    assert plant.do("confirm_as_second_person", "wang", wire=7)["rows"][0]["state"] == "in_order"


def test_no_second_person_confirms_a_row_that_needs_none(plant: Plant) -> None:
    plant.do("mark_ok", "li", wire=9)
    assert refused(plant, "confirm_as_second_person", "wang", wire=9) == "no_second_person_needed"


def test_a_wirer_does_not_check(plant: Plant) -> None:
    assert refused(plant, "mark_ok", "chen", wire=9) == "not_allowed"


def test_a_row_that_is_not_in_the_table_is_refused(plant: Plant) -> None:
    assert refused(plant, "mark_ok", "li", wire=99) == "no_wire"


def test_a_mark_sent_twice_applies_once(plant: Plant) -> None:
    number = uuid4()
    first = plant.do("mark_ok", "li", number=number, wire=9)
    plant.do("mark_faulty", "wang", wire=9, kind="loose", end="from")
    assert plant.do("mark_ok", "li", number=number, wire=9) == first


def test_a_number_used_for_another_act_is_refused(plant: Plant) -> None:
    number = uuid4()
    plant.do("mark_ok", "li", number=number, wire=9)
    with pytest.raises(Refused) as caught:
        plant.do("mark_ok", "wang", number=number, wire=10)
    assert caught.value.refusal.code == "id_reused"


def test_a_number_used_for_another_row_is_refused_and_not_lost_in_silence(plant: Plant) -> None:
    number = uuid4()
    plant.do("mark_ok", "li", number=number, wire=9)
    with pytest.raises(Refused) as caught:
        plant.do("mark_ok", "li", number=number, wire=10)
    assert caught.value.refusal.code == "id_reused"
