"""A document as a workbook: a sheet with what it is and its QR code, then a sheet for each table.

Every cell is written as text, so that nothing that was typed on the floor is run as a formula. A row on which
several things were recorded takes a line for each, with its cells repeated, so that any of them can be
filtered and sorted.
"""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any

from flask_babel import gettext as _
from PIL import Image
from xlsxwriter import Workbook

from wiring_qa.documents.document import Document, Photo, Section
from wiring_qa.labels.code import QUIET_MODULES, matrix_of, runs

_CHARACTERS_PER_MM = 0.62
_LONGEST_NAME = 31
_DOTS = 4
_PHOTO_DOTS = 420
"""The longer side of a photo on its sheet."""
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")


def write_xlsx(document: Document) -> bytes:
    """Return the workbook of a document."""
    buffer = BytesIO()
    book = Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    plain = book.add_format({"text_wrap": True, "valign": "top"})
    strong = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    _front(book, document, strong)
    taken: set[str] = set()
    for section in document.sections:
        sheet = book.add_worksheet(_name(section.title, taken))
        _table(sheet, section, plain, strong)
    if document.photos:
        _photos(book.add_worksheet(_name(_("Photos"), taken)), document.photos, plain)
    book.close()
    return buffer.getvalue()


def _front(book: Workbook, document: Document, strong: object) -> None:
    sheet = book.add_worksheet(_name(document.title, set()))
    sheet.set_column(0, 0, 90)
    sheet.write_string(0, 0, f"{document.title} · {document.subtitle}", strong)
    for row, line in enumerate([*document.lines, document.seal, document.address], 1):
        sheet.write_string(row, 0, line)
    place = {"image_data": BytesIO(_picture(document.address)), "description": document.seal}
    sheet.insert_image(len(document.lines) + 4, 0, "code.png", place)


def _table(sheet: Any, section: Section, plain: object, strong: object) -> None:
    sheet.write_string(0, 0, section.title)
    sheet.write_string(1, 0, section.note)
    top = 2
    for number, column in enumerate(section.columns):
        sheet.set_column(number, number, max(8, column.width_mm * _CHARACTERS_PER_MM))
        sheet.write_string(top, number, column.title or section.title, strong)
    row = top
    for cells, lines in section.rows:
        for line in lines or [""]:
            row += 1
            for number, text in enumerate([*cells, line]):
                sheet.write_string(row, number, text, plain)
    sheet.freeze_panes(top + 1, 0)
    sheet.autofilter(top, 0, max(row, top), len(section.columns) - 1)


def _photos(sheet: Any, photos: Sequence[Photo], plain: object) -> None:
    sheet.set_column(0, 0, 60)
    sheet.set_column_pixels(1, 1, _PHOTO_DOTS)
    for row, photo in enumerate(photos):
        sheet.write_string(row, 0, photo.caption, plain)
        if photo.content:
            scale = _PHOTO_DOTS / max(photo.width, photo.height)
            sheet.set_row_pixels(row, int(photo.height * scale) + 8)
            place = {"image_data": BytesIO(photo.content), "x_scale": scale, "y_scale": scale}
            sheet.insert_image(row, 1, f"{row}.jpg", {**place, "description": photo.caption})


def _name(title: str, taken: set[str]) -> str:
    """Return a sheet's name: at most 31 characters, none that Excel refuses, none twice."""
    plain = _NOT_IN_NAMES.sub(" ", title)[:_LONGEST_NAME].strip()
    name, number = plain, 1
    while name.lower() in taken:
        number += 1
        name = f"{plain[: _LONGEST_NAME - 4]} {number}"
    taken.add(name.lower())
    return name


def _picture(address: str) -> bytes:
    matrix = matrix_of(address)
    side = (len(matrix) + 2 * QUIET_MODULES) * _DOTS
    image = Image.new("1", (side, side), 1)
    for column, row, length in runs(matrix):
        x, y = (column + QUIET_MODULES) * _DOTS, (row + QUIET_MODULES) * _DOTS
        image.paste(0, (x, y, x + length * _DOTS, y + _DOTS))
    buffer = BytesIO()
    image.save(buffer, "PNG")
    return buffer.getvalue()
