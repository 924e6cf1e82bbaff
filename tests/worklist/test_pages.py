import re
from typing import Any

from sqlalchemy import event

from tests.plant import MODEL, REVISION, Plant
from tests.tightening.story import held, inspect_all, ready
from wiring_qa.cabinets import codes
from wiring_qa.core.db import db


def page(plant: Plant, who: str, address: str) -> str:
    response = plant.client(who).get(address)
    assert response.status_code == 200, response.status
    return response.get_data(as_text=True)


def statements(plant: Plant, who: str, address: str) -> int:
    """Return how many SQL statements a page takes."""
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    page(plant, who, address)
    event.listen(db.engine, "before_cursor_execute", note)
    page(plant, who, address)
    event.remove(db.engine, "before_cursor_execute", note)
    return len(seen)


def test_the_cabinets_page_shows_each_role_the_work_that_is_theirs(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    here = f"/c/{plant.code}"
    assert "Go on checking: 13 left" in page(plant, "li", here)
    assert "To fix: 1" in page(plant, "chen", here)
    assert "To fix: 1" not in page(plant, "li", here)
    plant.do("confirm_fix", "chen", finding=1)
    assert "To recheck: 1" in page(plant, "wang", here)


def test_the_work_goes_on_to_tightening_spot_check_and_release(plant: Plant) -> None:
    inspect_all(plant)
    assert re.search(r"Groups to tighten: \d+", page(plant, "chen", "/"))
    ready(plant)
    assert re.search(r"Spot check: \d+ rows", page(plant, "wang", "/"))
    held(plant)
    assert "Release this cabinet" in page(plant, "lin", f"/c/{plant.code}")


def test_a_wirer_sees_the_cabinets_assigned_to_them_and_those_of_nobody(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    assert "SN-1" in page(plant, "zhao", "/")
    plant.do("assign_wirers", "lin", wirers=["chen"])
    assert "SN-1" in page(plant, "chen", "/")
    assert "SN-1" not in page(plant, "zhao", "/")


def test_home_takes_no_more_statements_for_more_cabinets(plant: Plant) -> None:
    few = statements(plant, "li", "/")
    for number in range(12):
        fields: dict[str, Any] = {"serial": f"SN-2{number}", "model": MODEL, "revision": REVISION}
        plant.do("add_cabinet", "lin", chain=codes.new_code(), **fields)
    assert statements(plant, "li", "/") == few


def test_a_code_is_found_as_it_is_typed_and_read_aloud(plant: Plant) -> None:
    client = plant.client("li")
    typed = codes.spaced(plant.code).lower().replace("-", " ")
    assert client.get("/find", query_string={"code": typed}).headers["Location"].endswith(f"/c/{plant.code}")
    assert client.get("/find", query_string={"code": "sn-1"}).headers["Location"].endswith(f"/c/{plant.code}")
    assert client.get(f"/c/{plant.code.lower()}").headers["Location"].endswith(f"/c/{plant.code}")
    wrong = client.get("/find", query_string={"code": "no such code"}, follow_redirects=True)
    assert "is no code and no serial number" in wrong.get_data(as_text=True)


def test_an_unknown_code_is_a_page_that_says_so(plant: Plant) -> None:
    response = plant.client("li").get(f"/c/{codes.new_code()}")
    assert response.status_code == 404
    assert "There is nothing at this address" in response.get_data(as_text=True)
