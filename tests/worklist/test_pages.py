import re
from typing import Any

import pytest
from sqlalchemy import event

from tests.plant import MODEL, REVISION, Plant
from tests.tightening.story import held, inspect_all, ready
from wiring_qa.cabinets import codes
from wiring_qa.core.db import db
from wiring_qa.worklist.my_work import SHOWN


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


def add(plant: Plant, serial: str) -> str:
    fields: dict[str, Any] = {"serial": serial, "model": MODEL, "revision": REVISION}
    code: str = plant.do("add_cabinet", "lin", chain=codes.new_code(), **fields)["code"]
    return code


@pytest.mark.parametrize("who", ["li", "chen", "lin"])
def test_home_takes_no_more_statements_for_more_cabinets(plant: Plant, who: str) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    few = statements(plant, who, "/")
    for number in range(12):
        plant.do("mark_faulty", "li", chain=add(plant, f"SN-2{number}"), wire=9, kind="loose", end="from")
    assert statements(plant, who, "/") == few


def test_the_most_urgent_work_comes_first_and_is_never_hidden_by_the_oldest(plant: Plant) -> None:
    for number in range(SHOWN):
        last = add(plant, f"SN-{number + 10}")
    plant.do("mark_faulty", "li", chain=last, wire=9, kind="loose", end="from")
    plant.do("confirm_fix", "chen", chain=last, finding=1)
    shown = re.findall(r"<b>(SN-\d+)</b>", page(plant, "wang", "/"))
    assert shown[:2] == [f"SN-{SHOWN + 9}", "SN-1"]
    assert len(shown) == SHOWN
    assert "What is less urgent stands in the list of cabinets." in page(plant, "wang", "/")


def found(plant: Plant, typed: str) -> str:
    return plant.client("li").get("/find", query_string={"code": typed}).headers["Location"]


def test_a_code_is_found_as_it_is_typed_scanned_and_read_aloud(plant: Plant) -> None:
    here = f"/c/{plant.code}"
    assert found(plant, codes.spaced(plant.code).lower().replace("-", " ")) == here
    assert found(plant, f"http://qa.test/c/{plant.code}") == here
    assert found(plant, "sn-1 ") == here
    assert plant.client("li").get(f"/c/{plant.code.lower()}").headers["Location"] == here


def test_a_serial_number_that_could_be_a_code_is_found_too(plant: Plant) -> None:
    serial = codes.new_code()
    assert found(plant, serial.lower()) == "/"
    code = add(plant, serial)
    assert found(plant, serial.lower()) == f"/c/{code}"


def test_part_of_a_serial_number_leads_to_the_cabinets_that_fit(plant: Plant) -> None:
    add(plant, "SN-24-0871")
    assert found(plant, "0871") == "/cabinets?q=0871"


def test_what_is_not_found_says_what_is_wrong_with_it(plant: Plant) -> None:
    wrong = plant.code[:-1] + ("2" if plant.code[-1] != "2" else "3")
    for typed, words in (
        (wrong, "its check character says"),
        (codes.new_code(), "No cabinet of this plant has the code"),
        ("no such code", "is no code and no serial number"),
    ):
        answer = plant.client("li").get("/find", query_string={"code": typed}, follow_redirects=True)
        assert words in answer.get_data(as_text=True)


def test_an_unknown_code_is_a_page_that_says_so(plant: Plant) -> None:
    response = plant.client("li").get(f"/c/{codes.new_code()}")
    assert response.status_code == 404
    assert "There is nothing at this address" in response.get_data(as_text=True)


def test_the_stage_line_says_who_and_when(plant: Plant) -> None:
    plant.do("mark_ok", "wang", wire=10)
    plant.do("mark_ok", "li", wire=9)
    assert re.search(r"<small>li · \d", page(plant, "chen", f"/c/{plant.code}"))


def test_a_released_cabinet_offers_only_the_reopening_and_says_afterwards_who_did_it(plant: Plant) -> None:
    ready(plant)
    held(plant)
    plant.do("release_cabinet", "lin")
    here = page(plant, "lin", f"/c/{plant.code}")
    assert "Released: the record is frozen." in here
    assert "Reopen</a>" in here
    assert "/wirers" not in here
    plant.do("reopen_cabinet", "lin", reason="a late change")
    assert "Reopened: lin" in page(plant, "lin", f"/c/{plant.code}")
    assert f"/c/{plant.code}/release" not in page(plant, "li", f"/c/{plant.code}")
