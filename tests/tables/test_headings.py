"""Tables that name the device where their wires begin in a heading above them."""

import pytest

from tests.tables.test_preview import as_csv
from wiring_qa.tables.preview import preview
from wiring_qa.tables.previews import Preview

NAMES = ["端子", "线号", "去向元件", "去向端子"]


def read(*rows: list[str], names: list[str] = NAMES) -> Preview:
    return preview(as_csv([names, *rows]), "wires.csv")


def ends(found: Preview) -> list[tuple[str | None, ...]]:
    return [(each.from_device, each.from_terminal, each.to_device, each.to_terminal) for each in found.wires]


@pytest.mark.parametrize("heading", ["{}", "元件：{}", "Device: {}"])
def test_a_wire_begins_at_the_device_of_the_heading_above_it(heading: str) -> None:
    found = read(
        [heading.format("KM1")], ["A1", "101", "XT1", "1"], ["A2", "102", "XT1", "2"], [],
        [heading.format("-QF1")], ["2", "1", "KM1", "1"],
    )  # fmt: skip
    assert ends(found) == [("KM1", "A1", "XT1", "1"), ("KM1", "A2", "XT1", "2"), ("-QF1", "2", "KM1", "1")]
    assert [(each.row, each.kind.value) for each in found.problems] == [
        (1, "header"), (2, "group"), (5, "blank"), (6, "group"),
    ]  # fmt: skip
    assert found.columns[-1].header == "起点元件"


def test_a_heading_above_the_names_says_what_it_is() -> None:
    names = ["Terminal", "Target device", "Target terminal"]
    rows = [["1", "-K1", "2"], ["2", "-K1", "4"]]
    found = preview(as_csv([["Terminal strip: -X1"], names, *rows]), "wires.csv")
    assert ends(found) == [("-X1", "1", "-K1", "2"), ("-X1", "2", "-K1", "4")]
    with_cabinet = preview(as_csv([["Cabinet: AP1"], names, *rows]), "wires.csv")
    assert list(with_cabinet.wires) == []


def test_a_word_that_is_no_device_heads_no_wire() -> None:
    found = read(["柜门"], ["A1", "101", "XT1", "1"])
    assert list(found.wires) == []
    assert [each.message.code.value for each in found.problems if each.row == 3] == ["no_from"]


def test_a_device_in_the_row_counts_whatever_stands_above() -> None:
    names = ["起点元件", *NAMES]
    found = read(["KM1"], ["KA1", "A1", "101", "XT1", "1"], names=names)
    assert ends(found) == [("KA1", "A1", "XT1", "1")]


def test_a_device_that_stands_alone_above_its_rows_holds_for_them() -> None:
    names = ["From device", "From pin", "Wire", "To device", "To pin"]
    found = read(
        ["-K1"], ["", "13", "101", "-X1", "1"], ["", "14", "102", "-X1", "2"],
        ["-K2"], ["", "A1", "103", "-X1", "3"], ["-K3", "A1", "104", "-X1", "4"],
        ["", "A2", "105", "-X1", "5"],
        names=names,
    )  # fmt: skip
    assert ends(found) == [
        ("-K1", "13", "-X1", "1"), ("-K1", "14", "-X1", "2"), ("-K2", "A1", "-X1", "3"),
        ("-K3", "A1", "-X1", "4"),
    ]  # fmt: skip
    said = [(each.row, each.message.code.value) for each in found.problems if each.is_of_wire]
    assert said == [(3, "above"), (4, "above"), (6, "above")]
    assert [each.row for each in found.problems if each.message.code.value == "no_from"] == [8]
