"""Tables that stand below each other on one sheet, each under names of its own, read in the first's order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from wiring_qa.tables.columns.contents import SURE_SEPARATOR, is_device, share
from wiring_qa.tables.columns.header import Header, find_header, is_letters
from wiring_qa.tables.columns.names import guess, normal
from wiring_qa.tables.kinds import PAIRS, Target
from wiring_qa.tables.previews import Column
from wiring_qa.tables.readers.sheets import Sheet

_FEWEST = 3
"""Names that begin a further table at the least."""
_MOST = 0.8
"""The share of a row's cells that must be names."""
_MOST_TABLES = 100
_WHOLE = (PAIRS["from"], PAIRS["to"])


def in_one_order(sheet: Sheet, found: Header) -> Sheet:
    """Return the sheet with the rows of further tables in the order of the first; else as it is.

    What the first table has no column for is kept in further columns beside it. The header that was found
    is the one that says most, be it of a further table.
    """
    header = _above(sheet, found) or found
    tables = list(_further(sheet, header))
    if not tables:
        return sheet
    rows: list[Sequence[str]] = list(sheet.rows)
    names = _padded(rows[header.last_row - 1], sheet.width)
    ends = [*(first for first, _further in tables[1:]), len(rows) + 1]
    for (first, further), end in zip(tables, ends, strict=True):
        region = range(first + further.last_row, end)
        added = [each for each in further.columns if _is_new(each, header, [rows[row - 1] for row in region])]
        order = _Order(header, further, {each.index: len(names) + at for at, each in enumerate(added)})
        for row in range(first, first + further.last_row):
            rows[row - 1] = names[: sheet.width]
        for row in region:
            rows[row - 1] = order.of(rows[row - 1])
        names += ["" if is_letters(each.index, each.header) else each.header for each in added]
    rows[header.last_row - 1] = names
    moved = tables[0][0]
    odd = {cell: each for cell, each in sheet.odd.items() if cell[0] < moved}
    return replace(sheet, rows=rows, odd=odd, merges=[each for each in sheet.merges if each.last[0] < moved])


def _above(sheet: Sheet, found: Header) -> Header | None:
    """Return the header of a table above, if wires stand under it: devices at both ends."""
    above = find_header(replace(sheet, rows=sheet.rows[: max(0, found.first_row - 1)], odd={}, merges=()))
    if above is None or above.is_none or not above.has_ends:
        return None
    ends = [above.column_of(target) for target in (Target.FROM_DEVICE, Target.TO_DEVICE)]
    for cells in sheet.rows[above.last_row : found.first_row - 1]:
        texts = [(column, _cell(cells, column.index)) for column in ends if column is not None]
        if all(is_device([_apart(column, text)[column.targets[0]]]) for column, text in texts):
            return find_header(sheet, chosen=above.last_row)
    return None


def _further(sheet: Sheet, header: Header) -> Iterator[tuple[int, Header]]:
    """Find the rows in which a table of another order begins, from 1, each with its header."""
    column = header.column_of(Target.FROM_DEVICE)
    if column is None or header.is_none or not header.has_ends:
        return
    below = sheet.columns[column.index][header.last_row :]
    own = {each.header for each in header.columns}
    names = {text for text in below.different if _may_name(text.strip(), own)}
    found = below.holding(names.__contains__) if names else ()
    for row in [header.last_row + 1 + place for place in islice(found, _MOST_TABLES)]:
        if not _are_names(sheet.rows[row - 1]):
            continue
        further = find_header(replace(sheet, rows=sheet.rows[row - 1 :], odd={}, merges=()))
        if further is None or not further.has_ends or further.first_row != 1:
            continue
        if further.places != header.places:
            yield row, further


def _may_name(text: str, own: set[str]) -> bool:
    """Few designations of devices have no figure, and few names of columns have one."""
    return text in own or (bool(text) and not any(map(str.isdigit, text)) and guess(text) is not None)


def _are_names(cells: Sequence[str]) -> bool:
    filled = [cell.strip() for cell in cells if cell.strip()]
    return len(filled) >= _FEWEST and share(filled, guess) >= _MOST


def _is_new(column: Column, header: Header, rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether a column of a further table holds what the first has no column for."""
    if column.targets and header.places.keys() >= set(column.targets):
        return False
    if not column.targets and any(each.header == column.header for each in header.columns):
        return False
    return any(_cell(cells, column.index) for cells in rows)


class _Order:
    """Puts the rows of a further table into the order of the first."""

    def __init__(self, header: Header, further: Header, added: Mapping[int, int]) -> None:
        """Take both headers, and the places of the columns that the first does not have."""
        self._first, self._further, self._added = header, further, added
        self._width = max([len(header.columns), *(place + 1 for place in added.values())])

    def of(self, cells: Sequence[str]) -> list[str]:
        """Return a row in the order of the first table."""
        told: dict[Target, str] = {}
        others: dict[str, str] = {}
        found = [""] * self._width
        for column in self._further.columns:
            text = _cell(cells, column.index)
            if column.index in self._added:
                found[self._added[column.index]] = text
            elif column.targets in _WHOLE:
                told |= _apart(column, text)
            elif column.targets:
                told |= dict.fromkeys(column.targets, self._with_unit(column, text))
            else:
                others[column.header] = text
        for column in self._first.columns:
            if column.targets in _WHOLE:
                found[column.index] = _together(column, *(told.get(each, "") for each in column.targets))
            elif column.targets:
                found[column.index] = told.get(column.targets[0], "")
            else:
                found[column.index] = others.get(column.header, "")
        return found

    def _with_unit(self, column: Column, text: str) -> str:
        """Say the unit at a bare number where the columns of both tables count in different ones."""
        first = self._first.column_of(column.targets[0])
        if first is None or not text.replace(",", ".").replace(".", "", 1).isdigit():
            return text
        if column.is_awg is not first.is_awg:
            return f"AWG {text}" if column.is_awg else f"{text} mm²"
        unit = normal(column.header)[1] or "mm"
        is_other = Target.LENGTH in column.targets and unit != (normal(first.header)[1] or "mm")
        return f"{text} {unit}" if is_other else text


def _apart(column: Column, text: str) -> dict[Target, str]:
    if len(column.targets) == 1:
        return {column.targets[0]: text}
    device, terminal = column.targets
    before, sign, after = text.rpartition(column.separator or SURE_SEPARATOR)
    return {device: before, terminal: after} if sign else {device: text}


def _together(column: Column, device: str, terminal: str) -> str:
    return f"{device}{column.separator or SURE_SEPARATOR}{terminal}" if device and terminal else device


def _padded(cells: Sequence[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))]


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place].strip() if place < len(cells) else ""
