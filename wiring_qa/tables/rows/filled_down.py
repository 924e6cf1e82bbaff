"""Cells that say nothing of their own: merged with those above, ditto, or left blank under the same end."""

from collections.abc import Mapping, Sequence

from wiring_qa.tables.cell_texts.row_words import DITTO
from wiring_qa.tables.columns.contents import is_device
from wiring_qa.tables.columns.header import Header
from wiring_qa.tables.kinds import Target
from wiring_qa.tables.readers.sheets import Cell, Odd, OddKind, Sheet

_FROM = (Target.FROM_DEVICE, Target.FROM_TERMINAL)


def filled_down(sheet: Sheet, header: Header) -> Sheet:
    """Return the sheet with such cells filled from above; each is named as odd but those that are merged.

    A blank from end counts as the one above only where the row has a to end and no number of its own; a blank
    device before a terminal, as the one that heads the rows above.
    """
    rows = _Rows(sheet, header.last_row)
    for merge in sheet.merges:
        (top, left), (bottom, right) = merge.first, merge.last
        if left == right and bottom > top > header.last_row:
            for row in range(top + 1, bottom + 1):
                rows.take_above(row, left)
    said: dict[Cell, Odd] = {}
    places = header.places
    headed: set[int] = set()
    for row in _rows_to_fill(sheet, header.last_row + 1, places):
        blank = _blank_like_above(rows, row, places)
        if _is_headed(rows, row, places, headed):
            headed.add(row)
            blank.append(places[Target.FROM_DEVICE])
        for place in blank:
            if text := rows.take_above(row, place):
                said[row, place] = Odd(OddKind.ABOVE, text)
    return sheet.changed(rows.rows, rows.filled, {**sheet.odd, **said}) if rows.filled else sheet


def _rows_to_fill(sheet: Sheet, start: int, places: Mapping[Target, int]) -> list[int]:
    """Return the rows from the second on that lack an end or hold a ditto mark: few, if any."""
    ends = {places[target] for target in (Target.FROM_DEVICE, Target.TO_DEVICE) if target in places}
    found: set[int] = set()
    for place, column in enumerate(sheet.columns):
        stops = DITTO | {""} if place in ends else DITTO
        found.update(place + 1 for place in column.holding(stops.__contains__, start))
    if any(place >= len(sheet.columns) for place in ends):
        found.update(range(start + 1, len(sheet.rows) + 1))
    return sorted(found)


class _Rows:
    """The rows of a sheet, copied only where they change."""

    def __init__(self, sheet: Sheet, last: int) -> None:
        self.rows: Sequence[Sequence[str]] = sheet.rows
        self.filled: dict[Cell, str] = {}
        self._changed: list[Sequence[str]] | None = None
        self._last = last

    def text(self, row: int, place: int) -> str:
        """Return what stands in a cell."""
        cells = self.rows[row - 1] if row <= len(self.rows) else ()
        return cells[place].strip() if place < len(cells) else ""

    def take_above(self, row: int, place: int) -> str:
        """Fill a cell from the one above; return what it holds now."""
        text = self.text(row - 1, place) if row - 1 > self._last else ""
        if text and row <= len(self.rows):
            cells = [*self.rows[row - 1], *[""] * (place + 1 - len(self.rows[row - 1]))]
            cells[place] = text
            if self._changed is None:
                self.rows = self._changed = list(self.rows)
            self._changed[row - 1] = cells
            self.filled[row, place] = text
        return text


def _is_headed(rows: _Rows, row: int, by_target: Mapping[Target, int], headed: set[int]) -> bool:
    """Tell whether the device of a row stands in a row of its own above it and others like it."""
    device, terminal, other = (by_target.get(each) for each in (*_FROM, Target.TO_DEVICE))
    if device is None or terminal is None or other is None or rows.text(row, device):
        return False
    if not rows.text(row, terminal) or not rows.text(row, other):
        return False
    above = [cell for cell in rows.rows[row - 2] if cell.strip()]
    return row - 1 in headed or (len(above) == 1 and is_device([rows.text(row - 1, device)]))


def _blank_like_above(rows: _Rows, row: int, by_target: Mapping[Target, int]) -> list[int]:
    cells = rows.rows[row - 1]
    places = [] if DITTO.isdisjoint(cells) else [place for place, cell in enumerate(cells) if cell in DITTO]
    number, to_device = by_target.get(Target.NUMBER), by_target.get(Target.TO_DEVICE)
    starts = [by_target[target] for target in _FROM if target in by_target]
    if to_device is None or not rows.text(row, to_device) or any(rows.text(row, place) for place in starts):
        return places
    ends = {*starts, to_device}
    is_lone = sum(bool(cell.strip()) for cell in cells) < len(ends)
    if (number is not None and rows.text(row, number)) or is_lone or not rows.text(row - 1, to_device):
        return places
    return [*places, *dict.fromkeys(starts)]
