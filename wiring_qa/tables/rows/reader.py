"""One source row at a time: a wire, or what else the row is."""

import re
from collections.abc import Sequence

from wiring_qa.tables.cell_texts.row_words import SIGNED, SUBTOTAL, is_line
from wiring_qa.tables.columns.header import Header
from wiring_qa.tables.kinds import Level, RowKind, Target
from wiring_qa.tables.previews import Problem
from wiring_qa.tables.readers.sheets import Sheet
from wiring_qa.tables.rows.cells import CellReader
from wiring_qa.tables.wires import ParsedWire
from wiring_qa.tables.words import Code, Message, say

_FEW = 2
"""A row with so few cells may be a heading or a note."""
_MOST_SIGNED = 8
"""Cells of a line that signs or dates a page."""
_ALIKE = 0.8
_PAGE = re.compile(r"(?:page|seite|blatt|第)\s*\d+.*", re.IGNORECASE)
_ENDS = (Target.FROM_DEVICE, Target.FROM_TERMINAL, Target.TO_DEVICE, Target.TO_TERMINAL)


class RowReader:
    """Reads the rows of a sheet under its header."""

    def __init__(self, sheet: Sheet, header: Header) -> None:
        self._sheet = sheet
        self._header = header
        self.cells = CellReader(sheet, header)
        self._names = [
            [" ".join(cell.split()) for cell in sheet.rows[each - 1]]
            for each in range(max(1, header.first_row), header.last_row + 1)
        ]
        self.every_name = {name for names in self._names for name in names if name}
        """The names of the columns, as they stand in the rows of the header."""
        self._end_places = {
            column.index for column in header.columns if any(target in _ENDS for target in column.targets)
        }

    def read(self, row: int) -> tuple[ParsedWire | None, list[Problem]]:
        """Return a row's wire, if it is one, and what is to be said of it."""
        cells = self._sheet.rows[row - 1]
        filled = [cell.strip() for cell in cells if cell.strip()]
        if not filled:
            return None, [_named(row, RowKind.BLANK, say(Code.BLANK_ROW))]
        if row < self._header.first_row:
            return None, [_named(row, RowKind.TITLE, say(Code.TITLE_ROW))]
        if row <= self._header.last_row:
            return None, [_named(row, RowKind.HEADER, say(Code.HEADER_ROW))]
        if (other := self._other(row, cells, filled)) is not None:
            return None, [other]
        return self.cells.wire(row)

    def _other(self, row: int, cells: Sequence[str], filled: list[str]) -> Problem | None:
        """Return what a row under the header is, where it is no wire and not meant as one."""
        if not self.every_name.isdisjoint(filled) and self._repeats(cells, len(filled)):
            return _named(row, RowKind.HEADER, say(Code.REPEATED_HEADER))
        if any(_is_subtotal(cell) for cell in filled[:_FEW]) and not self._has_both_ends(cells):
            return _named(row, RowKind.SUBTOTAL, say(Code.SUBTOTAL_ROW))
        is_signed = len(filled) <= _MOST_SIGNED and (
            filled[0].casefold() in SIGNED or any(map(_is_signed, filled))
        )
        if all(map(is_line, filled)) or (is_signed and not self._has_both_ends(cells)):
            return _named(row, RowKind.FOOTNOTE, say(Code.FOOTNOTE_ROW, text=" · ".join(filled)))
        if len(filled) == 1 and self._follows(row):
            return _named(row, RowKind.GROUP, say(Code.GROUP_ROW, text=filled[0]))
        if len(filled) <= _FEW and not any(
            place < len(cells) and cells[place].strip() for place in self._end_places
        ):
            return _named(row, RowKind.FOOTNOTE, say(Code.FOOTNOTE_ROW, text=" · ".join(filled)))
        return None

    def _repeats(self, cells: Sequence[str], filled: int) -> bool:
        """A page begins with the names again; where they stand in several rows, each row counts alone."""
        return any(
            sum(
                bool(cell.strip()) and " ".join(cell.split()) == name
                for cell, name in zip(cells, names, strict=False)
            )
            >= max(min(_FEW, filled), _ALIKE * filled)
            for names in self._names
        )

    def _has_both_ends(self, cells: Sequence[str]) -> bool:
        return all(place < len(cells) and cells[place].strip() for place in self._end_places)

    def _follows(self, row: int) -> bool:
        """A lone cell is a heading or a note, unless it stands in the only end that the table has left."""
        return len(self._header.columns) > 1 and row > self._header.last_row


def left_out_row(row: int) -> tuple[None, list[Problem]]:
    """Name a row that a person left out."""
    return None, [_named(row, RowKind.LEFT_OUT, say(Code.LEFT_OUT))]


def _named(row: int, kind: RowKind, message: Message) -> Problem:
    return Problem(row, Level.WARNING, message, kind)


def _is_subtotal(text: str) -> bool:
    return bool(SUBTOTAL.match(text.casefold().strip()))


def _is_signed(text: str) -> bool:
    before, colon, _after = text.replace("：", ":").partition(":")
    return bool(_PAGE.fullmatch(text)) or (bool(colon) and before.strip().casefold() in SIGNED)
