"""What was rejected is kept, shown to who can mend it, and settled."""

import json
from uuid import uuid4

import pytest
from sqlalchemy import select

from tests.offline.tablet import operation, send, told
from tests.plant import Plant
from tests.refusals import refused
from wiring_qa.core.db import db
from wiring_qa.journal.models import JournalEntry
from wiring_qa.offline.models import RejectedOperation


def _page(plant: Plant, name: str) -> str:
    return plant.client(name).get("/rejected").text


def _reject(plant: Plant, **more: str) -> str:
    mark = {**operation(plant, "mark_faulty", wire=9, kind="smudged", note="看不清"), **more}
    assert told(send(plant.client("li"), mark)) == ["invalid"]
    return str(mark["id"])


def test_it_is_shown_with_its_fields_and_reason_to_its_author_and_to_leads(plant: Plant) -> None:
    number = _reject(plant)
    for name in ("li", "lin"):
        page = _page(plant, name)
        assert number in page
        assert "Row: 9, Kind: smudged, Note: 看不清" in page
        assert "“smudged” is not one of the choices." in page
        assert f"/c/{plant.code}/walk#row-9" in page
    assert number not in _page(plant, "wang")


def test_the_same_rejected_twice_is_kept_once(plant: Plant) -> None:
    number = _reject(plant)
    _reject(plant, id=number)
    assert _page(plant, "li").count("<article") == 1


def test_what_is_accepted_later_is_settled(plant: Plant) -> None:
    number = _reject(plant)
    mended = {**operation(plant, "mark_faulty", wire=9, kind="loose", end="from"), "id": number}
    assert told(send(plant.client("li"), mended)) == ["applied"]
    assert number not in _page(plant, "li")


@pytest.mark.parametrize("name", ["li", "lin"])
def test_its_author_and_a_lead_dismiss_it(plant: Plant, name: str) -> None:
    number = _reject(plant)
    sent = {"id": str(uuid4()), "rejected": number, "reason": "" if name == "li" else "read on paper"}
    assert plant.client(name).post("/plant/dismiss_rejected", data=sent).status_code == 303
    assert number not in _page(plant, "li")
    assert refused(plant, "dismiss_rejected", name, chain="plant", rejected=number) == "not_rejected"


@pytest.mark.parametrize("number", ["", "seven", "5c5e20c1-0d10-4dd0-8871-8e475b6f5b4b"])
def test_what_was_not_rejected_is_not_dismissed(plant: Plant, number: str) -> None:
    sent = {"id": str(uuid4()), "rejected": number}
    response = plant.client("lin").post("/plant/dismiss_rejected", data=sent)
    assert response.status_code in (409, 422)


def test_what_another_sent_is_not_ones_own_to_dismiss(plant: Plant) -> None:
    sent = {"id": str(uuid4()), "rejected": _reject(plant)}
    assert plant.client("wang").post("/plant/dismiss_rejected", data=sent).status_code == 422
    assert sent["rejected"] in _page(plant, "li")


def test_what_an_act_does_not_ask_for_is_kept_nowhere(plant: Plant) -> None:
    mark = operation(plant, wire=4, pin="2468 and more", note_of_nobody="x")
    send(plant.client("li"), mark)
    db.session.rollback()
    kept = db.session.scalars(select(RejectedOperation)).one()
    assert kept.data == {"wire": "4"}
    entries = [json.dumps([each.data, each.answer]) for each in db.session.scalars(select(JournalEntry))]
    assert [each for each in entries if "2468 and more" in each] == []
    assert "2468 and more" not in plant.client("lin").get("/rejected").get_data(as_text=True)
