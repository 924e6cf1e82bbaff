"""QElectroTech projects: folios, arrows, masters and slaves, terminal strips, what a drawing leaves open."""

import pytest

from tests.tables.qet_projects import Drawn, Line, Page, project
from tests.tables.test_preview import words
from wiring_qa.tables.preview import preview
from wiring_qa.tables.preview_json import preview_json
from wiring_qa.tables.previews import Preview
from wiring_qa.tables.settled import Settled
from wiring_qa.tables.wires import ParsedWire

K1, X1 = Drawn("k", "-K1", ("A1", "A2")), Drawn("x", "X1:4", ("",), "terminal")


def ends(found: Preview) -> list[str]:
    return [f"{end_of(wire, 'from')} {end_of(wire, 'to')}" for wire in found.wires]


def end_of(wire: ParsedWire, side: str) -> str:
    device, terminal = getattr(wire, f"{side}_device"), getattr(wire, f"{side}_terminal")
    return device if terminal is None else f"{device}:{terminal}"


def codes(found: Preview) -> list[str]:
    return [problem.message.code.value for problem in found.problems]


@pytest.mark.parametrize("by_uuid", [False, True])
def test_a_conductor_is_a_wire_with_all_that_is_said_of_it(by_uuid: bool) -> None:
    said = {
        "num": "101", "conductor_color": "BU", "conductor_section": "1,5", "tension_protocol": "24VDC",
        "function": "stop", "cable": "W1", "text_color": "#000000", "insulation": "PVC",
    }  # fmt: skip
    page = Page([K1, X1], [Line(("k", 1), ("x", 0), said)])
    found = preview(project(page, by_uuid=by_uuid), "drive.qet")
    wire = preview_json(found)["wires"][0]
    assert (found.format, found.header_row, preview_json(found)["rows"]) == ("qet", None, 1)
    assert (wire["row"], wire["number"], wire["page"], wire["potential"]) == (1, "101", "1", "24VDC")
    assert (wire["colour"], wire["cross_section_mm2"], wire["cross_section_text"]) == ("BU", 1.5, "1,5")
    assert ends(found) == ["-K1:A2 X1:4"]
    assert wire["extra"] == {"function": "stop", "cable": "W1", "insulation": "PVC"}
    assert found.problems == ()


def test_a_device_with_place_and_function_is_known_with_both() -> None:
    named = Drawn("k", "=A1+S1-K1", ("13",))
    said = Drawn("q", "-Q2", ("2",), said={"location": "+S2", "plant": "=A2", "designation": "GV2"})
    wire = preview(project(Page([named, said], [Line(("k", 0), ("q", 0))])), "drive.qet").wires[0]
    assert (wire.from_device, wire.from_location, wire.to_location) == ("-K1", "+S1", "+S2")
    assert wire.extra == {"from_function": "=A1", "to_function": "=A2", "to_type": "GV2"}
    assert wire.is_wide


def test_a_wire_through_arrows_is_one_wire_on_both_folios() -> None:
    out = Drawn("out", kind="next_report", terminals=("",), links=["in"])
    back = Drawn("in", kind="previous_report", terminals=("",), links=["out"])
    found = preview(
        project(
            Page([K1, out], [Line(("k", 0), ("out", 0), {"num": "7"})]),
            Page(),
            Page([back, X1], [Line(("in", 0), ("x", 0), {"num": "7", "conductor_section": "2.5"})]),
        ),
        "drive.qet",
    )
    assert ends(found) == ["-K1:A1 X1:4"]
    assert (found.wires[0].number, found.wires[0].page, found.wires[0].cross_section_text) == (
        "7",
        "1, 3",
        "2.5",
    )
    assert found.problems == ()


def test_arrows_that_pass_a_folio_by_are_followed_to_the_end() -> None:
    arrows = [Drawn(f"a{n}", kind="next_report", terminals=("",), links=[f"a{n ^ 1}"]) for n in range(4)]
    found = preview(
        project(
            Page([K1, arrows[0]], [Line(("k", 0), ("a0", 0), {"num": "7"})]),
            Page([arrows[1], arrows[2]], [Line(("a1", 0), ("a2", 0), {"num": "7"})]),
            Page([arrows[3], X1], [Line(("a3", 0), ("x", 0), {"num": "8"})]),
        ),
        "drive.qet",
    )
    assert ends(found) == ["-K1:A1 X1:4"]
    assert codes(found) == ["numbers_differ"]


def test_where_several_ends_meet_at_an_arrow_each_has_one_wire_and_says_so() -> None:
    out = Drawn("out", kind="next_report", terminals=("",), links=["in"])
    back = Drawn("in", kind="previous_report", terminals=("",), links=["out"])
    devices = [Drawn(f"k{n}", f"-K{n}", ("1",)) for n in (2, 3)]
    found = preview(
        project(
            Page([K1, out], [Line(("k", 0), ("out", 0)), Line(("k", 1), ("out", 0))]),
            Page([back, *devices], [Line(("in", 0), ("k2", 0)), Line(("k3", 0), ("in", 0))]),
        ),
        "drive.qet",
    )
    assert ends(found) == ["-K2:1 -K1:A2", "-K1:A1 -K2:1", "-K1:A1 -K3:1"]
    assert codes(found) == ["branched"] * 3


def test_conductors_that_meet_at_a_terminal_are_a_wire_each() -> None:
    third = Drawn("m", "-M1", ("U",))
    lines = [Line(("k", 0), ("x", 0), {"num": "5"}), Line(("m", 0), ("k", 0), {"num": "5"})]
    assert ends(preview(project(Page([K1, X1, third], lines)), "drive.qet")) == [
        "-K1:A1 X1:4",
        "-M1:U -K1:A1",
    ]


def test_the_contacts_of_a_relay_go_by_the_relay() -> None:
    coil = Drawn("k", "-K1", ("A1",), "master", links=["c"])
    contact = Drawn("c", "", ("13",), "slave", links=["k"])
    found = preview(project(Page([coil]), Page([contact, X1], [Line(("c", 0), ("x", 0))])), "drive.qet")
    assert ends(found) == ["-K1:13 X1:4"]
    assert found.problems == ()


def test_terminals_of_a_strip_go_by_the_strip() -> None:
    strips = (
        '<terminal_strips><terminal_strip><terminal_strip_data uuid="s" name="X7" location="+S1"/><layout>'
        '<physical_terminal><real_terminal element_uuid="t"/></physical_terminal></layout></terminal_strip>'
        "</terminal_strips>"
    )
    drawn = Drawn("t", "12", ("",), "terminal")
    found = preview(project(Page([K1, drawn], [Line(("t", 0), ("k", 0))]), strips=strips), "drive.qet")
    assert ends(found) == ["X7:12 -K1:A1"]
    assert found.wires[0].from_location == "+S1"


def test_columns_and_sheets_are_not_chosen_where_there_are_none() -> None:
    page = project(Page([K1, X1], [Line(("k", 0), ("x", 0))]))
    for settled in (Settled(sheet="Wires"), Settled(header_row=2), Settled(mapping={"number": "No."})):
        assert "no sheets, rows and columns" in words(page, settled=settled)


def test_a_prolog_and_comments_before_the_project_do_not_hide_it() -> None:
    page = Page([K1, X1], [Line(("k", 0), ("x", 0))])
    before = '\ufeff<?xml version="1.0" encoding="UTF-8"?>\n<!-- <kbl> -->\n'
    assert preview(project(page, before=before), "drive.txt").format == "qet"
