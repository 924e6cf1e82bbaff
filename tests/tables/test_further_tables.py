"""Tables that stand below each other on one sheet, each under names of its own."""

import pytest

from tests.tables.test_preview import as_csv
from wiring_qa.tables.preview import preview
from wiring_qa.tables.previews import Preview
from wiring_qa.tables.settled import Settled
from wiring_qa.tables.words import Code

NAMES = ["Wire", "From device", "From pin", "To device", "To pin", "Size (mm²)", "Length (mm)"]
FIRST = [["1", "K1", "1", "X1", "1", "1.5", "350"], ["2", "K1", "2", "X1", "2", "1.5", "360"]]


def read(*rows: list[str], names: list[str] = NAMES, settled: Settled = Settled()) -> Preview:  # noqa: B008
    return preview(as_csv([names, *FIRST, [], *rows]), "wires.csv", settled)


def wires(found: Preview) -> list[tuple[str | None, str, str | None, str, str | None]]:
    return [
        (each.number, each.from_device, each.from_terminal, each.to_device, each.to_terminal)
        for each in found.wires
    ][2:]


def test_a_further_table_is_read_by_its_own_names() -> None:
    found = read(
        ["Door"],
        ["To pin", "To device", "Wire", "From pin", "From device"],
        ["1", "X2", "3", "7", "K2"],
        ["2", "X2", "4", "8", "K2"],
    )
    assert wires(found) == [("3", "K2", "7", "X2", "1"), ("4", "K2", "8", "X2", "2")]
    assert [(each.row, each.kind.value) for each in found.problems if not each.is_of_wire] == [
        (1, "header"), (4, "blank"), (5, "group"), (6, "header"),
    ]  # fmt: skip
    assert [each.row for each in found.wires] == [2, 3, 7, 8]


def test_what_only_a_further_table_tells_is_kept() -> None:
    found = read(["Wire", "From device", "From pin", "To device", "To pin", "Colour", "Tool"],
                 ["3", "K2", "7", "X2", "1", "BU", "T7"])  # fmt: skip
    last = found.wires[-1]
    assert (last.colour, last.extra["Tool"], last.cross_section_mm2) == ("BU", "T7", None)
    assert [each.colour for each in found.wires] == [None, None, "BU"]


@pytest.mark.parametrize("sign", [":", "/"])
def test_ends_in_one_column_are_put_into_two(sign: str) -> None:
    found = read(["Wire", "From", "To"], ["3", f"K2{sign}7", f"X2{sign}1"], ["4", f"K2{sign}8", f"X2{sign}2"])
    assert wires(found) == [("3", "K2", "7", "X2", "1"), ("4", "K2", "8", "X2", "2")]


def test_ends_in_two_columns_are_put_into_one() -> None:
    rows = [["1", "K1:1", "X1:1"], ["2", "K1:2", "X1:2"]]
    further = [["Wire", "To pin", "To device", "From pin", "From device"], ["3", "1", "X2", "7", "K2"]]
    found = preview(as_csv([["Wire", "From", "To"], *rows, *further]), "wires.csv")
    assert wires(found) == [("3", "K2", "7", "X2", "1")]


def test_sizes_and_lengths_count_in_the_units_of_their_own_table() -> None:
    found = read(["Wire", "From device", "From pin", "To device", "To pin", "Length (m)", "AWG"],
                 ["3", "K2", "7", "X2", "1", "0.5", "14"])  # fmt: skip
    assert [str(each.cross_section_mm2) for each in found.wires] == ["1.5", "1.5", "2.081"]
    assert [str(each.length_mm) for each in found.wires] == ["350", "360", "500"]


def test_names_that_are_only_repeated_change_nothing() -> None:
    found = read(NAMES, ["3", "K2", "7", "X2", "1", "1.5", "350"])
    assert wires(found) == [("3", "K2", "7", "X2", "1")]
    assert [each.message.code for each in found.problems if each.row == 5] == [Code.REPEATED_HEADER]
    assert len(found.columns) == len(NAMES)


def test_a_wire_of_a_further_table_is_mended_where_it_stands() -> None:
    rows = [["Wire", "To pin", "To device", "From pin", "From device"], ["3", "1", "", "7", "K2"]]
    assert len(read(*rows).wires) == 2
    assert wires(read(*rows, settled=Settled(corrections={(6, 3): "X2"}))) == [("3", "K2", "7", "X2", "1")]


def test_a_device_that_is_called_as_a_column_is_no_further_table() -> None:
    found = read(["3", "Terminal", "7", "X2", "1", "1.5", "350"], ["4", "N", "1", "PE", "2", "1.5", "350"])
    assert wires(found) == [("3", "Terminal", "7", "X2", "1"), ("4", "N", "1", "PE", "2")]
