"""Tables that hold both ends of a wire in one column."""

import pytest

from tests.tables.test_preview import as_csv
from wiring_qa.tables.columns.shapes import Remembered, shape_of, to_remember
from wiring_qa.tables.preview import preview
from wiring_qa.tables.previews import Preview
from wiring_qa.tables.settled import Settled


def read(name: str, *ends: str) -> Preview:
    rows = [[str(number), each, "BU"] for number, each in enumerate(ends, 101)]
    return preview(as_csv([["No", name, "Colour"], *rows]), "wires.csv")


@pytest.mark.parametrize("name", ["Connection", "From - To", "起止点", "接线", "von/nach"])
@pytest.mark.parametrize(
    "form", ["{} / {}", "{}/{}", "{} - {}", "{} -> {}", "{}→{}", "{} – {}", "{}至{}", "{}; {}", "{} to {}"]
)
def test_both_ends_in_one_column_are_parted(name: str, form: str) -> None:
    pairs = [("-K1:13", "-X2:5"), ("K1:A1:2", "X2:PE"), ("=A1+S1-K1:14", "=A1+S2-X2:6")]
    found = read(name, *(form.format(one, other) for one, other in pairs))
    told = [
        (
            wire.number,
            wire.from_device,
            wire.from_terminal,
            wire.to_device,
            wire.to_terminal,
            wire.to_location,
        )
        for wire in found.wires
    ]
    assert told == [
        ("101", "-K1", "13", "-X2", "5", None),
        ("102", "K1:A1", "2", "X2", "PE", None),
        ("103", "-K1", "14", "-X2", "6", "+S2"),
    ]
    assert found.wires[0].extra[name] == form.format(*pairs[0])


def test_an_end_without_its_terminal_is_a_wire_with_a_note() -> None:
    found = read("Connection", "K1:13 / X2:5", "K1:14 / X2", "K1:15 / X2:7")
    assert [(wire.to_device, wire.to_terminal) for wire in found.wires][1] == ("X2", None)
    assert [each.message.code.value for each in found.problems if each.is_of_wire] == ["no_terminal"]


def test_what_holds_one_end_only_is_named() -> None:
    found = read("Connection", "K1:13 / X2:5", "K1:14", "K1:15 / X2:7")
    assert [each.kind.value for each in found.problems if each.row == 3] == ["unreadable"]


def test_an_end_is_mended_in_its_own_column() -> None:
    data = as_csv([["No", "Connection"], ["1", "K1:13 / X2:5"], ["2", "K1:14"], ["3", "K1:15 / X2:7"]])
    found = preview(data, "wires.csv", Settled(corrections={(3, 2): "K1:14", (3, 3): "X2:6"}))
    assert [wire.to_terminal for wire in found.wires] == ["5", "6", "7"]


def test_a_table_whose_ends_are_known_is_left_as_it_is() -> None:
    data = as_csv([["No", "From", "To", "Route"], ["1", "K1:13", "X2:5", "K1:13 / X2:5"]])
    assert [column.header for column in preview(data, "wires.csv").columns] == ["No", "From", "To", "Route"]


def test_what_was_settled_of_parted_ends_holds_for_the_next_file_of_the_shape() -> None:
    pairs = ["-K1:13 / -X2:5", "-K1:14 / -X2:6", "-K2:1 / -X2:7"]
    first = as_csv([["Code", "Route", "Tone"], *[[f"a{n}", each, "BU"] for n, each in enumerate(pairs)]])
    turned = {"from": "Route 2", "to": "Route 1", "number": "Code", "colour": "Tone"}
    settled = preview(first, "first.csv", Settled(mapping=turned))
    shape = shape_of(settled) or ""
    known = {shape: Remembered(shape, "first.csv", to_remember(settled))}
    following = as_csv([["Tone", "Code", "Route"], *[["BK", f"b{n}", each] for n, each in enumerate(pairs)]])
    found = preview(following, "next.csv", known=known)
    assert found.recalled is not None
    assert [(each.number, each.from_device, each.to_device) for each in found.wires][:2] == [
        ("b0", "-X2", "-K1"), ("b1", "-X2", "-K1"),
    ]  # fmt: skip
    assert preview(following, "next.csv", found.recalled).wires == found.wires
