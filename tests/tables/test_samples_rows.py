"""Every row of the real wiring tables, held against the file as another library reads it."""

import csv
import io
from collections.abc import Callable, Sequence
from typing import Any

import openpyxl
import pytest

from tests.tables.test_samples import EXPECTED, SHEETS
from wiring_qa.tables.preview import preview
from wiring_qa.tables.wires import ParsedWire

pytestmark = pytest.mark.skipif(not EXPECTED, reason=f"the folder of real wiring tables is not at {SHEETS}")
Rows = Sequence[Sequence[str]]
ENDS = ("from_device", "from_terminal", "to_device", "to_terminal")


def text_rows(encoding: str, delimiter: str) -> Callable[[bytes], Rows]:
    return lambda data: list(csv.reader(io.StringIO(data.decode(encoding), newline=""), delimiter=delimiter))


def book_rows(sheet: str) -> Callable[[bytes], Rows]:
    def rows(data: bytes) -> Rows:
        found = openpyxl.load_workbook(io.BytesIO(data))[sheet]
        return [["" if cell is None else str(cell) for cell in row] for row in found.values]

    return rows


def in_columns(number: int, ends: int, size: int, length: int) -> Callable[[Sequence[str]], list[str]]:
    """Return how a row says number, ends, size and length in columns of their own."""
    return lambda row: [row[number], *row[ends : ends + 4], row[size], row[length]]


def told(wire: ParsedWire) -> list[str]:
    """Return the same of a wire, the device without its sign and its location beside."""
    ends = [str(getattr(wire, name) or "").removeprefix("-") for name in ENDS]
    return [wire.number or "", *ends, wire.cross_section_text or "", f"{wire.length_mm or ''}"]


def whole_end(text: str) -> list[str]:
    device, _colon, terminal = text.removeprefix("=A1+S1-").rpartition(":")
    return [device.removeprefix("-"), terminal]


FILES: dict[str, tuple[Callable[[bytes], Rows], Callable[[Sequence[str]], list[str]]]] = {
    "jiexianbiao-gb18030.csv": (text_rows("gb18030", ","), in_columns(1, 2, 6, 9)),
    "traditional-utf16.txt": (text_rows("utf-16", "\t"), in_columns(1, 2, 6, 9)),
    "two-row-header.xlsx": (book_rows("Wire list"), in_columns(0, 1, 6, 7)),
    "eplan-connections-de.xlsx": (
        book_rows("Verbindungsliste"),
        lambda row: [row[5], *whole_end(row[0]), *whole_end(row[1]), row[2], row[4]],
    ),
    "wire-cutter-cp1252.csv": (
        text_rows("cp1252", ";"),
        lambda row: [row[12], *whole_end(row[0]), *whole_end(row[4]), row[8], row[10]],
    ),
}


@pytest.mark.parametrize("name", list(FILES))
def test_every_wire_says_what_its_row_of_the_file_says(name: str) -> None:
    data = (SHEETS / name).read_bytes()
    rows_of, said = FILES[name]
    rows: Any = rows_of(data)
    for wire in preview(data, name).wires:
        expected = [text.strip() for text in said(rows[wire.row - 1])]
        assert [each.replace(".0", "") for each in told(wire)] == [
            each.replace(".0", "").removeprefix("-") for each in expected
        ], wire.row
