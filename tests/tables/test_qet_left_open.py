"""What a QElectroTech drawing leaves open is named, and keeps no other wire from being read."""

from tests.tables.qet_projects import Drawn, Line, Page, project
from tests.tables.test_preview import words
from tests.tables.test_qet import K1, X1, codes, ends
from wiring_qa.tables.kinds import Level, RowKind
from wiring_qa.tables.preview import preview
from wiring_qa.tables.settled import Settled


def test_an_arrow_without_a_partner_is_named_and_its_wire_is_kept() -> None:
    alone = Drawn("out", kind="next_report", terminals=("",), text="9-A0")
    found = preview(project(Page([K1, alone], [Line(("k", 0), ("out", 0))])), "drive.qet")
    assert ends(found) == ["-K1:A1 9-A0"]
    assert codes(found)[0] == "arrow_alone"
    assert found.is_content


def test_arrows_that_meet_no_device_are_no_wire_and_are_named() -> None:
    pair = [Drawn(f"a{n}", kind="next_report", terminals=("",)) for n in (1, 2)]
    page = Page([*pair, K1, X1], [Line(("a1", 0), ("a2", 0)), Line(("k", 0), ("x", 0))])
    found = preview(project(page), "drive.qet")
    assert [(each.row, each.kind, each.level) for each in found.problems] == [
        (1, RowKind.NO_WIRE, Level.WARNING)
    ]
    assert [wire.row for wire in found.wires] == [2]


def test_a_symbol_without_label_is_called_by_its_kind_and_place() -> None:
    ground = Drawn("g", "", ("",), at=(500, 300))
    found = preview(project(Page([K1, ground], [Line(("k", 0), ("g", 0))])), "drive.qet")
    assert ends(found) == ["-K1:A1 Symbol simple 1-D7:1"]
    assert codes(found) == ["unlabelled", "unnamed_terminal"]


def test_terminals_without_names_go_by_the_texts_beside_them_where_each_has_one() -> None:
    element = (
        '<element uuid="{0}" type="t" x="1" y="1"><terminals><terminal x="0" y="-20" id="{1}"/>'
        '<terminal x="0" y="20" id="{2}"/></terminals><inputs>{3}</inputs></element>'
    )
    whole = "<input x='4' y='16' text='A2'/><input x='4' y='-24' text='A1'/><input x='20' y='0' text='KM2'/>"
    partly = '<input x="4" y="16" text="14"/><input x="20" y="0" text="S1"/>'
    content = (
        "<project><newdiagrams/><diagram><elements>"
        f"{element.format('k', 0, 1, whole)}{element.format('s', 2, 3, partly)}</elements>"
        '<conductors><conductor terminal1="0" terminal2="3"/></conductors></diagram></project>'
    )
    found = preview(content.encode(), "old.qet")
    assert ends(found) == ["KM2:A1 S1:2"]
    assert codes(found) == ["terminals_by_text", "unnamed_terminal"]


def test_what_a_drawing_leaves_open_about_a_device_is_said_once() -> None:
    lamp = Drawn("h", "-H1", ("", ""))
    lines = [Line(("k", 0), ("h", 0)), Line(("h", 1), ("x", 0)), Line(("h", 1), ("k", 1))]
    found = preview(project(Page([K1, X1, lamp], lines)), "drive.qet")
    assert [(each.row, each.message.code.value) for each in found.problems] == [(1, "unnamed_terminal")]


def test_an_end_that_is_connected_to_nothing_must_be_mended_or_left_out() -> None:
    page = Page([K1, X1], [Line(("k", 0), ("gone", 0), {"num": "9"}), Line(("k", 0), ("x", 0))])
    found = preview(project(page), "drive.qet")
    assert [(each.row, each.level, each.kind) for each in found.problems] == [
        (1, Level.ERROR, RowKind.UNREADABLE)
    ]
    assert "The conductor 9 on page 1" in str(found.problems[0].message)
    assert not found.is_content
    settled = preview(project(page), "drive.qet", Settled(left_out=(1,)))
    assert [each.kind for each in settled.problems] == [RowKind.LEFT_OUT]
    assert settled.is_content


def test_a_project_without_conductors_says_so() -> None:
    assert words(project(Page([K1]))) == "This is a QElectroTech file, but it has no connections."
    assert "neither a spreadsheet nor a text table" in words(
        b"<?xml version='1.0'?><project><ant/></project>"
    )
