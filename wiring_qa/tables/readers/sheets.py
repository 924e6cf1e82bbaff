"""What every reader yields: sheets of cells as text, rows counted from 1 as a spreadsheet does."""

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import zip_longest
from typing import Self

from wiring_qa.tables.readers.connections import Connection

Cell = tuple[int, int]
"""A cell by its row, from 1, and its column, from 0."""


class OddKind(enum.StrEnum):
    """Why a cell may not hold what was meant."""

    FORMULA = "formula"
    """A formula without a stored value."""
    FORMULA_ERROR = "formula_error"
    DATE = "date"
    ABOVE = "above"
    """It was filled from the cell above: the table says ditto there, or nothing."""


@dataclass(frozen=True, slots=True)
class Odd:
    """A cell that a spreadsheet made something else of; ``text`` is what it shows."""

    kind: OddKind
    text: str


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells merged into one; rows from 1, columns from 0, the last ones included."""

    first: Cell
    last: Cell


@dataclass(frozen=True)
class Sheet:
    """A sheet: the row at index 0 is row 1. Rows may be of different lengths; blank cells are ``""``."""

    name: str
    rows: Sequence[Sequence[str]]
    odd: Mapping[Cell, Odd] = field(default_factory=dict)
    merges: Sequence[Merge] = ()
    is_hidden: bool = False

    @classmethod
    def of_columns(
        cls,
        name: str,
        columns: Sequence[Sequence[str]],
        odd: Mapping[Cell, Odd],
        merges: Sequence[Merge],
        is_hidden: bool,
    ) -> Self:
        """Make a sheet of columns that are all as long as each other; blank ones at the end are left off."""
        width = len(columns)
        while width and not any(map(str.strip, columns[width - 1])):
            width -= 1
        sheet = cls(name, list(zip(*columns[:width], strict=True)), odd, merges, is_hidden)
        sheet.__dict__["columns"] = columns[:width]
        return sheet

    @cached_property
    def columns(self) -> Sequence[Sequence[str]]:
        """The cells column by column, each filled up with blank ones to as many as there are rows."""
        return list(zip_longest(*self.rows, fillvalue=""))

    @cached_property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max(map(len, self.rows), default=0)


@dataclass(frozen=True, slots=True)
class Source:
    """A file as read: its format by content, its encoding where it is text, its sheets."""

    format: str
    sheets: Sequence[Sheet] = ()
    encoding: str | None = None
    connections: Sequence[Connection] | None = None
    """What a file of connections lists; None of a file with rows of cells."""
    lost_signs: int = 0
    """Signs that the encoding could not give; they stand as ``�`` in the cells."""
