"""The tables of a Markdown text, which may have several, each under its heading."""

import re
from collections.abc import Iterator, Sequence

from wiring_qa.tables.readers.sheets import Sheet

_RULE = re.compile(r":?-{2,}:?")
_MARKS = "#* _:"
_FEWEST_CELLS = 2

Rows = list[list[str]]


def sheets_of(rows: Rows) -> list[Sheet]:
    """Return the rows as one sheet; those of tables with other columns than the one before as one each."""
    starts = list(_starts(rows))
    if len(starts) < 2:  # noqa: PLR2004  several tables
        return [Sheet("", rows)]
    sheets: list[Sheet] = []
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        # what stands above the first table belongs to its sheet
        part = rows[start if sheets else 0 : end]
        name = next((_heading(row) for row in reversed(rows[: _header(rows, start)]) if _heading(row)), "")
        if not name or name in {each.name for each in sheets}:
            name = f"{name} {len(sheets) + 1}".strip()
        sheets.append(Sheet(name, part))
    return sheets


def _starts(rows: Rows) -> Iterator[int]:
    """Yield where tables of other columns than the one before begin, what stands above included."""
    before: Sequence[str] | None = None
    above = 0
    for place, row in enumerate(rows):
        if place and _is_rule(row) and not _is_rule(rows[place - 1]):
            names = [cell.strip() for cell in rows[place - 1]]
            if names != before:
                yield min(above, place - 1)
            before = names
        if before is not None and len(row) < _FEWEST_CELLS <= len(rows[place - 1]):
            # the first line after a table
            above = place


def _header(rows: Rows, start: int) -> int:
    return next(place - 1 for place in range(start, len(rows)) if _is_rule(rows[place]))


def _is_rule(row: Sequence[str]) -> bool:
    """Tell the line that Markdown draws under the names of the columns."""
    filled = [cell.strip() for cell in row if cell.strip()]
    return len(row) >= _FEWEST_CELLS and bool(filled) and all(map(_RULE.fullmatch, filled))


def _heading(row: Sequence[str]) -> str:
    """Return what a line of text says; nothing of a row of cells."""
    return row[0].strip(_MARKS) if len(row) == 1 else ""
