import re
from typing import Any
from uuid import uuid4

import pytest

from tests.plant import MODEL, REVISION, Plant
from tests.refusals import refused
from wiring_qa.cabinets import codes
from wiring_qa.cabinets.pasted import pasted_serials
from wiring_qa.cabinets.queries import cabinet_by_serial
from wiring_qa.core.refusals import Refused
from wiring_qa.core.settings import Settings
from wiring_qa.journal.verify import verify

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


@pytest.mark.parametrize(("chain", "code"), [("K7QM3XRDX", "bad_code"), ("", "code_taken")])
def test_a_cabinet_needs_a_valid_code_of_its_own(plant: Plant, chain: str, code: str) -> None:
    fields: dict[str, Any] = {"serial": "SN-2", "model": MODEL, "revision": REVISION}
    assert not codes.is_valid("K7QM3XRDX")
    assert refused(plant, "add_cabinet", "lin", chain=chain, **fields) == code


def test_serial_numbers_are_pasted_with_their_orders() -> None:
    pasted = pasted_serials("SN-7\tA-100\n\n SN-8 ;B\nSN-9\nsn-7\n")
    assert [(each.line, each.serial, each.order_no, each.is_repeated) for each in pasted] == [
        (1, "SN-7", "A-100", False), (3, "SN-8", "B", False),
        (4, "SN-9", None, False), (5, "sn-7", None, True),
    ]  # fmt: skip


def paste(plant: Plant, serials: str, number: str = "", **fields: Any) -> tuple[int, str]:
    data = {"id": number or str(uuid4()), "serials": serials, "table": TABLE, **fields}
    answer = plant.client("lin").post("/cabinets/new", data=data)
    return answer.status_code, answer.get_data(as_text=True)


def test_pasted_serials_are_added_and_what_is_refused_stays_with_its_reason(plant: Plant) -> None:
    status, page = paste(plant, "SN-7\tA-1\nSN-1\nSN-8\nsn-7", wirers=["chen"])
    assert status == 422
    assert "2 cabinets added." in page
    assert "SN-1: A cabinet with this serial number exists already." in page
    assert "sn-7: This serial number stands further up in the list." in page
    assert ">SN-1\nsn-7</textarea>" in page
    for serial in ("SN-7", "SN-8"):
        cabinet = cabinet_by_serial(serial)
        assert cabinet is not None
        assert f'name="code" value="{cabinet.code}"' in page


def test_a_form_posted_twice_adds_once_and_leaves_no_gap_in_the_journal(plant: Plant) -> None:
    number = str(uuid4())
    first, second = paste(plant, "SN-7", number), paste(plant, "SN-7", number)
    assert (first[0], second[0]) == (200, 200)
    assert "1 cabinet added." in second[1]
    assert codes_of(first[1]) == codes_of(second[1])
    report = verify([settings(plant).keys[0]])
    assert [place for place in report.breaks if place.chain != "plant"] == []


def codes_of(page: str) -> list[str]:
    return re.findall(r'name="code" value="(\w+)"', page)


def settings(plant: Plant) -> Settings:
    found: Settings = plant.app.config["WIRING_QA"]
    return found


@pytest.mark.parametrize(
    ("serials", "words"),
    [
        (" \n", "Enter at least one serial number."),
        ("\n".join(f"S{number}" for number in range(201)), "At most 200 cabinets at once; these are 201."),
    ],
)
def test_a_list_that_is_empty_or_too_long_says_so_and_adds_nothing(
    plant: Plant, serials: str, words: str
) -> None:
    status, page = paste(plant, serials)
    assert status == 422
    assert words in page
    assert cabinet_by_serial("S0") is None


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=sn-1", ["SN-1"]),
        ("q=a-200", ["SN-2"]),
        ("q=%25", []),
        ("stage=fixing", []),
        ("q=nice", ["SN-1", "SN-2"]),
    ],
)
def test_cabinets_are_found_by_serial_order_model_and_stage(
    plant: Plant, query: str, found: list[str]
) -> None:
    paste(plant, "SN-2\tA-2001")
    page = plant.client("li").get(f"/cabinets?{query}").get_data(as_text=True)
    assert sorted(re.findall(r">(SN-\d)</a>", page)) == found


def test_a_lead_alone_assigns_wirers_and_only_those_who_wire(plant: Plant) -> None:
    plant.do("assign_wirers", "lin", wirers=["chen", "zhao"])
    page = plant.client("lin").get(f"/c/{plant.code}/wirers").get_data(as_text=True)
    assert page.count(" checked") == 2
    assert refused(plant, "assign_wirers", "chen", wirers=[]) == "not_allowed"
    assert refused(plant, "assign_wirers", "lin", wirers=["wang"]) == "no_wirer"


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
