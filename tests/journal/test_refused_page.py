"""The page that a form without JavaScript meets where what it sent cannot be recorded."""

from uuid import uuid4

import pytest

from tests.plant import Plant


def test_extra_checks_that_are_not_confirmed_are_named_and_confirmed_at_the_row(plant: Plant) -> None:
    sent = {"id": str(uuid4()), "wire": "1", "confirmed": "colour", "next": f"/c/{plant.code}/walk#row-1"}
    answer = plant.client("li").post(f"/c/{plant.code}/mark_ok", data=sent)
    assert answer.status_code == 422
    assert "Confirm this first: lug, size." in answer.text
    assert f'href="/c/{plant.code}/walk#row-1"' in answer.text
    assert "Send again" not in answer.text


def test_a_recheck_against_the_table_without_its_touches_is_told_what_to_confirm(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="missing", end="from")
    plant.do("confirm_fix", "chen", finding=1)
    answer = plant.client("li").post(
        f"/c/{plant.code}/pass_recheck", data={"id": str(uuid4()), "finding": "1", "confirmed": "from"}
    )
    assert answer.status_code == 422
    assert "Confirm each end and the pull, one by one." in answer.text


def test_what_can_be_chosen_on_the_page_is_asked_for_there(plant: Plant) -> None:
    sent = {"id": str(uuid4()), "url": "https://mes.example/events"}
    answer = plant.client("lin").post("/plant/add_webhook", data=sent)
    assert answer.status_code == 422
    assert "Choose at least one event." in answer.text
    assert 'type="checkbox"\n             name="events"\n             value="finding.raised"' in answer.text
    assert 'name="url" value="https://mes.example/events"' in answer.text


@pytest.mark.parametrize(
    ("act", "field", "words"),
    [("mark_ok", "confirmed", "“nonsense” is not one"), ("assign_wirers", "wirers", "Nobody of this name")],
)
def test_a_value_that_no_page_offers_is_told(plant: Plant, act: str, field: str, words: str) -> None:
    by = "li" if act == "mark_ok" else "lin"
    sent = {"id": str(uuid4()), "wire": "9", field: "nonsense"}
    answer = plant.client(by).post(f"/c/{plant.code}/{act}", data=sent)
    assert answer.status_code in (409, 422)
    assert words in answer.text
