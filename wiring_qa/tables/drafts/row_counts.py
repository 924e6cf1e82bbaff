"""What became of the rows of a file: so many wires, so many of each other kind, and none left over."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wiring_qa.core.words import listed
from wiring_qa.tables.kinds import RowKind
from wiring_qa.tables.previews import Preview, Problem

ALWAYS = (RowKind.WIRE, RowKind.LEFT_OUT, RowKind.UNREADABLE)
"""Kinds that are told even where there are none."""
SHOWN = 100
"""Rows of a kind that are shown with their words; the numbers of all are told."""
_ORDER = (
    RowKind.WIRE, RowKind.TITLE, RowKind.HEADER, RowKind.GROUP, RowKind.SUBTOTAL, RowKind.FOOTNOTE,
    RowKind.BLANK, RowKind.NO_WIRE, RowKind.LEFT_OUT, RowKind.UNREADABLE,
)  # fmt: skip


@dataclass(frozen=True)
class RowCount:
    """How many rows are of one kind."""

    kind: RowKind
    count: int


@dataclass(frozen=True)
class LayoutRows:
    """The rows of a kind that are no wires by the look of them."""

    kind: RowKind
    count: int
    numbers: str
    """All of them, such as ``1–3, 9``."""
    shown: Sequence[Problem]


def row_counts(preview: Preview) -> tuple[RowCount, ...]:
    """Count the rows by what they are; the counts add up to the rows of the file."""
    found = Counter(each.kind for each in preview.problems if not each.is_of_wire)
    found[RowKind.WIRE] = len(preview.wires)
    kinds = [*_ORDER, *(kind for kind in RowKind if kind not in _ORDER)]
    return tuple(RowCount(kind, found[kind]) for kind in kinds if found[kind] or kind in ALWAYS)


def row_total(preview: Preview) -> int:
    """Return how many rows the file has; of a format without rows, how many connections."""
    return preview.row_count or sum(each.count for each in row_counts(preview))


def layout_rows(preview: Preview) -> tuple[LayoutRows, ...]:
    """Return the rows that are no wires by the look of them, by kind."""
    found: dict[RowKind, list[Problem]] = {}
    for each in preview.problems:
        if each.is_structure:
            found.setdefault(each.kind, []).append(each)
    return tuple(
        LayoutRows(
            kind,
            len(found[kind]),
            ranges(each.row for each in found[kind]),
            () if kind is RowKind.BLANK else found[kind][:SHOWN],
        )
        for kind in (each.kind for each in row_counts(preview))
        if kind in found
    )


def ranges(numbers: Iterable[int]) -> str:
    """Write numbers with neighbours drawn together: 1, 2, 3, 9 becomes ``1–3, 9``."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return str(listed(str(first) if first == last else f"{first}–{last}" for first, last in runs))
