"""Rows that are no wires are named, and cells that mean the one above are filled in the open."""

import io
from typing import Any

import openpyxl
import pytest

from tests.tables.test_preview import as_csv, as_xlsx
from wiring_qa.tables.kinds import Target
from wiring_qa.tables.preview import preview
from wiring_qa.tables.previews import Preview
from wiring_qa.tables.settled import Settled

HEADER = ["线号", "起点元件", "起点端子", "终点元件", "终点端子", "线径", "颜色"]
FIRST = ["101", "-K1", "A1", "-X1", "1", "1.5", "蓝"]
SECOND = ["102", "-K2", "A2", "-X1", "2", "1.5", "红"]


def read(*rows: list[str]) -> Preview:
    return preview(as_csv([HEADER, *rows]), "table.csv")


def kinds(found: Preview) -> dict[int, str]:
    return {each.row: each.kind.value for each in found.problems if not each.is_of_wire}


def codes(found: Preview) -> list[tuple[int, str | None, str]]:
    return [(each.row, each.column, each.message.code.value) for each in found.problems if each.is_of_wire]


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ([], "blank"),
        (["柜门"], "group"),
        (["小计", "", "", "", "", "3"], "subtotal"),
        (["Total:", "2"], "subtotal"),
        (["Total Wires", "2"], "subtotal"),
        (["合计12根", "", "", "", "", "3"], "subtotal"),
        (["Generated", "2026-03-04T10:00:00Z"], "footnote"),
        (["TOTAL1", "", "A1", "-X1", "3", "1.5", "蓝"], "unreadable"),
        (HEADER, "header"),
        (["制表：张三", "", "", "审核：李四"], "footnote"),
        (["Page 2 of 7", "", "", "", "", "", "Date: 2026-03-01"], "footnote"),
        (["103", "", "A1", "-X1", "3", "1.5", "蓝"], "unreadable"),
    ],
)
def test_a_row_between_wires_is_named_for_what_it_is(row: list[str], kind: str) -> None:
    found = read(FIRST, row, SECOND)
    assert kinds(found) == {1: "header", 3: kind}
    assert [wire.number for wire in found.wires] == ["101", "102"]


def test_a_header_of_two_rows_may_be_repeated_on_every_page() -> None:
    above = ["Wire", "From", "", "To", "", "Size", "Colour"]
    below = ["", "Device", "Pin", "Device", "Pin", "", ""]
    found = preview(as_csv([above, below, FIRST, above, below, SECOND]), "table.csv")
    assert kinds(found) == {1: "header", 2: "header", 4: "header", 5: "header"}


def test_a_blank_from_end_means_the_one_above_and_is_named() -> None:
    found = read(FIRST, ["", "", "", "-X1", "5", "1.5", "蓝"])
    assert (found.wires[1].from_device, found.wires[1].from_terminal) == ("-K1", "A1")
    assert codes(found) == [(3, "起点元件", "above"), (3, "起点端子", "above")]


def test_a_row_with_a_number_of_its_own_is_not_filled() -> None:
    assert kinds(read(FIRST, ["103", "", "", "-X1", "5", "1.5", "蓝"])) == {1: "header", 3: "unreadable"}


def test_ditto_means_the_cell_above_and_is_named() -> None:
    found = read(FIRST, ["102", "-K2", "A2", "-X1", "2", "同上", "〃"])
    assert (str(found.wires[1].cross_section_mm2), found.wires[1].colour) == ("1.5", "BU")
    assert [column for _row, column, _code in codes(found)] == ["线径", "颜色"]


def test_cells_merged_downwards_hold_for_every_row_they_cover() -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in (HEADER, FIRST, ["", "", "", "-X2", "2", "1.5", "红"], SECOND):
        sheet.append(row)
    for column in ("A", "B", "C"):
        sheet.merge_cells(f"{column}2:{column}3")
    file = io.BytesIO()
    book.save(file)
    found = preview(file.getvalue(), "table.xlsx")
    assert [(wire.number, wire.from_device) for wire in found.wires] == [
        ("101", "-K1"), ("101", "-K1"), ("102", "-K2"),
    ]  # fmt: skip
    assert codes(found) == []


@pytest.mark.parametrize("terminal", ["02-Jan", "1月2日", "2026-01-02", "Feb-03"])
def test_a_terminal_that_became_a_date_is_pointed_at(terminal: str) -> None:
    assert codes(read(FIRST, ["102", "-K2", terminal, "-X1", "2", "1.5", "红"])) == [(3, "起点端子", "date")]


def test_a_name_that_the_cells_belie_is_not_taken_as_sure() -> None:
    rows = [["1", "-K1", "1", "-X1", "1", "1.5", str(350 + place)] for place in range(5)]
    colour = next(each for each in read(*rows).columns if Target.COLOUR in each.targets)
    assert not colour.is_sure
    assert all(each.is_sure for each in read(FIRST, SECOND).columns)


def test_of_several_wiring_tables_all_are_offered_and_one_is_read() -> None:
    book = as_xlsx({
        "Cover": [["Customer"]],
        "Parts": [["Device", "Type", "Qty"], *[[f"-K{place}", "3RT", "1"] for place in range(9)]],
        "Door": [HEADER, FIRST],
        "Plate": [HEADER, FIRST, SECOND],
    })  # fmt: skip
    found = preview(book, "table.xlsx")
    assert [each.name for each in found.sheets if each.is_wiring_table] == ["Door", "Plate"]
    assert (found.sheet, len(found.wires)) == ("Plate", 2)
    assert len(preview(book, "table.xlsx", Settled(sheet="Door")).wires) == 1
