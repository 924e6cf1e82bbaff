"""Finds a sheet's header and what each column means: by its name, its place, and what its cells hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from wiring_qa.tables.columns.contents import SURE_SEPARATOR, belied, cells_of, counts_awg, separator_of
from wiring_qa.tables.columns.ends import fields_of
from wiring_qa.tables.columns.header_rows import LOOKED_AT, HeaderRows, find_rows, names_of
from wiring_qa.tables.columns.mapping import mapped
from wiring_qa.tables.columns.names import guess, normal
from wiring_qa.tables.columns.unnamed import data_begins, told_by_contents
from wiring_qa.tables.kinds import PAIRS, Target
from wiring_qa.tables.previews import Column
from wiring_qa.tables.readers.sheets import Sheet
from wiring_qa.tables.settled import NO_HEADER
from wiring_qa.tables.words import Code, unreadable

BELIED = 0.4
"""The most confidence in a name that the cells belie."""
SEPARATED = 0.7
"""The most confidence in an end whose terminal stands after another sign than the colon."""


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

    @property
    def has_ends(self) -> bool:
        """Whether it is known where both ends of the wires stand."""
        return bool(self.column_of(Target.FROM_DEVICE) and self.column_of(Target.TO_DEVICE))

    @property
    def places(self) -> dict[Target, int]:
        """The place of each field's column, from 0."""
        return {target: column.index for column in self.columns for target in column.targets}

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
        return _chosen(sheet, chosen, mapping)
    found = _naming(sheet, mapping or {}) or find_rows(sheet)
    if found is not None:
        return _header(sheet, found, mapping)
    begins = data_begins(sheet)
    header = _header(sheet, begins or HeaderRows(0, 0, _no_names(sheet)), mapping)
    return header if begins or mapping else None


def _naming(sheet: Sheet, mapping: Mapping[str, str]) -> HeaderRows | None:
    """Find the first row in which every column stands that a person named."""
    wanted = {name for name in mapping.values() if name}
    for row in range(1, min(LOOKED_AT, len(sheet.rows)) + 1 if wanted else 0):
        names = names_of(sheet, row, row)
        if wanted <= set(unique_names(names)) and wanted & set(names):
            return HeaderRows(row, row, names)
    return None


def _chosen(sheet: Sheet, row: int, mapping: Mapping[str, str] | None) -> Header:
    if row > len(sheet.rows) or row < NO_HEADER:
        raise unreadable(Code.UNKNOWN_ROW, row=row, rows=len(sheet.rows))
    if row == NO_HEADER:
        return _header(sheet, HeaderRows(0, 0, _no_names(sheet)), mapping)
    found = find_rows(sheet)
    first = found.first if found is not None and found.last == row else row
    return _header(sheet, HeaderRows(first, row, names_of(sheet, first, row)), mapping)


def _no_names(sheet: Sheet) -> tuple[str, ...]:
    return ("",) * sheet.width


def _header(sheet: Sheet, found: HeaderRows, mapping: Mapping[str, str] | None) -> Header:
    guesses = {place: told for place, name in enumerate(found.names) if name and (told := guess(name))}
    fields = fields_of(guesses, sheet, found.last)
    fields = {**told_by_contents(sheet, found, guesses, fields), **fields}
    headers = unique_names(found.names)
    columns = tuple(
        Column(place, header, *fields.get(place, ((), 0.0))) for place, header in enumerate(headers)
    )
    judged = tuple(_judged(sheet, found.last, column) for column in columns)
    return Header(
        found.first,
        found.last,
        tuple(_settled(sheet, found.last, each) for each in mapped(judged, mapping)),
    )


def _judged(sheet: Sheet, last: int, column: Column) -> Column:
    """Hold what the name says against what the cells say."""
    cells = cells_of(sheet, column.index, last)
    unit = normal(column.header)[1]
    if any(belied(target, cells, unit) for target in column.targets):
        return replace(column, confidence=min(column.confidence, BELIED))
    if column.targets in _WHOLE and separator_of(cells) not in {None, SURE_SEPARATOR}:
        return replace(column, confidence=min(column.confidence, SEPARATED))
    return column


def _settled(sheet: Sheet, last: int, column: Column) -> Column:
    """Tell by the cells how a column writes what it holds."""
    if Target.CROSS_SECTION in column.targets:
        return replace(column, is_awg=counts_awg(column.header, cells_of(sheet, column.index, last)))
    if column.targets not in _WHOLE:
        return column
    separator = separator_of(cells_of(sheet, column.index, last))
    return replace(column, separator=separator or SURE_SEPARATOR)


def unique_names(names: Sequence[str]) -> list[str]:
    """Return the columns' headers: each named once, those without a name by their letters."""
    seen: dict[str, int] = {}
    found = []
    for place, name in enumerate(names):
        plain = " ".join(name.split()) or _letters(place)
        seen[plain] = seen.get(plain, 0) + 1
        found.append(plain if seen[plain] == 1 else f"{plain} ({seen[plain]})")
    return found


def is_letters(place: int, header: str) -> bool:
    """Tell whether a header is only the letter that a column without a name is called by."""
    return header == _letters(place)


def _letters(place: int) -> str:
    text, rest = "", place + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        text = chr(65 + digit) + text
    return text


_WHOLE = (PAIRS["from"], PAIRS["to"])
