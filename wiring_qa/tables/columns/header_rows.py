"""Which rows name the columns: one row, or two or three of which the upper ones name groups of columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from wiring_qa.tables.cell_texts.row_words import UNITS
from wiring_qa.tables.columns import synonyms
from wiring_qa.tables.columns.names import guess, names_part_of_end
from wiring_qa.tables.readers.sheets import Sheet

LOOKED_AT = 60
"""Rows at the top among which the header is looked for."""
MOST_ROWS = 3
"""Rows that a header stands in at the most."""
_FOR_EACH_ROW = 0.5
"""What one more row must add to the recognised names."""
_TWO_ENDS = 2
_SHORTEST = 3
_FEWEST_COUNTED = 4
_ENDS = frozenset({"end", "place", "device", "terminal"})


@dataclass(frozen=True, slots=True)
class HeaderRows:
    """The rows of a header, from 1, and the name that each column gets from them."""

    first: int
    last: int
    names: tuple[str, ...]


def find_rows(sheet: Sheet) -> HeaderRows | None:
    """Find the rows whose names say most of a wire; None where none names two ends."""
    best, most = None, 0.0
    for last in range(1, min(LOOKED_AT, len(sheet.rows)) + 1):
        for first in range(last, max(0, last - MOST_ROWS), -1):
            names = names_of(sheet, first, last)
            score = _score(names) - _FOR_EACH_ROW * (last - first)
            if score > most:
                best, most = (first, last), score
    if best is None or most < _TWO_ENDS:
        return None
    first, last = best
    while last < len(sheet.rows) and _gives_units(sheet.rows[last]):
        last += 1
    names = names_of(sheet, first, last)
    while last < len(sheet.rows) and (_names_again(sheet.rows[last]) or _counts_columns(sheet.rows[last])):
        last += 1
    return HeaderRows(first, last, names)


def names_of(sheet: Sheet, first: int, last: int) -> tuple[str, ...]:
    """Return the names that the rows give together; a name above holds for all that it covers."""
    rows = [_padded(sheet.rows[row - 1], sheet.width) for row in range(first, last + 1)]
    for place in range(len(rows) - 2, -1, -1):
        rows[place] = _spread(sheet, first + place, rows[place], rows[place + 1])
    return tuple(" ".join(dict.fromkeys(filter(None, column))) for column in zip(*rows, strict=True))


def _padded(row: Sequence[str], width: int) -> list[str]:
    return [*(cell.strip() for cell in row), *[""] * (width - len(row))]


def _spread(sheet: Sheet, number: int, row: list[str], below: list[str]) -> list[str]:
    """Let a name of a group stand over all its columns: as merged, else up to the next name."""
    spread = list(row)
    merges = [each for each in sheet.merges if each.first[0] <= number <= each.last[0]]
    for merge in merges:
        for place in range(merge.first[1], min(merge.last[1] + 1, len(row))):
            spread[place] = row[merge.first[1]]
    if any(each.first[1] != each.last[1] for each in merges):
        return spread
    for place in range(1, len(row)):
        # only what names a part of an end stands under the name of a group
        if not spread[place] and below[place] and below[place - 1] and not _is_of_wire(below[place]):
            spread[place] = spread[place - 1]
    return spread


def _is_of_wire(name: str) -> bool:
    told = guess(name)
    return told is not None and told.part in synonyms.WIRES and not names_part_of_end(name)


def _score(names: Sequence[str]) -> float:
    """Judge a header: the sum of what is recognised, once a meaning; nothing without two ends."""
    found: dict[tuple[str, str | None], float] = {}
    ends = 0
    for name in names:
        told = guess(name) if name else None
        if told is None:
            continue
        ends += told.part in _ENDS
        key = (told.part, told.side)
        found[key] = max(found.get(key, 0), told.confidence)
    return sum(found.values()) if ends >= _TWO_ENDS else 0


def _names_again(row: Sequence[str]) -> bool:
    """Tell whether a row says the same in another language, or more of what stands in some columns."""
    filled = [cell.strip() for cell in row if cell.strip()]
    return len(filled) >= _TWO_ENDS and all(map(guess, filled)) and not all(map(_is_short, filled))


def _counts_columns(row: Sequence[str]) -> bool:
    """Tell whether a row only numbers the columns: 1, 2, 3, 4 and so on."""
    filled = [cell.strip() for cell in row if cell.strip()]
    return len(filled) >= _FEWEST_COUNTED and filled == [str(number) for number in range(1, len(filled) + 1)]


def _is_short(name: str) -> bool:
    """Tell whether a name may well be what a wire is called, or its terminal: N, PE, L."""
    return len(name) < _SHORTEST


def _gives_units(row: Sequence[str]) -> bool:
    filled = [cell.strip(" ()[]").casefold() for cell in row if cell.strip()]
    return bool(filled) and all(cell in UNITS for cell in filled)
