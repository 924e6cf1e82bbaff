"""What a move to another revision makes of a cabinet's rows, told before anything is moved."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wiring_qa.tables.comparing.changes import Change
from wiring_qa.tables.comparing.comparison import RowChange, compare


@dataclass(frozen=True)
class PlannedRow:
    """What a move makes of one row; ``is_back`` where the wire was to be removed and is wanted again."""

    change: RowChange
    is_back: bool
    asks_for_check: bool
    revised_at: int
    """Where in the chain the row was last to be checked anew, before this move."""

    @property
    def kind(self) -> Change:
        """What becomes of the row."""
        return Change.ADDED if self.is_back else self.change.kind


@dataclass(frozen=True)
class Plan:
    """What a move makes of a cabinet's rows."""

    rows: Sequence[PlannedRow]

    @cached_property
    def to_check(self) -> int:
        """How many rows need a new check."""
        return sum(row.asks_for_check for row in self.rows)

    @cached_property
    def to_remove(self) -> int:
        """How many wires are to be confirmed removed."""
        return sum(row.kind is Change.REMOVED for row in self.rows)

    @cached_property
    def kept(self) -> int:
        """How many rows keep their checks."""
        return len(self.rows) - self.to_check - self.to_remove


def plan(
    olds: Sequence[Any], news: Sequence[Any], past: Collection[int], continued: Mapping[int, int]
) -> Plan:
    """Plan a move from the rows of a cabinet to the wires of a table.

    ``olds`` are its rows with their wire, whether that is to be removed, and since when it is checked anew;
    ``past`` are wires that were rows and are gone, ``continued`` those that others continue.
    A wire that was a row before and does not come back to itself is checked anew, whatever it continues.
    """
    standing = {row.Wire.id: row for row in olds}
    planned = []
    for change in compare([row.Wire for row in olds], news).rows:
        old = standing[change.old.id] if change.old else None
        if change.new is None and old is not None and old.is_removed:
            continue
        is_back = old is not None and old.is_removed
        asks = change.new is not None and (
            change.asks_for_check or is_back or _is_other(change, past, continued)
        )
        planned.append(PlannedRow(change, is_back, asks, old.revised_at if old is not None else 0))
    return Plan(planned)


def _is_other(change: RowChange, past: Collection[int], continued: Mapping[int, int]) -> bool:
    if change.new.id in continued:
        return bool(continued[change.new.id] != change.old.id)
    return change.new.id in past
