"""What a person has settled of a file: it goes before whatever the reading would have guessed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from wiring_qa.tables.readers.sheets import Cell

NO_HEADER = 0
"""As the header's row: the table has none, its columns go by their letters."""


@dataclass(frozen=True)
class Settled:
    """A person's choices about a file; what they did not choose is found by reading it."""

    sheet: str | None = None
    header_row: int | None = None
    """The row that names the columns, from 1; `NO_HEADER` where none does; None to find it."""
    mapping: Mapping[str, str] = field(default_factory=dict)
    """Field → header of the column that fills it; an empty header: no column does."""
    corrections: Mapping[Cell, str] = field(default_factory=dict)
    """The text of cells, by row from 1 and column from 0."""
    left_out: Collection[int] = ()
    """Rows that are no wires although they look like some."""
