"""What others did to a cabinet's rows since a page was drawn."""

from typing import Any

import pytest

from tests.plant import Plant
from wiring_qa.walk import changes


def _since(plant: Plant, since: int, by: str = "wang") -> Any:
    return plant.client(by).get(f"/c/{plant.code}/changes?since={since}").json


def test_each_row_is_told_once_as_the_last_act_left_it(plant: Plant) -> None:
    begun = _since(plant, 0)["position"]
    plant.do("mark_ok", "li", wire=9)
    plant.do("mark_ok", "li", wire=10)
    plant.do("mark_faulty", "wang", wire=9, kind="loose", end="from")
    told = _since(plant, begun)
    assert told["position"] == begun + 3
    assert {row["wire"]: (row["state"], row["by"]) for row in told["rows"]} == {
        9: ("faulty", "wang"),
        10: ("in_order", "li"),
    }


def test_nothing_is_told_twice(plant: Plant) -> None:
    plant.do("mark_ok", "li", wire=9)
    position = _since(plant, 0)["position"]
    assert _since(plant, position) == {"position": position, "rows": []}


def test_anothers_ok_does_not_hide_a_fault(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    begun = _since(plant, 0)["position"]
    plant.do("mark_ok", "wang", wire=9)
    assert [row["state"] for row in _since(plant, begun)["rows"]] == ["faulty"]


def test_who_missed_too_much_draws_the_page_anew(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "MOST", 1)
    for wire in (9, 10, 11):
        plant.do("mark_ok", "li", wire=wire)
    told = _since(plant, 0)
    assert told["reload"]
    assert _since(plant, told["position"])["rows"] == []


def test_the_walk_says_from_where_to_ask(plant: Plant) -> None:
    plant.do("mark_ok", "li", wire=9)
    position = _since(plant, 0)["position"]
    assert f'data-position="{position}"' in plant.client("li").get(f"/c/{plant.code}/walk").text


def test_every_act_moves_the_position_of_the_work(plant: Plant) -> None:
    client = plant.client("li")
    before = client.get("/position").json
    plant.do("mark_ok", "li", wire=9)
    after = client.get("/position").json
    assert before
    assert after
    assert after["position"] == before["position"] + 1
