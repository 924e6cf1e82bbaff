"""What every reader yields: sheets of cells as text, rows counted from 1 as a spreadsheet does."""

import enum
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

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


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: the row at index 0 is row 1. Rows may be of different lengths; blank cells are ``""``."""

    name: str
    rows: Sequence[Sequence[str]]
    odd: Mapping[Cell, Odd] = field(default_factory=dict)
    merges: Sequence[Merge] = ()
    is_hidden: bool = False
    width: int = field(init=False)
    """How many columns the widest row has."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "width", max(map(len, self.rows), default=0))


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
