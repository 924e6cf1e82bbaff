"""The pages of new revisions."""

import re
from uuid import uuid4

from tests.plant import REVISION, Plant
from tests.revisions.test_moving import ADDED
from tests.revisions.world import NEXT, add_revision, move, the_cabinet, to_remove
from wiring_qa.tables.models import WiringTable


def _next() -> WiringTable:
    return add_revision(changed={9: {"colour": "RD"}}, removed=(14,), added=(ADDED,))


def test_a_comparison_shows_what_was_added_removed_and_changed(plant: Plant) -> None:
    later = _next()
    earlier = the_cabinet(plant).table_id
    page = plant.client("lin").get(f"/tables/{earlier}/compare/{later.id}").get_data(as_text=True)
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))
    assert "Colour : was BU" in text
    assert "keeps its check" not in text
    assert "to be confirmed removed" in text
    assert "Move 1 cabinet under way" in text
    unchanged = plant.client("lin").get(f"/tables/{earlier}/compare/{later.id}?show=unchanged")
    assert "keeps its check" in unchanged.get_data(as_text=True)


def test_tables_of_two_models_are_not_compared(plant: Plant) -> None:
    later = _next()
    assert plant.client("lin").get(f"/tables/{later.id}/compare/{later.id}").status_code == 404
    assert plant.client("li").get(f"/tables/1/compare/{later.id}").status_code == 403


def test_cabinets_under_way_are_moved_from_the_list(plant: Plant) -> None:
    later = _next()
    second = plant.do("add_cabinet", "lin", chain=None, serial="SN-2", model="NICE-3000", revision=REVISION)
    earlier = the_cabinet(plant).table_id
    path = f"/tables/{earlier}/move/{later.id}"
    client = plant.client("lin")
    page = client.get(path).get_data(as_text=True)
    assert "SN-1" in page
    assert "SN-2" in page
    fields = {"id": str(uuid4()), "cabinet": [plant.code, second["code"]]}
    answer = client.post(path, data=fields, follow_redirects=True).get_data(as_text=True)
    assert "Cabinets moved to revision A/3: 2" in answer
    assert "No cabinet under way" in answer


def test_a_lead_sees_what_a_move_makes_of_a_cabinet_before_doing_it(plant: Plant) -> None:
    _next()
    client = plant.client("lin")
    page = client.get(f"/c/{plant.code}/revision?to={NEXT}").get_data(as_text=True)
    assert 'data-act="move"' in page
    fields = {"id": str(uuid4()), "revision": NEXT, "from_revision": REVISION}
    client.post(f"/c/{plant.code}/move_to_revision", data=fields)
    assert the_cabinet(plant).table.revision == NEXT


def test_the_walk_asks_to_confirm_removed_wires(plant: Plant) -> None:
    _next()
    move(plant)
    client = plant.client("li")
    page = client.get(f"/c/{plant.code}/walk").get_data(as_text=True)
    assert 'data-removed="14"' in page
    fields = {"id": str(uuid4()), "revision": REVISION, "wire": "14"}
    client.post(f"/c/{plant.code}/confirm_removed_wire", data=fields)
    assert to_remove(plant) == []
    assert "data-removed" not in client.get(f"/c/{plant.code}/walk").get_data(as_text=True)


def test_the_record_keeps_what_was_recorded_before_and_tells_the_move(plant: Plant) -> None:
    plant.do("mark_ok", "li", wire=9)
    plant.do("mark_ok", "li", wire=14)
    _next()
    move(plant)
    plant.do("confirm_removed_wire", "wang", revision=REVISION, wire=14)
    page = plant.client("lin").get(f"/c/{plant.code}/record").get_data(as_text=True)
    assert "Moved from revision A/2 to A/3 by lin" in page
    assert page.count("Checked, in order: li") == 2
    assert "Confirmed removed: wang" in page
    assert "Rows in order: 0 of 14" in page
