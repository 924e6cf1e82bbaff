"""What other systems write stands in the journal as if a lead had entered it, and is refused as theirs is."""

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from tests.api.test_api import NEW, call, token
from tests.plant import Plant
from wiring_qa.api.scopes import Scope
from wiring_qa.core.db import db
from wiring_qa.journal.models import JournalEntry


def test_who_wires_a_cabinet_is_said(plant: Plant) -> None:
    by = token(plant)
    answer = call(plant, f"/cabinets/{plant.code}/wirers", by, {"wirers": ["zhao", "chen"]})
    assert (answer.status_code, answer.json) == (201, {"wirers": ["chen", "zhao"]})
    shown = call(plant, f"/cabinets/{plant.code}", by).json
    assert shown is not None
    assert sorted(shown["wirers"]) == ["chen", "zhao"]
    call(plant, f"/cabinets/{plant.code}/wirers", by, {"wirers": []})
    shown = call(plant, f"/cabinets/{plant.code}", by).json
    assert shown is not None
    assert shown["wirers"] == []


def test_a_complaint_is_recorded_once_however_often_it_is_sent(plant: Plant) -> None:
    by, key = token(plant), str(uuid4())
    told = {
        "kind": "loose",
        "words": "It turns",
        "wires": "#9, #2",
        "noticed_on": "2026-02-03",
        "reference": "S-1",
    }
    path = f"/cabinets/{plant.code}/complaints"
    first = call(plant, path, by, told, **{"Idempotency-Key": key})
    again = call(plant, path, by, told, **{"Idempotency-Key": key})
    assert (first.status_code, first.json) == (again.status_code, again.json)
    assert first.json is not None
    assert (first.json["number"], first.json["rows"]) == (1, [2, 9])
    page = plant.client("lin").get(first.json["url"].removeprefix("http://qa.test"))
    assert "It turns" in page.text
    query = select(JournalEntry.data).where(JournalEntry.type == "record_complaint")
    (data,) = db.session.scalars(query)
    assert data["api_token"] == "MES"


@pytest.mark.parametrize(
    ("path", "body", "status", "fields"),
    [
        ("/cabinets", {**NEW, "serial": "   "}, 422, ["serial"]),
        ("/cabinets", {**NEW, "line": "l" * 81, "order": "o" * 201}, 422, ["line", "order"]),
        ("/cabinets/CODE/wirers", {"wirers": ["nobody"]}, 422, ["wirers"]),
        ("/cabinets/CODE/wirers", {}, 422, ["wirers"]),
        ("/cabinets/CODE/complaints", {"kind": "sad", "words": "x"}, 422, ["kind"]),
        ("/cabinets/CODE/complaints", {"kind": "loose", "words": " "}, 422, ["words"]),
        ("/cabinets/CODE/complaints", {"kind": "loose", "words": "x", "wires": "#99"}, 422, ["wires"]),
        (
            "/cabinets/CODE/complaints",
            {"kind": "loose", "words": "x", "noticed_on": "2199-01-01"},
            422,
            ["noticed_on"],
        ),
        ("/cabinets/NOSUCH/complaints", {"kind": "loose", "words": "x"}, 404, None),
        ("/cabinets/NOSUCH/wirers", {"wirers": []}, 404, None),
    ],
)
def test_what_does_not_fit_is_told_at_its_fields(
    plant: Plant, path: str, body: Any, status: int, fields: list[str] | None
) -> None:
    response = call(plant, path.replace("CODE", plant.code), token(plant), body)
    assert response.status_code == status, response.json
    assert response.json is not None
    assert fields is None or sorted(response.json["errors"]) == fields


def test_each_writes_with_its_own_scope(plant: Plant) -> None:
    path = f"/cabinets/{plant.code}/complaints"
    assert (
        call(plant, path, token(plant, Scope.CABINETS_WRITE), {"kind": "loose", "words": "x"}).status_code
        == 403
    )
    path = f"/cabinets/{plant.code}/wirers"
    assert call(plant, path, token(plant, Scope.COMPLAINTS_WRITE), {"wirers": []}).status_code == 403


def test_what_postgresql_does_not_store_is_left_out(plant: Plant) -> None:
    answer = call(plant, "/cabinets", token(plant), {**NEW, "serial": "S\0N-7", "wirers": ["che\0n"]})
    assert answer.status_code == 201
    assert answer.json is not None
    assert answer.json["serial"] == "SN-7"
