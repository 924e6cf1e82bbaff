"""A column that holds both ends of every wire, as `K1:13 / X2:5`, parted into a column for each end."""

import re
from collections.abc import Sequence
from dataclasses import replace

from wiring_qa.tables.columns.contents import ENOUGH, separator_of, share
from wiring_qa.tables.columns.header_rows import LOOKED_AT
from wiring_qa.tables.readers.sheets import Sheet

_FEWEST = 2
_SAMPLED = 200
_LONGEST = 200
_BETWEEN = re.compile(
    r"\s*(?:<?-+>|→|⟶|<?=+>|⇒|↔|⇔|—|–|~|至|到|;)\s*|\s+(?:-|/|to|nach|vers|a)\s+|(?<=[\w+\-])\s*[/,]\s*(?=[=+\-\w])",
    re.IGNORECASE,
)
"""What stands between the two ends."""


def ends_apart(sheet: Sheet) -> Sheet:
    """Return the sheet with two more columns where one of its columns holds both ends; else as it is."""
    place = next((place for place in range(sheet.width) if _holds_both(_cells(sheet, place))), None)
    if place is None:
        return sheet
    names = _row_of_names(sheet, place)
    return replace(
        sheet, rows=[_with_ends(sheet, row, place, names) for row in range(1, len(sheet.rows) + 1)]
    )


def _cells(sheet: Sheet, place: int) -> list[str]:
    cells = [row[place].strip() for row in sheet.rows[: LOOKED_AT + _SAMPLED] if place < len(row)]
    first = next((at for at, cell in enumerate(cells) if _ends(cell)), len(cells))
    return [cell for cell in cells[first:] if cell]


def _holds_both(cells: Sequence[str]) -> bool:
    return len(cells) >= _FEWEST and share(cells, _ends) >= ENOUGH


def _ends(cell: str) -> tuple[str, str] | None:
    """Part a cell where that gives two ends, each with its terminal."""
    for match in _BETWEEN.finditer(cell) if len(cell) <= _LONGEST else ():
        one, other = cell[: match.start()].strip(), cell[match.end() :].strip()
        if separator_of([one]) and separator_of([one]) == separator_of([other]):
            return one, other
    return None


def _parted(cell: str) -> tuple[str, str]:
    """Part a cell of a column that holds both ends, whether or not each has its terminal."""
    if found := _ends(cell):
        return found
    pieces = _BETWEEN.split(cell) if len(cell) <= _LONGEST else ()
    return (pieces[0].strip(), pieces[1].strip()) if len(pieces) == 2 else ("", "")  # noqa: PLR2004  two ends


def _row_of_names(sheet: Sheet, place: int) -> int:
    """Return the row above the first with both ends, in which the column is named; 0 where none is."""
    filled = [row for row, cells in enumerate(sheet.rows, 1) if place < len(cells) and cells[place].strip()]
    first = next(at for at, row in enumerate(filled) if _ends(sheet.rows[row - 1][place].strip()))
    return filled[first - 1] if first else 0


def _with_ends(sheet: Sheet, row: int, place: int, names: int) -> list[str]:
    cells = list(sheet.rows[row - 1])
    text = cells[place].strip() if place < len(cells) else ""
    added = (f"{text} 1", f"{text} 2") if row == names else _parted(text)
    return [*cells, *[""] * (sheet.width - len(cells)), *added] if any(added) else cells
