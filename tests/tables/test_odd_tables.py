"""What is odd about a table as a whole, and ways of writing that only some tables have."""

import codecs
import datetime as dt
import io

import pytest
import xlsxwriter

from wiring_qa.tables.preview import preview
from wiring_qa.tables.previews import Preview
from wiring_qa.tables.words import Code


def read(text: str) -> Preview:
    return preview(text.encode(), "wires.csv")


def said(found: Preview) -> list[tuple[int, Code]]:
    return [(each.row, each.message.code) for each in found.problems if each.is_of_wire]


def test_the_same_connection_twice_is_said_whichever_way_round() -> None:
    found = read("No;From;To\n1;-K1:1;-X1:1\n2;-K1:2;-X1:2\n3;-X1:1;-K1:1\n")
    assert said(found) == [(4, Code.TWICE)]
    assert "row 2" in str(found.problems[-1].message)


def test_a_second_table_beside_the_first_is_not_passed_over_in_silence() -> None:
    found = read("No;From;To;;No;From;To\n1;-K1:1;-X1:1;;21;-K2:1;-X2:1\n2;-K1:2;-X1:2;;;;\n")
    assert said(found) == [(2, Code.BESIDE)]
    assert "From (2), To (2)" in str(found.problems[-1].message)


def test_further_ends_of_a_row_are_not_passed_over_in_silence() -> None:
    found = read("Net;Point 1;Point 2;Point 3;Point 4\n0V;-G1:-;-X1:5;;\n24V;-G1:+;-F1:1;-F2:1;\n")
    assert said(found) == [(3, Code.BESIDE)]
    assert "Point 3, Point 4" in str(found.problems[-1].message)


@pytest.mark.parametrize("name", ["Text 3", "Point 3"])
def test_columns_that_hold_nothing_further_are_not_pointed_at(name: str) -> None:
    found = read(f"Net;Point 1;Point 2;{name}\n0V;-G1:-;-X1:5;{'note' if name == 'Text 3' else ''}\n")
    assert said(found) == []


def test_a_row_that_numbers_the_columns_belongs_to_the_header() -> None:
    found = read("No;From;To;Size\n1;2;3;4\n101;-K1:1;-X1:1;1.5\n")
    assert (found.header_row, [wire.number for wire in found.wires]) == (2, ["101"])


def test_a_quote_that_is_not_closed_swallows_no_wire() -> None:
    found = read('No;From;To;Remark\n1;-K1:1;-X1:1;"ab\n2;-K1:2;-X1:2;3"\n3;-K1:3;-X1:3;"two\nlines; here"\n')
    assert [wire.number for wire in found.wires] == ["1", "2", "3"]


def test_two_wires_on_one_terminal_are_not_the_same_connection() -> None:
    assert said(read("No;From;To\n1;-K1:1;-X1:1\n2;-K1:1;-X1:2\n")) == []


@pytest.mark.parametrize("form", ["{}({})", "{}[{}]", "{} ({})", '"{}\n{}"', "{} {}"])
def test_a_terminal_in_brackets_or_below_is_told_from_its_device(form: str) -> None:
    ends = [("K1", "13", "X1", "5"), ("K2", "14", "X1", "6"), ("K3", "A1", "X1", "7")]
    lines = [f"{no};{form.format(*each[:2])};{form.format(*each[2:])}\n" for no, each in enumerate(ends)]
    found = read("No;From;To\n" + "".join(lines))
    assert [(wire.from_device, wire.from_terminal) for wire in found.wires] == [
        ("K1", "13"),
        ("K2", "14"),
        ("K3", "A1"),
    ]


def test_numbers_that_something_wrote_with_a_decimal_are_whole() -> None:
    found = read("No;From;Terminal;To;Terminal\n101.0;K1;1.0;X1;5.0\n102.0;K2;2.0;X1;6.0\n")
    assert [(wire.number, wire.from_terminal, wire.to_terminal) for wire in found.wires] == [
        ("101", "1", "5"),
        ("102", "2", "6"),
    ]


def test_numbers_that_count_in_tenths_stay() -> None:
    found = read("No;From;Terminal;To;Terminal\n1.0;K1;1;X1;5\n1.1;K2;2;X1;6\n")
    assert [wire.number for wire in found.wires] == ["1.0", "1.1"]


def marked_as_utf8(count: int) -> bytes:
    return (
        codecs.BOM_UTF8
        + (
            "No;From;To;Remark\n" + "".join(f"{n};-K{n}:1;-X1:{n};Tür\n" for n in range(1, count + 1))
        ).encode()
    )


def test_signs_that_were_lost_are_told_at_the_first_wire_that_has_one() -> None:
    whole = marked_as_utf8(40)
    last = whole.rindex("ü".encode())
    found = preview(whole[:last] + b"\xff" + whole[last + 2 :], "wires.csv")
    assert said(found) == [(41, Code.LOST_SIGNS)]
    assert found.problems[-1].message.values == {"count": "1", "encoding": "utf-8"}


def test_a_file_that_lost_no_sign_says_nothing_of_it() -> None:
    assert said(preview(marked_as_utf8(40), "wires.csv")) == []


@pytest.mark.parametrize("damage", [b"\xff", b"\xc3", b"\x80", b"\xe4"])
def test_a_damaged_sign_leaves_the_rest_of_a_utf8_text_as_it_is(damage: bytes) -> None:
    text = "No;From;To;Remark\n" + "".join(f"{n};-K{n}:1;-X1:{n};Tür\n" for n in range(1, 20))
    found = preview(text.encode().replace("ü".encode(), damage, 1), "wires.csv")
    assert found.encoding == "utf-8"
    assert {wire.remark for wire in found.wires[1:]} == {"Tür"}
    assert said(found) == [(2, Code.LOST_SIGNS)]


def test_signs_that_a_file_without_rows_lost_are_told_at_the_connection_that_has_one() -> None:
    cables = "  W1: {wirecount: 1, colors: [RD], gauge: 0.5 mm2}\n"
    text = (
        "# Zeichnung: Türen, Gehäuse, Drähte, Stöße\n"
        f"connectors:\n  X1: {{pincount: 2}}\n  Tür: {{pincount: 2}}\ncables:\n{cables}"
        "connections:\n  - [X1: 1, W1: 1, Tür: 2]\n"
    )
    damaged = text.encode().replace("Tür:".encode(), b"T\xffr:")
    found = preview(damaged, "door.yml")
    assert found.format == "wireviz"
    assert said(found) == [(1, Code.LOST_SIGNS)]
    assert said(preview(text.encode(), "door.yml")) == []


def test_a_terminal_that_a_workbook_made_a_date_is_said_once() -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"default_date_format": "yyyy-mm-dd"}) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["No.", "From device", "From terminal", "To"])
        sheet.write_row(1, 0, ["101", "-K1", dt.date(2026, 1, 2), "-X1:1"])
    assert said(preview(file.getvalue(), "wires.xlsx")) == [(2, Code.DATE)]
