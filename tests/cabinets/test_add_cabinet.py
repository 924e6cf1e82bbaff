from typing import Any
from uuid import uuid4

import pytest

from tests.plant import MODEL, REVISION, Plant
from wiring_qa.cabinets import codes
from wiring_qa.cabinets.pasted import pasted_serials
from wiring_qa.cabinets.queries import cabinet_by_serial
from wiring_qa.core.refusals import Refused

TABLE = f"{MODEL}\t{REVISION}"


def test_a_cabinet_gets_a_code_and_its_rows(plant: Plant) -> None:
    cabinet = cabinet_by_serial("sn-1")
    assert cabinet is not None
    assert codes.is_valid(cabinet.code)
    assert plant.client("li").get(f"/c/{cabinet.code}/walk").get_data(as_text=True).count("data-wire=") == 14


@pytest.mark.parametrize(
    ("changed", "code"),
    [({"serial": "sn-1"}, "serial_taken"), ({"revision": "Z"}, "no_table"), ({"wirers": ["li"]}, "no_wirer")],
)
def test_what_does_not_fit_is_refused(plant: Plant, changed: dict[str, str], code: str) -> None:
    fields: dict[str, Any] = {"serial": "SN-2", "model": MODEL, "revision": REVISION, **changed}
    with pytest.raises(Refused) as caught:
        plant.do("add_cabinet", "lin", chain=None, **fields)
    assert caught.value.refusal.code == code
    assert cabinet_by_serial("SN-2") is None


def test_serial_numbers_are_pasted_with_their_orders() -> None:
    pasted = pasted_serials("SN-7\tA-100\n\n SN-8 ;B\nSN-9\n")
    assert [(each.line, each.serial, each.order_no) for each in pasted] == [
        (1, "SN-7", "A-100"), (3, "SN-8", "B"), (4, "SN-9", None),
    ]  # fmt: skip


def test_pasted_serials_are_added_and_what_is_refused_stays_with_its_reason(plant: Plant) -> None:
    data = {"id": str(uuid4()), "serials": "SN-7\nSN-1\nSN-8", "table": TABLE, "wirers": ["chen"]}
    answer = plant.client("lin").post("/cabinets/new", data=data)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "SN-1: A cabinet with this serial number exists already." in page
    assert ">SN-1</textarea>" in page
    assert cabinet_by_serial("SN-7") is not None
    assert cabinet_by_serial("SN-8") is not None


def test_a_form_posted_twice_adds_once(plant: Plant) -> None:
    data = {"id": str(uuid4()), "serials": "SN-7", "table": TABLE}
    client = plant.client("lin")
    assert client.post("/cabinets/new", data=data).status_code == 303
    assert client.post("/cabinets/new", data=data).status_code == 303


def test_an_empty_list_says_so(plant: Plant) -> None:
    answer = plant.client("lin").post(
        "/cabinets/new", data={"id": str(uuid4()), "serials": " \n", "table": TABLE}
    )
    assert "Enter at least one serial number." in answer.get_data(as_text=True)


def test_the_command_line_adds_and_shows_a_cabinet(plant: Plant) -> None:
    runner = plant.app.test_cli_runner()
    added = runner.invoke(args=["cabinets", "add", "SN-5", "--model", MODEL, "--revision", REVISION])
    assert added.exit_code == 0, added.output
    assert "http://qa.test/c/" in added.output
    shown = runner.invoke(args=["cabinets", "show", "SN-5", "--json"])
    assert '"stage": "inspecting"' in shown.output
    missing = runner.invoke(args=["cabinets", "show", "SN-99"])
    assert missing.exit_code == 1
    assert "SN-99" in missing.output
