"""Writes down the pages of a document: lines broken to their width, a new page where there is no room."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from wiring_qa.documents.document import Photo
from wiring_qa.labels.media import A4_MM
from wiring_qa.labels.typeface import face, printable

MARGIN_MM = 14
BOTTOM_MM = A4_MM[1] - 15
TABLE_MM = 2.7
"""The size of a table's letters."""
LEADING = 1.35
PHOTO_MM, BETWEEN_MM = 90, 6
"""The tallest photo, and the room between two."""


@dataclass(frozen=True)
class Text:
    """One line of text; heights run from the top of the page."""

    left_mm: float
    baseline_mm: float
    size_mm: float
    words: str


@dataclass(frozen=True)
class Placed:
    """A picture in JPEG; its top runs from the top of the page."""

    left_mm: float
    top_mm: float
    width_mm: float
    height_mm: float
    content: bytes


@dataclass
class Page:
    """What is drawn on one page."""

    texts: list[Text] = field(default_factory=list)
    pictures: list[Placed] = field(default_factory=list)
    rules_mm: list[float] = field(default_factory=list)


class Pen:
    """Writes down the page, and goes on to the next where there is no room."""

    def __init__(self) -> None:
        self.pages = [Page()]
        self.height = float(MARGIN_MM)

    def has_room(self, height_mm: float) -> bool:
        """Tell whether there is room for a height on the page."""
        return self.height + height_mm <= BOTTOM_MM

    def turn(self) -> None:
        """Go on to a new page."""
        self.pages.append(Page())
        self.height = MARGIN_MM

    def write(self, words: str, size_mm: float, width_mm: float) -> None:
        """Write words in lines of a width."""
        for line in broken(words, width_mm / size_mm):
            if not self.has_room(size_mm * LEADING):
                self.turn()
            self._put(MARGIN_MM, line, size_mm, self.height)
            self.height += size_mm * LEADING

    def write_row(
        self, columns: Sequence[Sequence[str]], lefts: Sequence[float], first: int, count: int
    ) -> None:
        """Write some of the lines of a table's row, and rule it off."""
        for left, lines in zip(lefts, columns, strict=True):
            for number, line in enumerate(lines[first : first + count]):
                self._put(left, line, TABLE_MM, self.height + number * TABLE_MM * LEADING)
        self.height += count * TABLE_MM * LEADING + 0.8
        self.pages[-1].rules_mm.append(self.height)
        self.height += 0.8

    def write_photos(self, photos: Sequence[Photo], side_mm: float) -> None:
        """Place photos beside each other with their captions."""
        sizes = [_fitted(photo, side_mm) for photo in photos]
        captions = [broken(photo.caption, side_mm / TABLE_MM) for photo in photos]
        tallest = max(height for _width, height in sizes)
        height = tallest + max(map(len, captions)) * TABLE_MM * LEADING + 4
        if not self.has_room(height):
            self.turn()
        left = float(MARGIN_MM)
        for photo, (wide, tall), lines in zip(photos, sizes, captions, strict=True):
            if photo.content:
                self.pages[-1].pictures.append(Placed(left, self.height, wide, tall, photo.content))
            for number, line in enumerate(lines):
                self._put(left, line, TABLE_MM, self.height + tall + 1 + number * TABLE_MM * LEADING)
            left += side_mm + BETWEEN_MM
        self.height += height

    def _put(self, left: float, words: str, size_mm: float, top: float) -> None:
        if words:
            self.pages[-1].texts.append(Text(left, top + size_mm, size_mm, words))


def _fitted(photo: Photo, side_mm: float) -> tuple[float, float]:
    """Return the width and height of a photo in its place, in mm."""
    if not photo.content:
        return side_mm, 0.0
    scale = min(side_mm / photo.width, PHOTO_MM / photo.height)
    return photo.width * scale, photo.height * scale


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
