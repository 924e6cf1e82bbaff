import re
from typing import Any
from uuid import uuid4

import pytest

from tests.plant import Plant
from tests.refusals import refused
from tests.tables.test_import_table import keep, save
from wiring_qa.tables import queries, seeds
from wiring_qa.tables.judging.categories import SeedRule
from wiring_qa.tables.preview import Judging, preview

NAMES: dict[str, Any] = {"name_en": "push button", "name_zh_hans": "按钮", "name_zh_hant": "按鈕"}


def do(plant: Plant, act: str, **fields: Any) -> Any:
    return plant.do(act, "lin", chain="plant", **fields)


@pytest.mark.usefixtures("app")
def test_an_empty_plant_has_the_seed_list_and_seeding_again_adds_nothing() -> None:
    codes = [each.code for each in queries.categories() if each.position]
    assert codes[0] == "normal"
    assert set(codes) == {
        "normal", "button", "main_switch", "brake_resistor", "display_plug", "power_supply", "transformer",
        "other_special",
    }  # fmt: skip
    before = len(queries.rules())
    seeds.seed()
    assert len(queries.rules()) == before
    assert str(queries.large_from_mm2()) == "6"


def test_what_a_category_asks_for_reaches_tables_imported_later_only(plant: Plant) -> None:
    first = save(plant, keep(plant))["table"]
    do(plant, "edit_category", category="button", checks_lug=True, always_sampled=True, **NAMES)
    second = save(plant, keep(plant), model="Drive 8")["table"]
    asked = [queries.wire_of(table, 2) for table in (first, second)]
    assert [wire and wire.recheck_needs_table for wire in asked] == [True, False]
    assert do(plant, "edit_category", category="button", **NAMES)["category"] == "button"


def test_names_are_needed_in_every_language_and_the_category_must_be_there(plant: Plant) -> None:
    lacking = {**NAMES, "name_zh_hant": ""}
    assert refused(plant, "edit_category", "lin", chain="plant", category="button", **lacking) == "invalid"
    assert refused(plant, "edit_category", "lin", chain="plant", category="bell", **NAMES) == "no_category"


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        ("bell, device, K#", "Line 1: there is no category “bell”."),
        ("button, device, K#\nbutton, colour, BU", "Line 2: “colour” is not one of"),
        ("button, device,", "Line 1: write category, field and pattern"),
        (" \n ", "Write at least one rule."),
    ],
)
def test_a_rule_that_is_none_is_named_by_its_line_and_the_old_ones_stay(
    plant: Plant, rules: str, words: str
) -> None:
    before = [(each.category, each.pattern) for each in queries.rules()]
    data = {"id": str(uuid4()), "rules": rules, "next": "/settings/categories"}
    answer = plant.client("lin").post("/plant/edit_category_rules", data=data)
    assert answer.status_code == 422
    assert words in answer.get_data(as_text=True)
    assert [(each.category, each.pattern) for each in queries.rules()] == before


def test_rules_are_replaced_once_though_sent_twice(plant: Plant) -> None:
    number = uuid4()
    for _time in range(2):
        do(plant, "edit_category_rules", rules="button, device, K#\nbutton, any, *bell*", number=number)
    assert [(each.field, each.pattern) for each in queries.rules()] == [("device", "K#"), ("any", "*bell*")]


@pytest.mark.parametrize("size", ["0", "-1", "a lot", "NaN", "100000"])
def test_a_threshold_that_is_no_size_is_refused(plant: Plant, size: str) -> None:
    code = refused(plant, "set_large_threshold", "lin", chain="plant", large_from_mm2=size)
    assert code == "invalid"
    assert str(queries.large_from_mm2()) == "6"


def test_only_a_row_that_is_there_gets_a_category_that_is_there(plant: Plant) -> None:
    table = save(plant, keep(plant))["table"]
    fields: dict[str, Any] = {"table": table, "wire": 1, "category": "button"}
    for act, code in (({"wire": 99}, "no_wire"), ({"category": "bell"}, "no_category")):
        assert refused(plant, "override_category", "lin", chain="plant", **{**fields, **act}) == code
    assert refused(plant, "override_category", "li", chain="plant", **fields) == "not_allowed"


def test_a_row_keeps_what_its_size_asks_for_whatever_its_category(plant: Plant) -> None:
    table = save(plant, keep(plant))["table"]
    do(plant, "override_category", table=table, wire=2, category="normal")
    wire = queries.wire_of(table, 2)
    assert wire is not None
    assert (wire.category, wire.category_reason) == ("normal", None)
    assert (wire.extra_checks, wire.always_sampled) == (["colour", "lug", "size"], True)
    assert wire.recheck_needs_table is False


def test_the_pages_say_what_was_saved_and_only_leads_see_them(plant: Plant) -> None:
    lin, table = plant.client("lin"), save(plant, keep(plant))["table"]
    data = {"id": str(uuid4()), "table": table, "wire": 1, "category": "button", "next": f"/tables/{table}"}
    text = lin.post("/plant/override_category", data=data, follow_redirects=True).get_data(as_text=True)
    assert "Row 1 has its category." in text
    row = re.search(r'data-wire="1".*?</tr>', text, re.DOTALL)
    assert row is not None
    assert "Set by hand." in row[0]
    assert "10 mm² is at or above 6 mm²." in text
    for path in ("/tables", f"/tables/{table}", "/settings/categories"):
        assert plant.client("li").get(path).status_code == 403
    assert lin.get("/tables/999").status_code == 404


@pytest.mark.parametrize(
    ("pattern", "categories"),
    [
        ("*", ["button", "button"]),
        ("K#|", ["button", "normal"]),
        ("*2", ["normal", "button"]),
        ("k*", ["button", "normal"]),
        ("**|X*", ["button", "button"]),
        ("Q*", ["normal", "normal"]),
    ],
)
def test_a_star_stands_for_anything(pattern: str, categories: list[str]) -> None:
    judging = Judging([SeedRule("button", "device", pattern)])
    wires = preview(b"No;From;To\n1;-K1:1;-X1:1\n2;-X2:1;-X1:2\n", "wires.csv", judging=judging).wires
    assert [each.category for each in wires] == categories
