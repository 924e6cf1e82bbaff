"""Photos that are refused: kept on the server for the lead to judge, and told so to the tablet."""

import re
from uuid import UUID, uuid4

import pytest
from werkzeug.test import TestResponse

from tests.findings.photos import count_photos, send_photo
from tests.people.tablets import enrolled
from tests.pictures import picture
from tests.plant import Plant
from wiring_qa.core.db import db
from wiring_qa.journal.models import JournalEntry
from wiring_qa.people.tokens import issue


def _barred(plant: Plant, raised: UUID, number: UUID, by: str = "tablet") -> TestResponse:
    """Send a photo under a token that is no longer trusted: the tablet's, or that of who left."""
    li = enrolled(plant, "Hall A 1", "li")
    token = issue(li)
    if by == "tablet":
        plant.do("revoke_tablet", "lin", chain="plant", revoked=li.tablet_id)
    else:
        plant.do("change_person", "root", chain="plant", person=li.id, name="li", role="inspector")
    return send_photo(plant, raised, picture(), number, by="wang", author=token)


@pytest.mark.parametrize(("by", "code"), [("tablet", "tablet_revoked"), ("person", "person_left")])
def test_a_photo_that_is_no_longer_trusted_is_kept_and_a_lead_records_it_after_all(
    plant: Plant, raised: UUID, by: str, code: str
) -> None:
    number, li = uuid4(), plant.person("li").id
    refused = _barred(plant, raised, number, by)
    told = refused.get_json()
    assert (refused.status_code, told["code"], told["kept"], count_photos()) == (409, code, True, 0)
    lin = plant.client("lin")
    page = lin.get("/rejected").text
    assert str(number) in page
    assert "sha256" not in page
    shown = re.search(r'src="(/pictures/\w+/small)"', page)
    assert shown
    assert lin.get(shown[1]).content_type == "image/jpeg"
    assert lin.post(f"/rejected/{number}/accept", data={"reason": "seen"}).status_code == 303
    assert count_photos() == 1
    entry = db.session.get_one(JournalEntry, number)
    assert (entry.actor_id, entry.data["accepted_by"]) == (li, "lin")
    assert str(number) not in lin.get("/rejected").text
    assert entry.data["picture"] in lin.get(f"/c/{plant.code}/findings").text


def test_a_lead_dismisses_a_photo_with_a_reason(plant: Plant, raised: UUID) -> None:
    number = uuid4()
    _barred(plant, raised, number)
    sent = {"id": str(uuid4()), "rejected": str(number), "reason": "not ours"}
    lin = plant.client("lin")
    assert lin.post("/plant/dismiss_rejected", data=sent).status_code == 303
    assert str(number) not in lin.get("/rejected").text
    assert lin.post(f"/rejected/{number}/accept", data={"reason": "seen"}).status_code == 409


def test_a_photo_that_was_taken_before_is_answered_as_then(plant: Plant, raised: UUID) -> None:
    number = uuid4()
    send_photo(plant, raised, picture(), number)
    assert _barred(plant, raised, number).get_json()["result"] == "duplicate"


def test_a_photo_that_is_refused_as_things_stand_is_kept_too(plant: Plant) -> None:
    number = uuid4()
    assert send_photo(plant, uuid4(), picture(), number).get_json()["kept"] is True
    assert "/small" in plant.client("li").get("/rejected").text
    sent = {"id": str(uuid4()), "rejected": str(number)}
    assert plant.client("li").post("/plant/dismiss_rejected", data=sent).status_code == 303
    assert "/small" not in plant.client("li").get("/rejected").text


def test_nobody_need_be_signed_in_where_the_photo_says_who_took_it(plant: Plant, raised: UUID) -> None:
    address, content = f"/c/{plant.code}/photos/{uuid4()}", picture()
    sent = {"query_string": {"about": str(raised)}, "data": content, "content_type": "image/jpeg"}
    nobody = plant.app.test_client()
    assert nobody.post(address, **sent).status_code == 401
    assert count_photos() == 0
    proved = {"Wiring-QA-Author": issue(plant.person("li"))}
    assert nobody.post(address, headers=proved, **sent).status_code == 200
    assert count_photos() == 1
