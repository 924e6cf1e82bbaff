"""Lengths and cross-sections whose unit stands in a column of its own."""

import pytest

from tests.tables.test_plain_rows import read, row_by_row
from tests.tables.test_preview import as_csv
from wiring_qa.tables.preview import preview
from wiring_qa.tables.words import Code


def table(names: str, *cells: str) -> bytes:
    rows = [f"{number},-K{number}:1,-X1:{number},{each}".split(",") for number, each in enumerate(cells, 1)]
    return as_csv([f"Wire number,From,To,{names}".split(","), *rows])


@pytest.mark.parametrize("name", ["Unit", "UOM", "Einheit", "单位", "Length unit", "长度单位", "Unité"])
def test_a_length_takes_its_unit_from_the_column_beside_it(name: str) -> None:
    data = table(f"Length,{name}", "10,in", "2,m", "350,mm", "12,", "70 cm,mm", ",mm")
    found = preview(data, "wires.csv")
    assert [each.length_mm for each in found.wires] == [254, 2000, 350, 12, 700, None]
    assert found.wires[0].extra == {name: "in"}
    assert found == read(data) == row_by_row(data)


def test_a_cross_section_takes_its_unit_too_and_each_unit_goes_with_its_own() -> None:
    data = table("Size,Unit,Length,Unit", "14,AWG,10,cm", "1.5,mm²,2,m", "4,mm2,3,m", "2/0,AWG,1,cm")
    wires = preview(data, "wires.csv").wires
    assert [float(each.cross_section_mm2 or 0) for each in wires] == [2.081, 1.5, 4, 67.431]
    assert [each.length_mm for each in wires] == [100, 2000, 3000, 10]


@pytest.mark.parametrize("names", ["Length,Qty,Unit", "Length,Unit", "Length (m),Unit", "Length,Station"])
def test_a_column_that_gives_no_unit_of_it_changes_nothing(names: str) -> None:
    more = {"Length,Qty,Unit": "10,1,m", "Length,Unit": "10,pcs", "Length (m),Unit": "10,mm"}
    found = preview(table(names, *[more.get(names, "10,m")] * 3), "wires.csv")
    assert {each.length_mm for each in found.wires} == {10_000 if "(m)" in names else 10}
    assert Code.BAD_LENGTH not in {each.message.code for each in found.problems}
