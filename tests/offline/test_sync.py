"""A batch from a tablet: each operation once, in order, and none in the way of the others."""

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import func, select

from tests.offline.tablet import operation, send, told
from tests.plant import Plant
from tests.statements import counted
from wiring_qa.checks.models import Check
from wiring_qa.core.db import db
from wiring_qa.findings.models import Finding
from wiring_qa.journal.verify import verify


def _count(model: Any) -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def _checks() -> list[tuple[int, int]]:
    db.session.rollback()
    rows = db.session.execute(select(Check.position, Check.wire_id).order_by(Check.position))
    return [(position, wire) for position, wire in rows]


def test_a_batch_is_applied_in_its_order_and_the_chain_holds(plant: Plant) -> None:
    marks = [operation(plant, wire=wire) for wire in (12, 9, 11)]
    results = send(plant.client("li"), *marks)
    assert told(results) == ["applied"] * 3
    assert [result["answer"]["rows"][0]["wire"] for result in results] == [12, 9, 11]
    positions = [position for position, _wire in _checks()]
    assert positions == sorted(positions)
    assert verify([plant.app.config["WIRING_QA"].secret_key]).holds


def test_what_came_before_is_answered_as_it_was_the_first_time(plant: Plant) -> None:
    mark = operation(plant, wire=9)
    first = send(plant.client("li"), mark)
    again = send(plant.client("li"), mark, operation(plant, wire=10), mark)
    assert told(again) == ["duplicate", "applied", "duplicate"]
    assert again[0]["answer"] == again[2]["answer"] == first[0]["answer"]
    assert _count(Check) == 2


def test_one_that_is_refused_does_not_stop_the_others(plant: Plant) -> None:
    marks = [
        operation(plant, wire=9),
        operation(plant, wire=4),  # its yellow label must be confirmed
        operation(plant, wire=10),
        operation(plant, wire="many"),
        operation(plant, "take_back_mark", wire=9),
        operation(plant, "mark_faulty", wire=9, kind="loose", end="from"),
        operation(plant, "grant_concession", finding=1, reason="no lead"),
    ]
    results = send(plant.client("li"), *marks)
    refusals = ["applied", results[1]["code"], "applied", "invalid", "applied", "applied", "not_allowed"]
    assert told(results) == refusals
    assert results[1]["message"]
    assert list(results[3]["errors"]) == ["wire"]
    assert (_count(Check), _count(Finding)) == (3, 1)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"id": "seven"}, "bad_id"),
        ({"id": None}, "bad_id"),
        ({"type": "no_such_thing"}, "no_such_act"),
        ({"type": "set_pin"}, "no_such_act"),
        ({"at": "yesterday"}, "malformed"),
        ({"at": "2026-11-23T10:00:00"}, "malformed"),  # of no zone
        ({"cabinet": 7}, "malformed"),
        ({"cabinet": "ZZZZZZ"}, "no_cabinet"),
        ({"data": []}, "malformed"),
        ({"data": {"wire": 9, "note": "x" * 20_000}}, "too_long"),
        ({"data": {"wire": {"a": 1}}}, "invalid"),
        ({"data": {"wire": 2**31}}, "invalid"),
        ({"data": {"wire": -(10**30)}}, "invalid"),
        ({"cabinet": "\ud800"}, "no_cabinet"),
        ({"cabinet": "\x00"}, "no_cabinet"),
        ({"actor": "\ud800"}, "sign_in"),
    ],
)
def test_what_cannot_be_is_rejected_with_its_reason(plant: Plant, change: dict[str, Any], code: str) -> None:
    results = send(plant.client("li"), {**operation(plant, wire=9), **change}, operation(plant, wire=10))
    assert told(results) == [code, "applied"]
    assert results[0]["result"] == "rejected"
    assert results[0]["message"]


def test_half_an_emoji_in_a_note_stops_nothing(plant: Plant) -> None:
    fault = operation(plant, "mark_faulty", wire=9, kind="loose", end="from", note="看 \x00\ud83d")
    assert told(send(plant.client("li"), fault, operation(plant, wire=10))) == ["applied", "applied"]
    assert db.session.scalars(select(Finding.note)).one() == "看 \ufffd"


def test_what_is_no_operation_at_all_is_rejected(plant: Plant) -> None:
    results = send(plant.client("li"), "mark", None, 7, operation(plant, wire=10))
    assert told(results) == ["malformed", "malformed", "malformed", "applied"]


def test_a_mark_is_not_taken_under_anothers_name(plant: Plant) -> None:
    marks = [operation(plant, actor=name, wire=9) for name in ("wang", "li")]
    assert told(send(plant.client("li"), *marks)) == ["sign_in", "applied"]
    assert told(send(plant.app.test_client(), operation(plant, wire=10))) == ["sign_in"]
    assert _count(Check) == 1


@pytest.mark.parametrize(
    ("body", "status"),
    [([], 400), ({}, 400), ({"operations": {}}, 400), ({"operations": [1] * 201}, 413), ("x" * 2**20, 413)],
)
def test_what_is_no_batch_is_refused_whole(plant: Plant, body: Any, status: int) -> None:
    assert plant.client("li").post("/sync", json=body).status_code == status


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.test"}, {"Origin": "null"}]
)
def test_a_batch_from_another_site_is_refused(plant: Plant, headers: dict[str, str]) -> None:
    body = {"operations": [operation(plant, wire=9)]}
    assert plant.client("li").post("/sync", json=body, headers=headers).status_code == 415
    own = {"Origin": "http://localhost"}
    assert plant.client("li").post("/sync", json=body, headers=own).status_code == 200


def test_only_json_is_taken(plant: Plant) -> None:
    response = plant.client("li").post("/sync", data={"operations": "[]"})
    assert response.status_code == 415


def test_a_batch_is_committed_together(plant: Plant) -> None:
    client = plant.client("li")
    with counted() as few:
        send(client, operation(plant, wire=9))
    with counted() as many:
        send(client, *[operation(plant, wire=wire) for wire in (10, 11, 12, 13, 14)])
    heads = [sum("UPDATE chain_heads" in statement for statement in sent) for sent in (few, many)]
    assert heads == [1, 1]


def test_a_number_used_for_something_else_is_rejected(plant: Plant) -> None:
    number = str(uuid4())
    marks = [{**operation(plant, wire=wire), "id": number} for wire in (9, 10)]
    assert told(send(plant.client("li"), *marks)) == ["applied", "id_reused"]
