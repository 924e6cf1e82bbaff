"""What two people enter on one tablet arrives as theirs; what is no longer trusted waits for a lead."""

from typing import Any

import pytest
from sqlalchemy import select

from tests.offline.tablet import operation, send, told
from tests.people.tablets import enrolled
from tests.plant import Plant
from wiring_qa.checks.models import Check
from wiring_qa.core.db import db
from wiring_qa.journal.models import JournalEntry
from wiring_qa.people.badges import badge_of
from wiring_qa.people.tokens import issue


def _authors(plant: Plant) -> dict[int, str]:
    """Return who marked each row, as the journal has it."""
    db.session.rollback()
    names = {plant.person(name).id: name for name in ("li", "wang", "chen")}
    rows = db.session.execute(select(Check.wire_id, Check.by_id)).all()
    return {wire: names[by] for wire, by in rows}


def test_marks_of_two_people_arrive_under_the_right_names_whoever_is_signed_in(plant: Plant) -> None:
    li, wang = issue(enrolled(plant, "Hall A 1", "li")), issue(plant.person("wang"))
    marks = [operation(plant, wire=wire, actor=li if wire % 2 else wang) for wire in range(9, 15)]
    results = [*send(plant.client("chen"), *marks[:3]), *send(plant.app.test_client(), *marks[3:])]
    assert told(results) == ["applied"] * 6
    assert list(_authors(plant).values()) == ["li", "wang"] * 3
    tablets = set(db.session.scalars(select(JournalEntry.tablet).where(JournalEntry.type == "mark_ok")))
    assert tablets == {"Hall A 1", None}


@pytest.mark.parametrize("actor", ["x", "a.b", 7, {"person": 1}, "wang"])
def test_who_cannot_prove_it_must_sign_in(plant: Plant, actor: Any) -> None:
    mark = {**operation(plant, wire=9), "actor": actor}
    assert told(send(plant.client("li"), mark)) == ["sign_in"]
    assert _authors(plant) == {}


def _revoked(plant: Plant) -> dict[str, Any]:
    li = enrolled(plant, "Hall A 1", "li")
    taken, late = (operation(plant, wire=wire, actor=issue(li)) for wire in (9, 10))
    nobody = plant.app.test_client()
    assert told(send(nobody, taken)) == ["applied"]
    plant.do("revoke_tablet", "lin", chain="plant", revoked=li.tablet_id)
    # what was taken before is answered as it was then
    assert told(send(nobody, taken, late)) == ["duplicate", "tablet_revoked"]
    assert told(send(nobody, late)) == ["tablet_revoked"]
    assert list(_authors(plant)) == [9]
    return late


def test_what_comes_from_a_revoked_tablet_is_kept_and_a_lead_records_it_after_all(plant: Plant) -> None:
    late = _revoked(plant)
    lin = plant.client("lin")
    assert late["id"] in lin.get("/rejected").text
    address = f"/rejected/{late['id']}/accept"
    nameless = lin.post(address, data={"reason": " "})
    assert nameless.status_code == 409
    assert "Say why, as another entered it." in nameless.text
    assert lin.post(address, data={"reason": "seen on paper"}).status_code == 303
    assert _authors(plant) == {9: "li", 10: "li"}
    assert late["id"] not in lin.get("/rejected").text
    assert "accepted by lin: seen on paper" in lin.get(f"/c/{plant.code}/journal").text
    assert lin.post(address, data={"reason": "again"}).status_code == 409


def test_a_lead_dismisses_it_with_a_reason_and_nobody_else_judges(plant: Plant) -> None:
    late = _revoked(plant)
    assert (
        plant.client("wang").post(f"/rejected/{late['id']}/accept", data={"reason": "x"}).status_code == 403
    )
    lin = plant.client("lin")
    sent = {"id": late["id"][:-4] + "0000", "rejected": late["id"]}
    assert lin.post("/plant/dismiss_rejected", data=sent).status_code == 422
    assert lin.post("/plant/dismiss_rejected", data={**sent, "reason": "not seen"}).status_code == 303
    assert late["id"] not in lin.get("/rejected").text
    assert list(_authors(plant)) == [9]


def test_what_its_rule_still_refuses_is_not_accepted(plant: Plant) -> None:
    mark = operation(plant, "mark_faulty", wire=9, kind="smudged")
    assert told(send(plant.client("li"), mark)) == ["invalid"]
    response = plant.client("lin").post(f"/rejected/{mark['id']}/accept", data={"reason": "why not"})
    assert response.status_code == 409
    assert 'value="why not"' in response.text


@pytest.mark.parametrize("by", ["token", "badge"])
def test_a_second_person_confirms_without_a_network_and_is_proved_on_arrival(plant: Plant, by: str) -> None:
    wang = plant.person("wang")
    proof = issue(wang) if by == "token" else badge_of(wang.id)
    mark = operation(plant, wire=7, actor=issue(plant.person("li")))
    second = operation(plant, "confirm_as_second_person", wire=7, actor=proof or "")
    assert told(send(plant.app.test_client(), mark, second)) == ["applied", "applied"]


def test_a_second_person_who_is_none_is_refused_and_the_row_is_still_to_do(plant: Plant) -> None:
    li, wang = plant.person("li"), plant.person("wang")
    old = badge_of(wang.id)
    plant.do("renew_badge", "root", chain="plant", person=wang.id)
    batch = [operation(plant, wire=7, actor=issue(li))]
    batch += [
        operation(plant, "confirm_as_second_person", wire=7, actor=each or "") for each in (old, issue(li))
    ]
    nobody = plant.app.test_client()
    assert told(send(nobody, *batch)) == ["applied", "not_proved", "own_mark"]
    mark = operation(plant, wire=9, actor=badge_of(wang.id) or "")
    assert told(send(nobody, mark)) == ["sign_in"]  # a badge confirms and marks nothing
