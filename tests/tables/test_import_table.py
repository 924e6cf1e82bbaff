import io
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import func, select

from tests.plant import MODEL, Plant
from tests.refusals import refused
from tests.tables.test_preview import TABLE, as_csv, as_xlsx
from wiring_qa.core.db import db
from wiring_qa.tables import queries
from wiring_qa.tables.drafts import drafts
from wiring_qa.tables.models import Wire

UNREADABLE = [*TABLE, ["104", "", "1", "-X1", "4", "1.5", "蓝", "", ""]]


def keep(plant: Plant, rows: list[list[str]] | None = None) -> UUID:
    """Keep a file as Lin's draft."""
    return drafts.keep("table.csv", as_csv(rows or TABLE), plant.person("lin").id)


def save(plant: Plant, draft: UUID, *, model: str = "Drive 7", number: UUID | None = None) -> dict[str, int]:
    fields = {"draft": str(draft), "model": model, "revision": "B"}
    found: dict[str, int] = plant.do("import_table", "lin", chain="plant", number=number, **fields)
    return found


def test_a_draft_becomes_a_wiring_table_with_reasons_and_demands(plant: Plant) -> None:
    answer = save(plant, keep(plant))
    assert answer["wires"] == 3
    second = queries.wire_of(answer["table"], 2)
    assert second is not None
    assert (second.category, second.is_large, second.extra_checks) == (
        "button",
        True,
        ["colour", "lug", "size"],
    )
    assert set(second.flag_reasons) == {"large"}
    assert second.colour_text == "黄绿"


def test_a_table_is_saved_once_though_sent_twice(plant: Plant) -> None:
    draft, number = keep(plant), uuid4()
    assert save(plant, draft, number=number) == save(plant, draft, number=number)


def test_a_model_and_revision_is_not_saved_twice(plant: Plant) -> None:
    save(plant, keep(plant))
    fields = {"draft": str(keep(plant)), "model": "Drive 7", "revision": "B"}
    assert refused(plant, "import_table", "lin", chain="plant", **fields) == "table_exists"


def test_a_table_with_an_unreadable_row_is_not_saved_and_nothing_of_it_is(plant: Plant) -> None:
    before = db.session.scalar(select(func.count()).select_from(Wire))
    fields = {"draft": str(keep(plant, UNREADABLE)), "model": "Drive 7", "revision": "B"}
    assert refused(plant, "import_table", "lin", chain="plant", **fields) == "rows_unreadable"
    assert db.session.scalar(select(func.count()).select_from(Wire)) == before


def test_only_a_lead_imports_and_only_their_own_draft(plant: Plant) -> None:
    fields = {"draft": str(keep(plant)), "model": "Drive 7", "revision": "B"}
    assert refused(plant, "import_table", "li", chain="plant", **fields) == "not_allowed"
    assert refused(plant, "import_table", "root", chain="plant", **fields) == "no_draft"


def test_a_lead_imports_through_the_pages_and_mends_a_cell_on_the_way(plant: Plant) -> None:
    client = plant.client("lin")
    sent = {"file": (io.BytesIO(as_csv(UNREADABLE)), "drive.csv")}
    here = client.post("/tables/drafts", data=sent).headers["Location"]
    page = client.get(here).get_data(as_text=True)
    assert "The device where the wire begins is missing." in page
    assert "Save as a wiring table" not in page
    client.post(here, data={"cell-5:1": "-K9"})
    page = client.get(here).get_data(as_text=True)
    assert "Save 4 wires" in page
    data = {"id": str(uuid4()), "model": "Drive 7", "revision": "C"}
    saved = client.post(f"{here}/save", data=data, follow_redirects=True).get_data(as_text=True)
    assert "The wiring table is saved: 4 wires." in saved
    assert "-K9:1" in saved


def test_columns_and_sheet_can_be_chosen_on_the_page(plant: Plant) -> None:
    client = plant.client("lin")
    other = [["x", *TABLE[0][1:]], *TABLE[1:]]
    book = as_xlsx({"One": TABLE, "Two": other})
    here = client.post("/tables/drafts", data={"file": (io.BytesIO(book), "b.xlsx")}).headers["Location"]
    client.post(here, data={"sheet": "Two"})
    page = client.get(here).get_data(as_text=True)
    assert "<td>101</td>" not in page
    columns = {f"column-{place}": "-" for place in range(9)}
    fields = ("number", "from_device", "from_terminal", "to_device", "to_terminal")
    columns |= {f"column-{place}": name for place, name in enumerate(fields)}
    client.post(here, data={"columns": "1", **columns})
    assert "<td>101</td>" in client.get(here).get_data(as_text=True)


@pytest.mark.parametrize("content", [b"", b"Dear Sir,\nno table here.\n", b"%PDF-1.7", b"PK\x03\x04 broken"])
def test_a_file_that_is_no_table_ends_in_a_message_and_no_draft(plant: Plant, content: bytes) -> None:
    client = plant.client("lin")
    sent = {"file": (io.BytesIO(content), "letter.xlsx")}
    page = client.post("/tables/drafts", data=sent, follow_redirects=True).get_data(as_text=True)
    assert "letter.xlsx:" in page
    assert queries.drafts_of(plant.person("lin").id) == []


def test_leaving_a_draft_loses_nothing(plant: Plant) -> None:
    client = plant.client("lin")
    client.post("/tables/drafts", data={"file": (io.BytesIO(as_csv(TABLE)), "drive.csv")})
    assert "drive.csv" in plant.client("lin").get("/tables").get_data(as_text=True)
    assert "drive.csv" not in plant.client("root").get("/tables").get_data(as_text=True)


def test_a_category_is_overridden_until_a_cabinet_uses_the_table(plant: Plant) -> None:
    table = save(plant, keep(plant))["table"]
    fields: dict[str, Any] = {"table": table, "wire": 1, "category": "transformer"}
    plant.do("override_category", "lin", chain="plant", **fields)
    wire = queries.wire_of(table, 1)
    assert wire is not None
    assert (wire.category, wire.recheck_needs_table, wire.always_sampled) == ("transformer", True, True)
    used = queries.table_named(MODEL, "A/2")
    assert used is not None
    again: dict[str, Any] = {"table": used.id, "wire": 1, "category": "transformer"}
    assert refused(plant, "override_category", "lin", chain="plant", **again) == "table_in_use"


def test_a_lead_edits_categories_rules_and_the_threshold(plant: Plant) -> None:
    rules = "button, device, K#\nother_special, remark, *按钮*"
    plant.do("edit_category_rules", "lin", chain="plant", rules=rules)
    plant.do("set_large_threshold", "lin", chain="plant", large_from_mm2="1.5")
    table = save(plant, keep(plant))["table"]
    wire = queries.wire_of(table, 1)
    assert wire is not None
    assert (wire.category, wire.is_large) == ("button", True)
    bad = "button, device"
    assert refused(plant, "edit_category_rules", "lin", chain="plant", rules=bad) == "bad_rule"
    names: dict[str, Any] = {"name_en": "push button", "name_zh_hans": "按钮", "name_zh_hant": "按鈕"}
    plant.do("edit_category", "lin", chain="plant", category="button", checks_lug=True, **names)
    page = plant.client("lin").get("/settings/categories").get_data(as_text=True)
    assert "push button" in page
    normal: dict[str, Any] = {"category": "normal", "checks_lug": True, **names}
    assert refused(plant, "edit_category", "lin", chain="plant", **normal) == "normal_asks_nothing"


def test_the_command_line_previews_and_imports(plant: Plant, tmp_path: Path) -> None:
    file = tmp_path / "drive.csv"
    file.write_bytes(as_csv(TABLE))
    runner = plant.app.test_cli_runner()
    shown = runner.invoke(args=["tables", "preview", str(file), "--json"])
    assert shown.exit_code == 0, shown.output
    assert '"from_device": "-K1"' in shown.output
    saved = runner.invoke(args=["tables", "import", str(file), "--model", "Drive 7", "--revision", "B"])
    assert (saved.exit_code, saved.output) == (0, "Drive 7 B: 3 wires\n")
    again = runner.invoke(args=["tables", "import", str(file), "--model", "Drive 7", "--revision", "B"])
    assert again.exit_code == 1
    assert "already" in again.output
    file.write_bytes(b"")
    assert runner.invoke(args=["tables", "preview", str(file)]).exit_code == 1
