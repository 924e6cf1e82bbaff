"""WireViz harnesses: sets, ranges, templates, arrows, shields, colour codes, and what is left open."""

from pathlib import Path

import pytest

from tests.tables.test_preview import words
from tests.tables.test_qet import codes, ends
from wiring_qa.tables.kinds import Level, RowKind
from wiring_qa.tables.preview import preview
from wiring_qa.tables.preview_json import preview_json
from wiring_qa.tables.previews import Preview

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples" / "wiring-tables" / "wireviz"
needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason=f"the real harnesses are not at {SAMPLES}")
PARTS = """
connectors:
  X1: {type: Molex, subtype: female, pinlabels: [GND, VCC, RX, TX]}
  X2: {pins: [a, b, c, d], pincount: 4}
  F: {type: Crimp ferrule, style: simple}
cables:
  W1: {wirecount: 4, color_code: DIN, gauge: 24 AWG, length: 1.5, shield: true, type: LiYCY, pn: C-7}
  W2: {colors: [RD, BK], wirelabels: [plus, minus], gauge: 0.5, length: 2 ft, notes: to the door}
connections:
"""


def read(connections: str, before: str = "") -> Preview:
    return preview((before + PARTS + connections).encode(), "harness.yml")


def test_a_set_makes_a_wire_of_each_strand_of_each_cable() -> None:
    found = read("- [X1: [1-2, VCC], W1: [1, 3-4], X2: [d, c, b]]")
    assert ends(found) == ["X1:1 X2:d", "X1:2 X2:c", "X1:2 X2:b"]
    wire = preview_json(found)["wires"][1]
    assert (wire["number"], wire["colour"], wire["length_mm"], wire["wire_type"]) == (
        "W1:3",
        "GN",
        1500,
        "LiYCY",
    )
    assert (wire["cross_section_mm2"], wire["cross_section_text"]) == (0.205, "24 AWG")
    assert wire["extra"] == {"cable": "W1", "pn": "C-7", "from_label": "VCC", "from_type": "Molex female"}
    assert (found.format, found.header_row, found.problems) == ("wireviz", None, ())


def test_wires_are_known_by_number_label_or_colour() -> None:
    found = read("- [X1: [1, 2], W2: [minus, 1], X2: [a, b]]\n- [X1: 3, W2: BK, X2: c]")
    assert [(wire.number, wire.colour) for wire in found.wires] == [
        ("minus", "BK"), ("plus", "RD"), ("minus", "BK"),
    ]  # fmt: skip
    assert [wire.remark for wire in found.wires] == ["to the door"] * 3
    assert str(found.wires[0].length_mm) == "609.6"


def test_a_daisy_chain_goes_on_from_cable_to_cable_and_ranges_run_either_way() -> None:
    found = read("- [X1: [2-1], W1: [1-2], X2: [a, b], W2: [1-2], X1: [3-4]]")
    assert ends(found) == ["X1:2 X2:a", "X1:1 X2:b", "X2:a X1:3", "X2:b X1:4"]


def test_templates_make_named_and_unnamed_parts() -> None:
    found = read("- [F., W1.C1: [1-2], X1.A: [1-2]]\n- [X1.A: 3, W1.: 1, F.]")
    assert ends(found) == ["F.1:1 A:1", "F.2:1 A:2", "A:3 F.3:1"]
    assert [wire.number for wire in found.wires] == ["C1:1", "C1:2", "W1.1:1"]


def test_arrows_are_no_wires_and_are_named_once() -> None:
    found = read("- [X1: [1-2], W1: [1-2], X2: [a, b], ==>, X1.B: [1-2]]")
    assert len(found.wires) == 2
    assert [(each.row, each.kind, str(each.message)) for each in found.problems] == [
        (3, RowKind.NO_WIRE, "X2 and B are plugged together, not wired.")
    ]


def test_a_ferrule_that_is_put_into_a_terminal_is_the_lug_of_its_wire() -> None:
    found = read("- [X1: [1-2], W1: [1-2], [F., F.], -->, X2: [a, b]]")
    assert ends(found) == ["X1:1 X2:a", "X1:2 X2:b"]
    assert [(wire.from_lug, wire.to_lug) for wire in found.wires] == [(None, "Crimp ferrule")] * 2
    assert found.problems == ()


def test_an_end_that_is_free_is_called_after_its_cable() -> None:
    found = read("- [X1: 1, W1: s]\n- [W1: 2, X2: a]")
    assert ends(found) == ["X1:1 W1:s", "W1:2 X2:a"]
    assert codes(found) == ["free_end", "free_end"]
    assert found.is_content


def test_lists_of_different_length_leave_ends_free_in_the_open() -> None:
    found = read("- [X1: [1-3], W1: [1-3], X2: [a, b]]")
    assert ends(found) == ["X1:1 X2:a", "X1:2 X2:b", "X1:3 W1:3"]
    assert codes(found) == ["free_end"]


def test_pins_side_by_side_without_a_cable_must_be_mended() -> None:
    found = read("- [X1: 1, X2: a]\n- [W1: 1]\n- X1")
    assert [(each.level, each.message.code.value) for each in found.problems] == [
        (Level.ERROR, "no_cable"), (Level.WARNING, "unconnected"),
    ]  # fmt: skip


def test_bridges_on_a_connector_are_wires_and_unknown_parts_are_pointed_at() -> None:
    found = preview(
        b"connectors: {X1: {pincount: 3, loops: [[1, 3]]}}\ncables: {W1: {wirecount: 1}}\n"
        b"connections: [[X1: 2, W1: 1, X9: 1]]",
        "harness.yml",
    )
    assert ends(found) == ["X1:2 X9:1", "X1:1 X1:3"]
    assert codes(found) == ["not_described"]


def test_merged_and_repeated_parts_are_taken_over() -> None:
    text = b"""
templates: [&w {gauge: 1.5, colors: [BU]}, &more {<<: *w, length: 3}]
connectors: {A: &c {pincount: 1}, B: *c}
cables: {W: {<<: *more, length: 0.5}}
connections: [[A: 1, W: 1, B: 1]]
"""
    wire = preview(text, "harness.yaml").wires[0]
    assert (str(wire.cross_section_mm2), str(wire.length_mm), wire.colour) == ("1.5", "500", "BU")


def test_a_harness_without_connections_says_so() -> None:
    assert words(PARTS.encode()) == "This is a WireViz file, but it has no connections."


WIRES = {"demo02.yml": 14, "ex01.yml": 5, "ex03.yml": 6, "ex08.yml": 4, "ex14.yml": 17}
"""Counted in the files: the lengths of the lists at each cable; the shields of ex01 and ex08 among them."""


@needs_samples
@pytest.mark.parametrize("name", list(WIRES))
def test_a_real_harness_gives_all_its_wires_and_can_be_saved_as_it_is(name: str) -> None:
    found = preview((SAMPLES / name).read_bytes(), name)
    assert len(found.wires) == WIRES[name]
    assert found.is_content


@needs_samples
@pytest.mark.parametrize(
    ("name", "row", "ends_of_it", "colour", "mm2"),
    [
        ("ex01.yml", 3, "X1:3 X2:4", "OG", "0.25"),
        ("ex03.yml", 5, "X1:1 X4:1", "BK", "0.25"),
        ("ex08.yml", 2, "Key:R W1:2", "BN", "0.205"),
        ("demo02.yml", 10, "X1:5 X4:3", "BU", "0.14"),
        ("ex14.yml", 1, "X1:4 S.1:1", "WH", "None"),
    ],
)
def test_a_row_of_a_real_harness_is_as_its_file_says(
    name: str, row: int, ends_of_it: str, colour: str, mm2: str
) -> None:
    found = preview((SAMPLES / name).read_bytes(), name)
    wire = next(wire for wire in found.wires if wire.row == row)
    assert dict(zip([each.row for each in found.wires], ends(found), strict=True))[row] == ends_of_it
    assert (wire.colour, str(wire.cross_section_mm2)) == (colour, mm2)


@pytest.mark.parametrize(
    ("row", "name", "pin"),
    [
        ("[X1: 5, W1: 1, X2: a]", "X1", "5"),
        ("[X1: 1, W1: 1, X2: e]", "X2", "e"),
        ("[X1: [GND], W1: [1], [F.], -->, X2: [5]]", "X2", "5"),
        ("[F.A: 2, W1: 1, X2: a]", "A", "2"),
        ("[X1: 1, W1: 5, X2: a]", "W1", "5"),
        ("[X1: 1, W2: s, X2: a]", "W2", "s"),
        ("[X1: 1, W2: GN, X2: a]", "W2", "GN"),
    ],
)
def test_a_pin_or_wire_that_its_part_does_not_have_is_pointed_at(row: str, name: str, pin: str) -> None:
    found = read(f"- {row}")
    assert [(each.row, str(each.message)) for each in found.problems] == [
        (1, f"{name} is described without {pin}. Check which pin or wire is meant.")
    ]


def test_pins_and_wires_that_parts_have_are_not_pointed_at() -> None:
    parts = "  P: {pincount: 3, loops: [[1, 3], [2, 4]]}\n  Q: {type: any}\n  R: {pincolors: [RD, BK]}\n"
    text = PARTS.replace(
        "cables:", f"{parts}cables:\n  W3: {{wirecount: 8, colors: [RD, BK]}}\n  W4: {{gauge: 1}}"
    )
    rows = "- [X1: [1, VCC], W3: [8, BK], R: [1, 2]]\n- [P: 2, W4: 7, Q: 9]\n- [X1: 3, W1: s, F.]\n"
    found = preview((text + rows).encode(), "harness.yml")
    assert [str(each.message)[:23] for each in found.problems] == ["P is described without "]
    assert found.problems[0].row == len(found.wires)
