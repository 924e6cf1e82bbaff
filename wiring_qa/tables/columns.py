"""Finds a sheet's header and what each column means: by its name, its place, and what its cells hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wiring_qa.tables.ends import fields_of, holds_designations
from wiring_qa.tables.headers import guess
from wiring_qa.tables.kinds import PAIRS, Target
from wiring_qa.tables.mapping import mapped
from wiring_qa.tables.readers.sheets import Sheet
from wiring_qa.tables.settled import NO_HEADER
from wiring_qa.tables.wires import Column
from wiring_qa.tables.words import Code, unreadable

LOOKED_AT = 60
"""Rows at the top among which the header is looked for."""


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands (rows from 1, none for a table without one) and what the columns mean."""

    first_row: int
    last_row: int
    columns: tuple[Column, ...]

    @property
    def is_none(self) -> bool:
        """Whether the table begins without a header."""
        return self.last_row == 0

    def column_of(self, target: Target) -> Column | None:
        """Return the column that fills a field."""
        return next((column for column in self.columns if target in column.targets), None)


def find_header(
    sheet: Sheet, mapping: Mapping[str, str] | None = None, chosen: int | None = None
) -> Header | None:
    """Find the header of a sheet; None where it holds no wiring table.

    ``mapping`` gives fields their column by its header, and goes before every guess; so does ``chosen``,
    a row that names the columns whatever stands in it.
    """
    if chosen is not None:
        return _header_in(sheet, chosen, mapping)
    best: tuple[float, int, int, list[str]] | None = None
    for row in range(1, min(LOOKED_AT, len(sheet.rows)) + 1):
        for first in (row, row - 1):
            if first < 1:
                continue
            names = _names(sheet, first, row)
            score = _score(names) - 0.5 * (row - first)
            if best is None or score > best[0]:
                best = (score, first, row, names)
    if best is not None and best[0] >= 2:  # noqa: PLR2004  two ends at the least
        return _header(sheet, best[1], best[2], best[3], mapping)
    return _without_header(sheet, mapping)


def _header_in(sheet: Sheet, row: int, mapping: Mapping[str, str] | None) -> Header:
    if row > len(sheet.rows) or row < NO_HEADER:
        raise unreadable(Code.UNKNOWN_ROW, row=row, rows=len(sheet.rows))
    if row == NO_HEADER:
        return _by_letters(sheet, mapping)
    return _header(sheet, row, row, _names(sheet, row, row), mapping)


def _names(sheet: Sheet, first: int, last: int) -> list[str]:
    """Return the column names that one row or two rows give; a merged cell names all it covers."""
    width = max(map(len, sheet.rows), default=0)
    low = _padded(sheet.rows[last - 1], width)
    if first == last:
        return low
    high = _padded(sheet.rows[first - 1], width)
    for merge in sheet.merges:
        if merge.first[0] <= first <= merge.last[0]:
            for column in range(merge.first[1], min(merge.last[1], width - 1) + 1):
                high[column] = high[merge.first[1]]
    return [
        f"{above} {below}".strip() if above != below else below
        for above, below in zip(high, low, strict=True)
    ]


def _padded(row: Sequence[str], width: int) -> list[str]:
    return [*row, *[""] * (width - len(row))]


def _score(names: Sequence[str]) -> float:
    """Judge a header: the sum of what is recognised, once a meaning; nothing without two ends."""
    found: dict[tuple[str, str | None], float] = {}
    ends = 0
    for name in names:
        told = guess(name) if name else None
        if told is None:
            continue
        ends += told.part in {"end", "device", "terminal"}
        key = (told.part, told.side)
        found[key] = max(found.get(key, 0), told.confidence)
    return sum(found.values()) if ends >= 2 else 0  # noqa: PLR2004  two ends


def _header(
    sheet: Sheet, first: int, last: int, names: Sequence[str], mapping: Mapping[str, str] | None
) -> Header:
    guesses = {place: told for place, name in enumerate(names) if name and (told := guess(name))}
    fields = fields_of(guesses, sheet, last)
    headers = _unique(names)
    columns = tuple(
        Column(place, header, fields.get(place, ((), 0.0))[0], fields.get(place, ((), 0.0))[1])
        for place, header in enumerate(headers)
    )
    return Header(first, last, mapped(columns, mapping))


def _unique(names: Sequence[str]) -> list[str]:
    seen: dict[str, int] = {}
    found = []
    for place, name in enumerate(names):
        plain = " ".join(name.split()) or _letters(place)
        seen[plain] = seen.get(plain, 0) + 1
        found.append(plain if seen[plain] == 1 else f"{plain} ({seen[plain]})")
    return found


def _letters(place: int) -> str:
    text, rest = "", place + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        text = chr(65 + digit) + text
    return text


def _without_header(sheet: Sheet, mapping: Mapping[str, str] | None) -> Header | None:
    """Take a table that begins at once, if it shows two ends or a person says where they are."""
    header = _by_letters(sheet, mapping)
    shows_ends = header.column_of(Target.FROM_DEVICE) and header.column_of(Target.TO_DEVICE)
    return header if shows_ends or mapping else None


def _by_letters(sheet: Sheet, mapping: Mapping[str, str] | None) -> Header:
    """Take the first two columns that hold designations with terminals as the ends."""
    width = max(map(len, sheet.rows), default=0)
    ends = [place for place in range(width) if holds_designations(sheet, place, 0)]
    sides = dict(zip(ends, (PAIRS["from"], PAIRS["to"]), strict=False))
    columns = tuple(
        Column(place, _letters(place), sides.get(place, ()), 0.5 if place in sides else 0.0)
        for place in range(width)
    )
    return Header(0, 0, mapped(columns, mapping))
