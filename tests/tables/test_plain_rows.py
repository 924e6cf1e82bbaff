"""Rows that can only be wires are read column by column; each reads as it does on its own."""

from unittest.mock import patch

from hypothesis import HealthCheck, example, given, settings, strategies as st

from tests.tables.test_preview import TABLE, as_csv, as_xlsx
from wiring_qa.tables.preview import preview
from wiring_qa.tables.previews import Preview
from wiring_qa.tables.words import UnreadableTable

HEADER = [
    "No.", "Wire number", "From device", "From terminal", "To device", "To terminal", "Colour",
    "Cross-section (mm²)", "Wire type", "Length (mm)", "Location", "Remark", "Station",
]  # fmt: skip
CELLS = (
    "", " ", "-K1", "=A1+S1-K2", "+S1-K3", "1", "01-Feb", "13 ", "１２", "BU", "mauve", "2,5", "AWG14",
    "7 apples", "H07V-K 1.5", "80", "1.890", "door", "plate", "push button", "-", "同上", "Colour",
    "Wire  number", "Total:", "24V", "transformer", "\ufffd",
)  # fmt: skip


def read(data: bytes) -> Preview | str:
    try:
        return preview(data, "table")
    except UnreadableTable as unreadable:
        return str(unreadable)


def row_by_row(data: bytes) -> Preview | str:
    """Read a table as if it had no row that can only be a wire."""
    with patch("wiring_qa.tables.preview.plain_rows", return_value=[]):
        return read(data)


ROWS = st.lists(
    st.lists(st.sampled_from(CELLS), min_size=len(HEADER) - 2, max_size=len(HEADER)), min_size=1, max_size=12
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROWS)
@example([["1", "101", "-K1", "1", "+S1", "2", "BU", "1", "", "", "", "", ""]])
def test_a_text_reads_the_same_column_by_column(rows: list[list[str]]) -> None:
    data = as_csv([HEADER, *rows])
    assert read(data) == row_by_row(data)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ROWS)
def test_a_workbook_reads_the_same_column_by_column(rows: list[list[str]]) -> None:
    data = as_xlsx({"Wires": [HEADER, *rows]})
    assert read(data) == row_by_row(data)


def test_most_rows_are_read_column_by_column() -> None:
    with patch("wiring_qa.tables.rows.reader.RowReader.read") as alone:
        alone.side_effect = AssertionError
        found = preview(as_csv(TABLE[1:], delimiter=";"), "table.csv")
    assert len(found.wires) == len(TABLE) - 1


def test_a_wire_looked_at_alone_is_as_among_all() -> None:
    found = preview(as_csv(TABLE), "table.csv").wires
    alone = [found[place] for place in range(len(found))]
    assert alone == list(found)
    assert found[1:] == alone[1:]
