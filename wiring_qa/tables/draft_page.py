"""What the page of a draft shows of its preview."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from wiring_qa.core.pages import PAGE_SIZE, Page
from wiring_qa.tables.draft_changes import text_at
from wiring_qa.tables.kinds import Flag, Level
from wiring_qa.tables.settled import Settled
from wiring_qa.tables.wires import ParsedWire, Preview, Problem

SHOWN = 100
"""Problems of one sort on the page; the rest comes up as these are mended."""


@dataclass(frozen=True)
class Spot:
    """A problem with what stands in its cell and in its row."""

    problem: Problem
    text: str
    row: str


@dataclass(frozen=True)
class Spots:
    """The problems of one sort: how many there are, and the first of them."""

    count: int = 0
    shown: list[Spot] = field(default_factory=list)

    @property
    def more(self) -> int:
        """How many the page leaves out."""
        return self.count - len(self.shown)


@dataclass(frozen=True)
class Change:
    """A cell with the text that a person gave it."""

    row: int
    column_index: int
    column: str
    text: str


@dataclass(frozen=True)
class DraftPage:
    """A preview as its page shows it; wires, layout, left-out and unreadable rows add up to the rows."""

    preview: Preview
    wires: Page
    shows: str
    counts: dict[str, int]
    errors: Spots
    warnings: Spots
    layout: Spots
    left_out: Spots
    changes: list[Change]


FILTERS: dict[str, Callable[[ParsedWire], bool]] = {
    "all": lambda _wire: True,
    "special": lambda wire: wire.category != "normal",
    "large": lambda wire: Flag.LARGE in wire.flags,
    "wide": lambda wire: Flag.WIDE in wire.flags,
    "look_alike": lambda wire: Flag.LOOK_ALIKE in wire.flags,
}
"""Which wires the page can be asked to show."""


def page_of_draft(preview: Preview, settled: Settled, shows: str, number: int) -> DraftPage:
    """Sort what a preview found for its page: one page of the wires asked for, and all problems."""
    shows = shows if shows in FILTERS else "all"
    told = preview.problems
    return DraftPage(
        preview,
        _slice([wire for wire in preview.wires if FILTERS[shows](wire)], number),
        shows,
        {name: sum(map(is_meant, preview.wires)) for name, is_meant in FILTERS.items()},
        errors=_spots(preview, (each for each in told if each.level is Level.ERROR)),
        warnings=_spots(preview, (each for each in told if each.is_of_wire)),
        layout=_spots(preview, (each for each in told if each.is_structure)),
        left_out=_spots(preview, (each for each in told if each.is_left_out)),
        changes=_changes(preview, settled),
    )


def _slice(wires: list[ParsedWire], number: int) -> Page:
    last = max(1, -(-len(wires) // PAGE_SIZE))
    number = min(max(1, number), last)
    return Page(wires[(number - 1) * PAGE_SIZE : number * PAGE_SIZE], number, len(wires))


def _spots(preview: Preview, problems: Iterable[Problem]) -> Spots:
    found = list(problems)
    return Spots(len(found), [_spot(preview, each) for each in found[:SHOWN]])


def _spot(preview: Preview, problem: Problem) -> Spot:
    row = " · ".join(cell.strip() for cell in preview.rows[problem.row - 1] if cell.strip())
    return Spot(problem, text_at(preview, problem.row, problem.column_index), row)


def _changes(preview: Preview, settled: Settled) -> list[Change]:
    headers = {column.index: column.header for column in preview.columns}
    return [
        Change(row, index, headers.get(index, str(index + 1)), text)
        for (row, index), text in sorted(settled.corrections.items())
    ]
