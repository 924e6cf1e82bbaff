"""The rows that can only be wires, read column by column: a table of any size has few different cells."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import compress, filterfalse
from operator import not_
from typing import Any

from wiring_qa.tables.cell_texts.row_words import is_line
from wiring_qa.tables.columns.header import Header
from wiring_qa.tables.kinds import PAIRS
from wiring_qa.tables.previews import Column
from wiring_qa.tables.readers.sheets import Sheet
from wiring_qa.tables.rows.cell_pieces import ColumnPieces
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
        below = column[start:]
        texts = set(below)
        stops = _named(texts, names)
        if place in ends:
            stops |= {text for text in texts if not text or text.isspace()}
        if stops:
            others.update(row for row, text in enumerate(below, start + 1) if text in stops)
    return [row for row in range(start + 1, len(sheet.rows) + 1) if row not in others]


def _named(texts: Collection[str], names: set[str]) -> set[str]:
    """Return the texts that are names of columns, however they are spaced, or that only draw a line."""
    # a text of letters and figures alone, as most are, draws no line and is spaced in one way only
    others = filterfalse(str.isalnum, texts)
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
    ends = [reading.fields.get(f"{side}_device", [""] * len(rows)) for side in ("from", "to")]
    lacking = {row for devices in ends for row in compress(rows, map(not_, devices))}
    if lacking:
        found = read_plain_rows(sheet, pieces, [row for row in rows if row not in lacking])
        return PlainWires(found.wires, found.warnings, sorted(lacking))
    return PlainWires(Wires({"row": rows, **reading.fields, **reading.beside()}), reading.warnings)


class _Reading:
    """The fields of some rows, filled column by column."""

    def __init__(self, sheet: Sheet, rows: Sequence[int]) -> None:
        self.fields: dict[str, list[Any]] = {}
        self.warnings: list[tuple[int, Column, Message]] = []
        self._columns = sheet.columns
        self._rows = rows
        self._is_run = bool(rows) and rows[-1] - rows[0] + 1 == len(rows)
        self._beside: list[tuple[Mapping[str, Mapping[str, str]], Sequence[str]]] = []

    def take(self, pieces: ColumnPieces) -> None:
        """Take what the cells of one column say."""
        cells = self._cells(pieces.column.index)
        if not pieces.column.targets:
            self._keep_beside(pieces.column.header, cells)
            return
        if pieces.is_number:
            self.fields["number"] = list(
                map({text: pieces.number(text) for text in dict.fromkeys(cells)}.__getitem__, cells)
            )
            return
        found = {text: pieces[text] for text in dict.fromkeys(cells)}
        for name in {name: None for piece in found.values() for name in piece.fields}:
            self._fill(name, {text: piece.fields.get(name, _SILENT) for text, piece in found.items()}, cells)
        more = {text: piece for text, piece in found.items() if piece.is_more}
        if more:
            self._beside.append(({text: piece.extra for text, piece in found.items()}, cells))
            for row, text in zip(self._rows, cells, strict=True):
                if text in more:
                    self.warnings += [(row, pieces.column, each) for each in more[text].warnings]

    def _cells(self, place: int) -> Sequence[str]:
        column = self._columns[place] if place < len(self._columns) else [""] * (self._rows[-1] + 1)
        if self._is_run:
            return column[self._rows[0] - 1 : self._rows[-1]]
        return [column[row - 1] for row in self._rows]

    def _fill(self, name: str, told: Mapping[str, Any], cells: Sequence[str]) -> None:
        values = list(map(told.__getitem__, cells))
        if any(value is _SILENT for value in told.values()):
            before = self.fields.get(name) or [None] * len(values)
            values = [
                earlier if value is _SILENT else value for earlier, value in zip(before, values, strict=True)
            ]
        self.fields[name] = values

    def _keep_beside(self, header: str, cells: Sequence[str]) -> None:
        stripped = zip(texts := dict.fromkeys(cells), map(str.strip, texts), strict=True)
        kept = {cell: {header: text} if text else NOTHING for cell, text in stripped}
        if any(kept.values()):
            self._beside.append((kept, cells))

    def beside(self) -> dict[str, Sequence[Any]]:
        """Return what is kept beside each wire; one and the same where the same is kept."""
        if not self._beside:
            return {}
        kept = [list(map(told.__getitem__, cells)) for told, cells in self._beside]
        if len(kept) == 1:
            return {"extra": kept[0]}
        texts = zip(*(cells for _told, cells in self._beside), strict=True)
        joined: dict[tuple[str, ...], Mapping[str, str]] = {}
        found = []
        for key, parts in zip(texts, zip(*kept, strict=True), strict=True):
            if key not in joined:
                joined[key] = {name: text for part in parts for name, text in part.items()}
            found.append(joined[key])
        return {"extra": found}
