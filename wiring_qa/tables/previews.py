"""What reading a wiring table yields: wires, problems, and the preview of both."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from wiring_qa.tables.kinds import Level, RowKind, Target
from wiring_qa.tables.settled import Settled
from wiring_qa.tables.wires import Wires
from wiring_qa.tables.words import Message

SURE_FROM = 0.8
"""From which confidence on a column's meaning is taken as sure: a known name whose cells do not belie it."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about a source row that a person should know.

    A row without a wire has exactly one problem whose ``kind`` says what the row is; a row with a wire has
    none or several warnings of kind `RowKind.WIRE`.
    """

    row: int
    level: Level
    message: Message
    kind: RowKind = RowKind.WIRE
    column: str | None = None
    """The header of the cell's column; None where the whole row is meant."""
    column_index: int | None = None
    """The cell's column, from 0."""

    @property
    def is_of_wire(self) -> bool:
        """Whether the row is a wire all the same."""
        return self.kind is RowKind.WIRE

    @property
    def is_left_out(self) -> bool:
        """Whether a person left the row out."""
        return self.kind is RowKind.LEFT_OUT

    @property
    def is_structure(self) -> bool:
        """Whether the row is only part of the layout: a title, header, blank, group or subtotal row."""
        return self.kind not in {RowKind.WIRE, RowKind.UNREADABLE, RowKind.LEFT_OUT}


@dataclass(frozen=True, slots=True)
class Column:
    """A source column: its header as written, and what it was taken for."""

    index: int
    """From 0."""
    header: str
    """As written, made unique; a column without a header is named after its letter."""
    targets: tuple[Target, ...] = ()
    """The fields that it fills; empty where the product does not know it and keeps it as extra."""
    confidence: float = 0.0
    """From 0 to 1; a mapping given by a person is 1."""
    separator: str = ":"
    """What stands between device and terminal where the column holds both."""
    is_awg: bool = False
    """Whether bare numbers of a column of cross-sections are AWG."""

    @property
    def is_sure(self) -> bool:
        """Whether a person need not be asked what the column means."""
        return bool(self.targets) and self.confidence >= SURE_FROM


@dataclass(frozen=True, slots=True)
class SheetInfo:
    """A sheet of the file, and whether it looks like a wiring table."""

    name: str
    row_count: int
    is_wiring_table: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """All that a person must see before a wiring table is saved."""

    format: str
    encoding: str | None
    sheet: str
    sheets: tuple[SheetInfo, ...]
    header_row: int | None
    """The (last) row of the header, from 1; None where the table has none."""
    rows: Sequence[Sequence[str]] = field(repr=False)
    """The cells of the source as they were read, corrections among them; each row is a wire or has a
    problem that says what it is."""
    columns: tuple[Column, ...]
    wires: Wires
    problems: tuple[Problem, ...]
    recalled: Settled | None = None
    """What was settled of the last file of this shape, where it was read by that."""

    @property
    def row_count(self) -> int:
        """How many rows the source has."""
        return len(self.rows)

    @property
    def is_content(self) -> bool:
        """Whether there are wires and no row that was meant as a wire failed to be one."""
        return bool(self.wires) and all(each.level is not Level.ERROR for each in self.problems)
