"""The rows that can only be wires, read column by column: a table of any size has few different cells."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import filterfalse
from operator import not_
from typing import Any

from wiring_qa.tables.cell_texts.row_words import is_line
from wiring_qa.tables.columns.header import Header
from wiring_qa.tables.kinds import PAIRS
from wiring_qa.tables.previews import Column
from wiring_qa.tables.readers.sheets import Sheet
from wiring_qa.tables.repeated import Repeated, side_by_side
from wiring_qa.tables.rows.cell_pieces import ColumnPieces
from wiring_qa.tables.rows.pieces import Piece
from wiring_qa.tables.wires import NOTHING, Wires
from wiring_qa.tables.words import Message

_ENDS = frozenset((*PAIRS["from"], *PAIRS["to"]))
_FEWEST_ENDS = 2
_SILENT = object()
"""What a cell that leaves a field as it is says of it."""


def plain_rows(sheet: Sheet, header: Header, names: set[str], left_out: Collection[int]) -> list[int]:
    """Return the rows that can only be wires: both ends are there, no cell is odd or is a column's name."""
    ends = {column.index for column in header.columns if not _ENDS.isdisjoint(column.targets)}
    if len(ends) < _FEWEST_ENDS:
        return []
    start = header.last_row
    others = {*left_out, *(row for row, _place in sheet.odd)}
    for place, column in enumerate(sheet.columns):
        stops = _named(column.different, names)
        if place in ends:
            stops |= {text for text in column.different if not text or text.isspace()}
        others.update(each + 1 for each in column.holding(stops.__contains__, start))
    return [row for row in range(start + 1, len(sheet.rows) + 1) if row not in others]


def _named(texts: Collection[str], names: set[str]) -> set[str]:
    """Return the texts that are names of columns, however they are spaced, or that only draw a line."""
    # letters and figures alone, as most texts are but for a sign, draw no line and are spaced in one way only
    others = (text for text in filterfalse(str.isalnum, texts) if not text.lstrip("=+-").isalnum())
    odd = {text for text in others if is_line(text.strip()) or " ".join(text.split()) in names}
    return odd.union(names.intersection(texts))


@dataclass
class PlainWires:
    """The wires of plain rows, what is odd about their cells, and rows that lack an end after all."""

    wires: Wires
    warnings: list[tuple[int, Column, Message]] = field(default_factory=list)
    without_end: Sequence[int] = ()


def read_plain_rows(sheet: Sheet, pieces: Sequence[ColumnPieces], rows: Sequence[int]) -> PlainWires:
    """Read rows under each other; where two cells say the same of a wire, that of the later piece counts."""
    reading = _Reading(sheet, rows)
    for each in pieces:
        reading.take(each)
    nowhere = Repeated.always("", len(rows))
    ends = [reading.fields.get(f"{side}_device", nowhere) for side in ("from", "to")]
    lacking = {rows[place] for devices in ends for place in devices.holding(not_)}
    if lacking:
        found = read_plain_rows(sheet, pieces, [row for row in rows if row not in lacking])
        return PlainWires(found.wires, found.warnings, sorted(lacking))
    return PlainWires(
        Wires({"row": Repeated.one_by_one(rows), **reading.fields, **reading.beside()}), reading.warnings
    )


class _Reading:
    """The fields of some rows, filled column by column."""

    def __init__(self, sheet: Sheet, rows: Sequence[int]) -> None:
        self.fields: dict[str, Repeated[Any]] = {}
        self.warnings: list[tuple[int, Column, Message]] = []
        self._columns = sheet.columns
        self._rows = rows
        self._is_run = bool(rows) and rows[-1] - rows[0] + 1 == len(rows)
        self._beside: list[Repeated[Mapping[str, str]]] = []

    def take(self, pieces: ColumnPieces) -> None:
        """Take what the cells of one column say."""
        cells = self._cells(pieces.column.index)
        if not pieces.column.targets:
            self._keep_beside(pieces.column.header, cells)
        elif pieces.is_number:
            self.fields["number"] = cells.mapped(pieces.number)
        else:
            self._take_pieces(pieces.column, cells.mapped(pieces.__getitem__))

    def _cells(self, place: int) -> Repeated[str]:
        if place >= len(self._columns):
            return Repeated.always("", len(self._rows))
        column = self._columns[place]
        if self._is_run:
            return column[self._rows[0] - 1 : self._rows[-1]].held()
        return column.taken(row - 1 for row in self._rows).held()

    def _take_pieces(self, column: Column, pieces: Repeated[Piece]) -> None:
        for name in {name: None for piece in pieces.different for name in piece.fields}:
            self._fill(name, pieces.mapped(partial(_told, name)))
        if any(piece.extra for piece in pieces.different):
            self._beside.append(pieces.mapped(lambda piece: piece.extra))
        for place in pieces.holding(lambda piece: piece.warnings):
            self.warnings += [(self._rows[place], column, each) for each in pieces[place].warnings]

    def _fill(self, name: str, told: Repeated[Any]) -> None:
        before = self.fields.get(name)
        if before is None:
            told = told.mapped(lambda value: None if value is _SILENT else value)
        elif any(value is _SILENT for value in told.different):
            told = side_by_side((before, told)).mapped(lambda both: both[both[1] is not _SILENT])
        self.fields[name] = told

    def _keep_beside(self, header: str, cells: Repeated[str]) -> None:
        kept = cells.mapped(lambda cell: {header: text} if (text := cell.strip()) else NOTHING)
        if any(kept.different):
            self._beside.append(kept)

    def beside(self) -> dict[str, Repeated[Mapping[str, str]]]:
        """Return what is kept beside each wire; one and the same where the same is kept."""
        if not self._beside:
            return {}
        first, *others = self._beside
        return {"extra": side_by_side(self._beside).mapped(_joined) if others else first}


def _joined(parts: Iterable[Mapping[str, str]]) -> Mapping[str, str]:
    return {name: text for part in parts for name, text in part.items()}


def _told(name: str, piece: Piece) -> Any:
    return piece.fields.get(name, _SILENT)
