"""Writes sheets as an .xls, as the programs before 2007 did."""

import io
from typing import Any

import xlwt


def as_xls(sheets: dict[str, list[list[Any]]]) -> bytes:
    """Return the workbook."""
    book = xlwt.Workbook()
    for name, rows in sheets.items():
        sheet = book.add_sheet(name)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                sheet.write(row, column, cell)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
