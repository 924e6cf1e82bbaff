"""The tables of the figures as files for a spreadsheet."""

import csv
import io
from collections.abc import Sequence
from typing import Any

from xlsxwriter import Workbook

Table = Sequence[Sequence[Any]]
"""Rows, the first of them the names of the columns."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe(value: Any) -> Any:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def as_csv(table: Table) -> bytes:
    """Write a table as CSV in UTF-8 with the mark by which spreadsheets know it."""
    text = io.StringIO()
    csv.writer(text).writerows([[safe(cell) for cell in row] for row in table])
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(table: Table, name: str) -> bytes:
    """Write a table as a workbook of one sheet; texts stay texts, whatever they begin with."""
    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(name)
    for place, row in enumerate(table):
        sheet.write_row(place, 0, row, None if place else book.add_format({"bold": True}))
    sheet.autofit()
    book.close()
    return file.getvalue()
