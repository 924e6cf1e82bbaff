"""Cross-sections as tables of the field write them; the text stays beside what is made of it."""

import pytest

from wiring_qa.tables.preview import preview
from wiring_qa.tables.wires import Wires


def read(header: str, *sizes: str) -> Wires:
    rows = "".join(f"{place};K1:{place};X1:{place};{size}\n" for place, size in enumerate(sizes, 1))
    return preview(f"No;From;To;{header}\n{rows}".encode(), "wires.csv").wires


def mm2(wires: Wires) -> list[str]:
    return [f"{wire.cross_section_mm2:f}" for wire in wires if wire.cross_section_mm2 is not None]


@pytest.mark.parametrize(
    "header", ["AWG", "AWG size", "Size AWG", "Wire Gauge (AWG)", "线规AWG", "Cable AWG", "Wire AWG"]
)
def test_bare_numbers_under_awg_are_awg(header: str) -> None:
    assert mm2(read(header, "14", "2/0", "#12", "1")) == ["2.081", "67.431", "3.309", "42.408"]


@pytest.mark.parametrize(
    ("header", "sizes", "expected"),
    [
        ("Gauge", ["16"], ["1.309"]),
        ("Gauge", ["14", "16", "10"], ["2.081", "1.309", "5.261"]),
        ("Size", ["14", "16", "18"], ["2.081", "1.309", "0.823"]),
        ("Size", ["10", "16", "12 AWG"], ["10", "16", "3.309"]),
        ("Gauge", ["4", "6", "10"], ["4", "6", "10"]),
        ("Wire gauge", ["14", "1.5"], ["14", "1.5"]),
        ("Size", ["14", "22"], ["14", "22"]),
        ("Size mm²", ["18", "12"], ["18", "12"]),
    ],
)
def test_whole_numbers_that_are_no_metric_size_are_awg(
    header: str, sizes: list[str], expected: list[str]
) -> None:
    wires = read(header, *sizes)
    assert mm2(wires) == expected
    assert [wire.cross_section_text for wire in wires] == sizes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4平方", "4"), ("1,5", "1.5"), ("1.5mm²", "1.5"), ("BVR-2.5", "2.5"), ("2x1.5", "1.5"),
        ("3G2.5", "2.5"),
        (".75", "0.75"), ("1.5 mm2 (16 AWG)", "1.5"), ("4 mm²/AWG12", "4"), ("AWG14 2.5mm²", "2.5"),
        ("AWG14", "2.081"), ("14 AWG", "2.081"), ("BVR .75", "0.75"), ("H07V-K 1,5", "1.5"),
    ],
)  # fmt: skip
def test_a_size_is_read_whatever_stands_around_it(text: str, expected: str) -> None:
    wire = read("规格", text)[0]
    assert (f"{wire.cross_section_mm2:f}", wire.cross_section_text) == (expected, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UL1015 AWG18", "UL1015"), ("UL1007-24AWG", "UL1007"), ("UL1015, 18 AWG", "UL1015"),
        ("BVR 2.5mm²", "BVR"),
        ("H07V-K 1,5", "H07V-K"), ("AWG18", None), ("18 AWG", None), ("RVV 3×1.5", "RVV"),
        ("KIV1.25sq", "KIV"), ("IV5.5□", "IV"),
    ],
)  # fmt: skip
def test_the_type_before_a_size_is_kept_whole(text: str, expected: str | None) -> None:
    assert read("规格", text)[0].wire_type == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("350", "350"), ("1.250", "1250"), ("1.250,5", "1250.5"), ("1,250.5", "1250.5"),
        ("1 250,5", "1250.5"),
        ("1.2.3", "None"), ("1.250.5", "None"),
    ],
)  # fmt: skip
def test_a_length_may_have_thousands_and_a_fraction(text: str, expected: str) -> None:
    assert str(read("Length", text)[0].length_mm) == expected


@pytest.mark.parametrize(
    ("header", "text", "kind", "expected", "colour"),
    [
        ("导线规格及颜色", "BVR1.5 红", "BVR", "1.5", "RD"),
        ("Size", "16AWG BLU", None, "1.309", "BU"), ("导线规格", "BVR2.5mm² 黄绿", "BVR", "2.5", "GNYE"),
        ("规格", "RV-0.75蓝色", "RV", "0.75", "BU"), ("线径", "2.5平方黑", None, "2.5", "BK"),
        ("Size", "1.5 RD/BK", None, "1.5", "RDBK"),
    ],
)  # fmt: skip
def test_a_colour_after_the_size_is_told_where_no_column_has_it(
    header: str, text: str, kind: str | None, expected: str, colour: str
) -> None:
    wire = read(header, text)[0]
    assert (wire.wire_type, f"{wire.cross_section_mm2:f}", wire.colour) == (kind, expected, colour)


def test_a_column_of_colours_goes_before_one_in_the_size() -> None:
    wire = preview("No;From;To;规格;Colour\n1;K1:1;X1:1;BVR1.5 红;BU\n".encode(), "wires.csv").wires[0]
    assert (wire.colour, wire.wire_type, f"{wire.cross_section_mm2:f}") == ("BU", "BVR", "1.5")


@pytest.mark.parametrize(
    ("layer", "expected", "colour"),
    [
        ("RED_14", "2.081", "RD"), ("BLK_14_THW", "2.081", "BK"), ("10_AWG_BLU", "5.261", "BU"),
        ("BLK_2.5MM^2", "2.5", "BK"),
    ],
)  # fmt: skip
def test_the_layer_of_a_wire_tells_its_colour_and_size(layer: str, expected: str, colour: str) -> None:
    wire = read("WLAY1", layer)[0]
    assert (wire.wire_type, f"{wire.cross_section_mm2:f}", wire.colour) == (layer, expected, colour)


@pytest.mark.parametrize("layer", ["WIRES", "RED_14_16", "LAYER_1", "RED"])
def test_a_layer_that_does_not_give_both_tells_neither(layer: str) -> None:
    wire = read("WLAY1", layer)[0]
    assert (wire.wire_type, wire.cross_section_mm2, wire.colour) == (layer, None, None)
