"""What labels are printed on: ready-cut A4 sheets and continuous tapes. Lengths are in millimetres."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l

A4_MM = (210.0, 297.0)
_TEXT_ON_TAPE = 45.0


@dataclass(frozen=True)
class Sheet:
    """How labels lie on an A4 sheet: columns and rows, where the first begins, and from one to the next."""

    columns: int
    rows: int
    left_mm: float
    top_mm: float
    across_mm: float
    down_mm: float


@dataclass(frozen=True)
class Media:
    """A label's size, width before height, on a sheet or on a tape.

    ``printable_mm`` is the height that the printer reaches, for tapes less than their width.
    """

    key: str
    label_mm: tuple[float, float]
    printable_mm: float
    sheet: Sheet | None = None

    @property
    def a_page(self) -> int:
        """How many labels are on a page; a tape is cut after each."""
        return self.sheet.columns * self.sheet.rows if self.sheet else 1

    @property
    def page_mm(self) -> tuple[float, float]:
        """The size of a page."""
        return A4_MM if self.sheet else self.label_mm

    @property
    def name(self) -> Any:
        """What it is called in the reader's language."""
        width, height = self.label_mm
        if self.sheet is None:
            return _l("Tape %(width)g mm", width=height)
        return _l("A4, %(count)s of %(width)g × %(height)g mm", count=self.a_page, width=width, height=height)


def _sheet(key: str, size: tuple[float, float], columns: int, rows: int, *rest: float) -> Media:
    left, top, across, down = rest
    return Media(key, size, size[1], Sheet(columns, rows, left, top, across, down))


def _tape(width: float, printable: float) -> Media:
    return Media(f"tape-{width:g}", (width + _TEXT_ON_TAPE, width), printable)


MEDIA: Mapping[str, Media] = {
    each.key: each
    for each in (
        _sheet("a4-24", (70.0, 37.0), 3, 8, 0.0, 0.5, 70.0, 37.0),
        _sheet("a4-21", (63.5, 38.1), 3, 7, 7.2, 15.15, 66.04, 38.1),
        _sheet("a4-14", (99.1, 38.1), 2, 7, 4.65, 15.15, 101.6, 38.1),
        _sheet("a4-8", (99.1, 67.7), 2, 4, 4.65, 13.1, 101.6, 67.7),
        _sheet("a4-40", (48.5, 25.4), 4, 10, 8.0, 21.5, 48.5, 25.4),
        _sheet("a4-65", (38.1, 21.2), 5, 13, 4.75, 10.7, 40.6, 21.2),
        _tape(12.0, 9.9),
        _tape(18.0, 15.8),
        _tape(24.0, 18.1),
        _tape(29.0, 25.9),
        _tape(36.0, 32.0),
        _tape(62.0, 58.9),
    )
}
"""The common ones. Sheets: Avery 3474, L7160, L7163, L7165, 3657 and L7651 by their maker's templates.

Tapes: widths and printable heights of Brother's TZe (12 to 36 mm) and DK (29 and 62 mm) rolls by the raster
command references of their printers.
"""
USUAL = MEDIA["a4-24"]
