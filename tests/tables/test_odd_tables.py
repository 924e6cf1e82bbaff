"""What is odd about a table as a whole, and ways of writing that only some tables have."""

from wiring_qa.tables.preview import preview
from wiring_qa.tables.wires import Preview
from wiring_qa.tables.words import Code


def read(text: str) -> Preview:
    return preview(text.encode(), "wires.csv")


def codes(found: Preview) -> list[tuple[int, Code]]:
    return [(each.row, each.message.code) for each in found.problems if each.is_of_wire]


def test_the_same_connection_twice_is_said_whichever_way_round() -> None:
    found = read("No;From;To\n1;-K1:1;-X1:1\n2;-K1:2;-X1:2\n3;-X1:1;-K1:1\n")
    assert codes(found) == [(4, Code.TWICE)]
    assert "row 2" in str(found.problems[-1].message)


def test_two_wires_on_one_terminal_are_not_the_same_connection() -> None:
    assert codes(read("No;From;To\n1;-K1:1;-X1:1\n2;-K1:1;-X1:2\n")) == []


def test_a_terminal_in_brackets_is_told_from_its_device() -> None:
    found = read("No;From;To\n1;K1(13);X1(5)\n2;K2(14);X1(6)\n3;K3(A1);X1(7)\n")
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


def test_signs_that_were_lost_are_told_at_the_first_wire_that_has_one() -> None:
    text = "No;From;To;Remark\n" + "".join(f"{n};-K{n}:1;-X1:{n};Tür\n" for n in range(1, 40))
    data = text.encode().replace("ü".encode(), b"\xff", 1)
    found = preview(data, "wires.csv")
    lost = [each for each in found.problems if each.message.code is Code.LOST_SIGNS]
    assert [each.row for each in lost] in ([2], [])
