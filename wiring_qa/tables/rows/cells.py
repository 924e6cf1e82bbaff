"""The cells of a row as the fields of a wire, each problem at its cell."""

from collections import defaultdict
from itertools import chain, compress, count
from operator import eq, getitem, itemgetter, not_
from typing import Any

from wiring_qa.tables.columns.header import Header
from wiring_qa.tables.kinds import PAIRS, Level, RowKind, Target
from wiring_qa.tables.previews import Column, Problem
from wiring_qa.tables.readers.sheets import Odd, OddKind, Sheet
from wiring_qa.tables.rows.cell_pieces import pieces_of
from wiring_qa.tables.rows.odd_ends import odd_ends
from wiring_qa.tables.rows.plain_rows import PlainWires
from wiring_qa.tables.wires import ParsedWire
from wiring_qa.tables.words import Code, Message, say

_ODD = {
    OddKind.FORMULA: Code.FORMULA, OddKind.FORMULA_ERROR: Code.FORMULA_ERROR, OddKind.DATE: Code.DATE,
    OddKind.ABOVE: Code.ABOVE,
}  # fmt: skip


class CellReader:
    """Reads rows under one header."""

    def __init__(self, sheet: Sheet, header: Header) -> None:
        self._rows = sheet.rows
        self._columns = {target: column for column in header.columns for target in column.targets}
        self.pieces = pieces_of(header, sheet)
        self._places = [pieces.column.index for pieces in self.pieces]
        self._width = max(self._places) + 1
        self._pick = itemgetter(*self._places, self._places[0])
        self._odd: dict[int, dict[int, Odd]] = defaultdict(dict)
        for (row, place), odd in sheet.odd.items():
            self._odd[row][place] = odd
        self._header = header

    def wire(self, row: int) -> tuple[ParsedWire | None, list[Problem]]:
        """Return a row's wire with warnings at its cells, or the one error for which it cannot be a wire."""
        fields: dict[str, Any] = {}
        extra: dict[str, str] = {}
        problems = self._odd_cells(row) if row in self._odd else []
        cells = self._rows[row - 1]
        if len(cells) < self._width:
            cells = [*cells, *[""] * (self._width - len(cells))]
        for piece in map(getitem, self.pieces, self._pick(cells)):
            fields.update(piece.fields)
            if piece.is_more:
                extra.update(piece.extra)
                said = [_warning(row, piece.column, message) for message in piece.warnings]
                # a date is told by the workbook, and again by how it looks as a terminal
                problems += [each for each in said if each not in problems]
        if not (fields.get("from_device") and fields.get("to_device")):
            return None, [self._missing(row, fields)]
        wire = ParsedWire(row=row, extra=extra, **fields)
        if not (wire.from_terminal and wire.to_terminal) or wire.from_device == wire.to_device:
            problems += self._odd_ends(wire)
        return wire, problems

    def said_of(self, read: PlainWires) -> list[Problem]:
        """Return the warnings at the cells of rows that were read column by column, and at their ends."""
        problems = [_warning(row, column, message) for row, column, message in read.warnings]
        column = read.wires.column
        lonely = chain(column("from_terminal").holding(not_), column("to_terminal").holding(not_))
        same = compress(count(), map(eq, column("from_device"), column("to_device")))
        for place in sorted({*lonely, *same}):
            problems += self._odd_ends(read.wires[place])
        return problems

    def _missing(self, row: int, fields: dict[str, Any]) -> Problem:
        """Return the error of a row that lacks an end."""
        lacks = [side for side in ("from", "to") if not fields.get(f"{side}_device")]
        code = Code.NO_ENDS if len(lacks) > 1 else Code.NO_FROM if lacks == ["from"] else Code.NO_TO
        column = self._columns.get(PAIRS[lacks[0]][0])
        header, index = (column.header, column.index) if column else (None, None)
        return Problem(row, Level.ERROR, say(code), RowKind.UNREADABLE, header, index)

    def _odd_ends(self, wire: ParsedWire) -> list[Problem]:
        return [_warning(wire.row, self._at(target), message) for target, message in odd_ends(wire)]

    def _at(self, target: Target) -> Column | None:
        """Return the column of a field; of a terminal that has none, that of its device."""
        devices = {terminal: device for device, terminal in (PAIRS["from"], PAIRS["to"])}
        return self._columns.get(target) or self._columns.get(devices.get(target, target))

    def _odd_cells(self, row: int) -> list[Problem]:
        """Say which cells a spreadsheet made something else of; a designation as a formula is none."""
        found = []
        for column in self._header.columns:
            odd = self._odd[row].get(column.index)
            if odd is None or (odd.kind is OddKind.FORMULA and odd.text == self._cell(row, column)):
                continue
            found.append(_warning(row, column, say(_ODD[odd.kind], text=odd.text)))
        return found

    def _cell(self, row: int, column: Column) -> str:
        cells = self._rows[row - 1]
        return cells[column.index].strip() if column.index < len(cells) else ""


def _warning(row: int, column: Column | None, message: Message) -> Problem:
    header, index = (column.header, column.index) if column else (None, None)
    return Problem(row, Level.WARNING, message, RowKind.WIRE, header, index)
