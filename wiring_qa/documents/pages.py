"""Lays a document out on A4 pages: rows kept whole, headings repeated, photos at the end."""

from collections.abc import Sequence

from flask_babel import gettext as _

from wiring_qa.documents.document import Column, Document, Photo, Section
from wiring_qa.documents.pen import (
    BETWEEN_MM,
    BOTTOM_MM,
    LEADING,
    MARGIN_MM,
    PHOTO_MM,
    TABLE_MM,
    Page,
    Pen,
    broken,
)
from wiring_qa.labels.media import A4_MM

_TITLE_MM, _HEADING_MM, _TEXT_MM = 6.5, 4.5, 3.2
_GAP_MM = 1.6
"""Between two columns."""
_CODE_ROOM_MM = 6
"""Kept light beside the code: more than its four modules of quiet zone."""


def paginated(document: Document, code_mm: float) -> list[Page]:
    """Return the pages of a document; the first leaves room for the code at its upper right."""
    pen = Pen()
    width = A4_MM[0] - 2 * MARGIN_MM
    beside = width - code_mm - _CODE_ROOM_MM
    pen.write(document.title, _TITLE_MM, beside)
    pen.write(document.subtitle, _HEADING_MM, beside)
    for line in [*document.lines, document.seal]:
        pen.write(line, _TEXT_MM, beside)
    pen.height = max(pen.height, MARGIN_MM + code_mm) + _CODE_ROOM_MM
    for section in document.sections:
        _section(pen, section, width)
    if document.photos:
        _photos(pen, document.photos, width)
    return pen.pages


def _section(pen: Pen, section: Section, width: float) -> None:
    if not pen.has_room(30):
        pen.turn()
    pen.write(section.title, _HEADING_MM, width)
    if section.note:
        pen.write(section.note, _TEXT_MM, width)
    pen.height += 1
    if section.rows:
        _table(pen, section)
    pen.height += 4


def _table(pen: Pen, section: Section) -> None:
    lefts = _lefts(section.columns)
    head = [[column.title] for column in section.columns]
    named = any(column.title for column in section.columns)
    if named:
        pen.write_row(head, lefts, 0, 1)
    for cells, lines in section.rows:
        columns = _broken_row(section.columns, cells, lines)
        count, first = max(map(len, columns)), 0
        while first < count:
            room = int((BOTTOM_MM - pen.height - 1.6) / (TABLE_MM * LEADING))
            if room < min(count - first, 12):
                pen.turn()
                if named:
                    pen.write_row(head, lefts, 0, 1)
                continue
            pen.write_row(columns, lefts, first, min(room, count - first))
            first += room


def _photos(pen: Pen, photos: Sequence[Photo], width: float) -> None:
    if not pen.has_room(PHOTO_MM):
        pen.turn()
    pen.write(_("Photos"), _HEADING_MM, width)
    pen.height += 1
    for first in range(0, len(photos), 2):
        pen.write_photos(photos[first : first + 2], (width - BETWEEN_MM) / 2)


def _lefts(columns: Sequence[Column]) -> list[float]:
    lefts = [float(MARGIN_MM)]
    for column in columns[:-1]:
        lefts.append(lefts[-1] + column.width_mm)
    return lefts


def _broken_row(columns: Sequence[Column], cells: Sequence[str], lines: Sequence[str]) -> list[list[str]]:
    widths = [(column.width_mm - _GAP_MM) / TABLE_MM for column in columns]
    broken_cells = [broken(text, width) for text, width in zip(cells, widths, strict=False)]
    return [*broken_cells, [part for line in lines for part in broken(line, widths[-1])]]
