"""Lays a document out on A4 pages: lines broken to their columns, rows kept whole, headings repeated."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from wiring_qa.documents.document import Column, Document, Section
from wiring_qa.labels.media import A4_MM
from wiring_qa.labels.typeface import face, printable

MARGIN_MM = 14
BOTTOM_MM = A4_MM[1] - 15
_TITLE_MM, _HEADING_MM, _TEXT_MM, _TABLE_MM = 6.5, 4.5, 3.2, 2.7
_LEADING = 1.35
_GAP_MM = 1.6
"""Between two columns."""
_CODE_ROOM_MM = 6
"""Kept light beside the code: more than its four modules of quiet zone."""


@dataclass(frozen=True)
class Text:
    """One line of text; heights run from the top of the page."""

    left_mm: float
    baseline_mm: float
    size_mm: float
    words: str


@dataclass
class Page:
    """What is drawn on one page."""

    texts: list[Text] = field(default_factory=list)
    rules_mm: list[float] = field(default_factory=list)


class _Pen:
    """Writes down the page, and goes on to the next where there is no room."""

    def __init__(self) -> None:
        self.pages = [Page()]
        self.height = float(MARGIN_MM)

    def has_room(self, height_mm: float) -> bool:
        return self.height + height_mm <= BOTTOM_MM

    def turn(self) -> None:
        self.pages.append(Page())
        self.height = MARGIN_MM

    def write(self, words: str, size_mm: float, width_mm: float) -> None:
        for line in broken(words, width_mm / size_mm):
            if not self.has_room(size_mm * _LEADING):
                self.turn()
            self._put(MARGIN_MM, line, size_mm, self.height)
            self.height += size_mm * _LEADING

    def write_row(
        self, columns: Sequence[Sequence[str]], lefts: Sequence[float], first: int, count: int
    ) -> None:
        for left, lines in zip(lefts, columns, strict=True):
            for number, line in enumerate(lines[first : first + count]):
                self._put(left, line, _TABLE_MM, self.height + number * _TABLE_MM * _LEADING)
        self.height += count * _TABLE_MM * _LEADING + 0.8
        self.pages[-1].rules_mm.append(self.height)
        self.height += 0.8

    def _put(self, left: float, words: str, size_mm: float, top: float) -> None:
        if words:
            self.pages[-1].texts.append(Text(left, top + size_mm, size_mm, words))


def paginated(document: Document, code_mm: float) -> list[Page]:
    """Return the pages of a document; the first leaves room for the code at its upper right."""
    pen = _Pen()
    width = A4_MM[0] - 2 * MARGIN_MM
    beside = width - code_mm - _CODE_ROOM_MM
    pen.write(document.title, _TITLE_MM, beside)
    pen.write(document.subtitle, _HEADING_MM, beside)
    for line in [*document.lines, document.seal]:
        pen.write(line, _TEXT_MM, beside)
    pen.height = max(pen.height, MARGIN_MM + code_mm) + _CODE_ROOM_MM
    for section in document.sections:
        _section(pen, section, width)
    return pen.pages


def _section(pen: _Pen, section: Section, width: float) -> None:
    if not pen.has_room(30):
        pen.turn()
    pen.write(section.title, _HEADING_MM, width)
    if section.note:
        pen.write(section.note, _TEXT_MM, width)
    pen.height += 1
    if section.rows:
        _table(pen, section)
    pen.height += 4


def _table(pen: _Pen, section: Section) -> None:
    lefts = _lefts(section.columns)
    head = [[column.title] for column in section.columns]
    named = any(column.title for column in section.columns)
    if named:
        pen.write_row(head, lefts, 0, 1)
    for cells, lines in section.rows:
        columns = _broken_row(section.columns, cells, lines)
        count, first = max(map(len, columns)), 0
        while first < count:
            room = int((BOTTOM_MM - pen.height - 1.6) / (_TABLE_MM * _LEADING))
            if room < min(count - first, 12):
                pen.turn()
                if named:
                    pen.write_row(head, lefts, 0, 1)
                continue
            pen.write_row(columns, lefts, first, min(room, count - first))
            first += room


def _lefts(columns: Sequence[Column]) -> list[float]:
    lefts = [float(MARGIN_MM)]
    for column in columns[:-1]:
        lefts.append(lefts[-1] + column.width_mm)
    return lefts


def _broken_row(columns: Sequence[Column], cells: Sequence[str], lines: Sequence[str]) -> list[list[str]]:
    widths = [(column.width_mm - _GAP_MM) / _TABLE_MM for column in columns]
    broken_cells = [broken(text, width) for text, width in zip(cells, widths, strict=False)]
    return [*broken_cells, [part for line in lines for part in broken(line, widths[-1])]]


def broken(text: str, width: float) -> list[str]:
    """Break a text into printable lines of at most a width in em: at spaces, by hanzi, else where full."""
    lines, start, gap, run = [], 0, 0, 0.0
    words = printable(text)
    for place, character in enumerate(words):
        run += _advance(character)
        if run > width and place > start:
            end = gap if gap > start else place
            lines.append(words[start:end].rstrip())
            start = end
            run = sum(map(_advance, words[start : place + 1]))
        if character == " " or not character.isascii():
            gap = place + 1
    return [*lines, words[start:].strip()]


@cache
def _advance(character: str) -> float:
    """How wide a character runs, in em; measuring each once makes a long document ten times quicker."""
    return float(face().stringWidth(character, 1))
