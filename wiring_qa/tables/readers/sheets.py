"""What every reader yields: sheets of cells as text, rows counted from 1 as a spreadsheet does."""

import enum
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import zip_longest
from typing import Self, overload

from wiring_qa.tables.readers.connections import Connection
from wiring_qa.tables.repeated import Repeated

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


class RowsOfColumns(Sequence[Sequence[str]]):
    """The rows of columns that are as long as each other, each put together when it is looked at."""

    def __init__(self, columns: Sequence[Repeated[str]]) -> None:
        self._columns = columns

    @overload
    def __getitem__(self, place: int) -> Sequence[str]: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Sequence[str]]: ...

    def __getitem__(self, place: int | slice) -> Sequence[str] | Sequence[Sequence[str]]:
        if isinstance(place, slice):
            return list(zip(*(column[place] for column in self._columns), strict=True))
        return tuple(column.different[column.places[place]] for column in self._columns)

    def __iter__(self) -> Iterator[Sequence[str]]:
        return iter(zip(*self._columns, strict=True))

    def __len__(self) -> int:
        return len(self._columns[0]) if self._columns else 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RowsOfColumns) and self._columns == other._columns

    __hash__ = None  # type: ignore[assignment]  # as for a list: what is equal by what it holds


def written(
    columns: Sequence[Repeated[str]], height: int, cells: Mapping[Cell, str]
) -> Sequence[Repeated[str]]:
    """Return columns with some cells written anew, in new columns where there is none, in no new rows."""
    anew: dict[int, dict[int, str]] = defaultdict(dict)
    for (row, place), text in cells.items():
        if row <= height:
            anew[place][row - 1] = text
    width = max([len(columns), *(place + 1 for place in anew)])
    found = [*columns, *[Repeated.always("", height)] * (width - len(columns))]
    for place, of_column in anew.items():
        found[place] = found[place].written(of_column)
    return found


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
        columns: Sequence[Repeated[str]],
        odd: Mapping[Cell, Odd],
        merges: Sequence[Merge],
        is_hidden: bool,
    ) -> Self:
        """Make a sheet of columns that are all as long as each other; blank ones at the end are left off."""
        width = len(columns)
        while width and not any(map(str.strip, columns[width - 1])):
            width -= 1
        sheet = cls(name, RowsOfColumns(columns[:width]), odd, merges, is_hidden)
        sheet.__dict__["columns"] = columns[:width]
        return sheet

    def changed(
        self, rows: Sequence[Sequence[str]], cells: Mapping[Cell, str], odd: Mapping[Cell, Odd]
    ) -> "Sheet":
        """Return the sheet with rows in which some cells were written anew."""
        sheet = replace(self, rows=rows, odd=odd)
        sheet.__dict__["columns"] = written(self.columns, len(rows), cells)
        return sheet

    @cached_property
    def columns(self) -> Sequence[Repeated[str]]:
        """The cells column by column, each filled up with blank ones to as many as there are rows."""
        return list(map(Repeated.of, zip_longest(*self.rows, fillvalue="")))

    @cached_property
    def width(self) -> int:
        """How many columns the widest row has."""
        return (
            len(self.columns) if isinstance(self.rows, RowsOfColumns) else max(map(len, self.rows), default=0)
        )


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
