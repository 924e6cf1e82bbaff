"""What the page of a draft shows of its preview."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from wiring_qa.core.pages import Page, page_of_list
from wiring_qa.tables.drafts.address import Asked
from wiring_qa.tables.drafts.originals import PreviewOriginals
from wiring_qa.tables.drafts.problems import DraftProblems, draft_problems, row_text
from wiring_qa.tables.drafts.row_counts import LayoutRows, RowCount, layout_rows, row_counts, row_total
from wiring_qa.tables.drafts.sureness import MeantColumns, meant_columns
from wiring_qa.tables.drafts.wire_columns import WireColumn, in_order, shown_columns
from wiring_qa.tables.kinds import Flag
from wiring_qa.tables.previews import Preview, Problem
from wiring_qa.tables.settled import Settled
from wiring_qa.tables.wires import ParsedWire

SHOWN = 100
"""Changes and left-out rows on the page."""


@dataclass(frozen=True)
class Change:
    """A cell with the text that a person gave it."""

    row: int
    column_index: int
    column: str
    text: str


@dataclass(frozen=True)
class Changes:
    """What a person changed: how many cells, and the first of them."""

    count: int
    shown: Sequence[Change]


@dataclass(frozen=True)
class LeftOut:
    """The rows that a person left out: how many, and the first of them with what stands there."""

    count: int
    shown: Sequence[tuple[int, str]]


@dataclass(frozen=True)
class DraftPage:
    """A preview as its page shows it; the rows counted add up to the rows of the file."""

    preview: Preview
    rows: int
    counts: tuple[RowCount, ...]
    columns: MeantColumns
    problems: DraftProblems
    wire_columns: tuple[WireColumn, ...]
    wires: Page
    shows: dict[str, int]
    originals: PreviewOriginals
    layout: tuple[LayoutRows, ...]
    left_out: LeftOut
    changes: Changes
    row_text: Callable[[Preview, int], str] = row_text

    @property
    def mendable(self) -> bool:
        """Whether the file has cells that a person can mend."""
        return bool(self.preview.rows and self.preview.columns)


Chooser = Callable[[ParsedWire, Collection[int]], bool]
FILTERS: dict[str, Chooser] = {
    "all": lambda _wire, _warned: True,
    "warned": lambda wire, warned: wire.row in warned,
    "special": lambda wire, _warned: wire.category != "normal",
    "large": lambda wire, _warned: Flag.LARGE in wire.flags,
    "wide": lambda wire, _warned: Flag.WIDE in wire.flags,
    "look_alike": lambda wire, _warned: Flag.LOOK_ALIKE in wire.flags,
}
"""Which wires the page can be asked to show; the rows with something to look at are given."""


def page_of_draft(preview: Preview, settled: Settled, asked: Asked) -> DraftPage:
    """Sort what a preview found for its page: one page of the wires asked for, and one of the problems."""
    warned = {each.row for each in preview.problems if each.is_of_wire}
    chosen = FILTERS.get(asked.show, FILTERS["all"])
    wires = [wire for wire in preview.wires if chosen(wire, warned)]
    return DraftPage(
        preview,
        row_total(preview),
        row_counts(preview),
        meant_columns(preview, settled),
        draft_problems(preview, asked),
        shown_columns(preview.wires),
        page_of_list(in_order(wires, asked.sort, descending=asked.is_descending), asked.page),
        {name: sum(is_meant(wire, warned) for wire in preview.wires) for name, is_meant in FILTERS.items()},
        PreviewOriginals(preview),
        layout_rows(preview),
        _left_out(preview, [each for each in preview.problems if each.is_left_out]),
        _changes(preview, settled),
    )


def _left_out(preview: Preview, problems: Sequence[Problem]) -> LeftOut:
    return LeftOut(len(problems), [(each.row, row_text(preview, each.row)) for each in problems[:SHOWN]])


def _changes(preview: Preview, settled: Settled) -> Changes:
    headers = {column.index: column.header for column in preview.columns}
    shown = sorted(settled.corrections.items())[:SHOWN]
    return Changes(
        len(settled.corrections),
        [Change(row, index, headers.get(index, str(index + 1)), text) for (row, index), text in shown],
    )
