"""The walk as its page shows it: sections under device headings, counts, and what the filters leave."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.checks.kinds import RowState
from wiring_qa.walk import queries
from wiring_qa.walk.order import by_device, by_number
from wiring_qa.walk.rows import WalkRow, drawn

WITH_FINDINGS = frozenset({RowState.FAULTY, RowState.FIXED})
LEFT = frozenset({RowState.TODO, RowState.SECOND_PERSON})
FILTERS: dict[str, Callable[[WalkRow], bool]] = {
    "all": lambda _row: True,
    "left": lambda row: row.state in LEFT,
    "findings": lambda row: row.state in WITH_FINDINGS,
    "special": lambda row: row.is_special,
}
ORDERS = ("device", "number")


@dataclass(frozen=True)
class WalkSection:
    """A heading and its rows."""

    title: str
    device: str
    rows: list[WalkRow]
    shown: list[WalkRow]

    @property
    def done(self) -> int:
        """How many of its rows are in order."""
        return sum(row.is_done for row in self.rows)

    @cached_property
    def in_sight(self) -> frozenset[int]:
        """The rows that the filter and the search leave, by their place in the table."""
        return frozenset(row.sequence for row in self.shown)

    @property
    def is_look_alike(self) -> bool:
        """Whether the device has others that look like it."""
        return bool(self.device) and any(row.near_is_look_alike for row in self.rows)


@dataclass(frozen=True)
class Walk:
    """Everything the page of the walk shows."""

    sections: list[WalkSection]
    show: str
    order: str
    search: str

    @property
    def rows(self) -> list[WalkRow]:
        """All rows, whatever the filter."""
        return [row for section in self.sections for row in section.rows]

    @property
    def total(self) -> int:
        """How many rows the table has."""
        return len(self.rows)

    @property
    def checked(self) -> int:
        """How many rows are no longer left to do."""
        return sum(row.state not in LEFT | {RowState.WAITING_PART} for row in self.rows)

    @property
    def left(self) -> int:
        """How many rows are left to do."""
        return sum(row.state in LEFT for row in self.rows)

    @property
    def findings(self) -> int:
        """How many rows have a finding that is open or to be rechecked; scripts count them alike."""
        return sum(row.state in WITH_FINDINGS for row in self.rows)

    @property
    def special(self) -> int:
        """How many rows ask for more than the plain OK."""
        return sum(row.is_special for row in self.rows)

    @property
    def devices(self) -> list[str]:
        """Every device of the table, once."""
        return sorted({device for row in self.rows for device in (row.from_device, row.to_device)})


def row_to_go_on_at(walk: Walk, last_act: tuple[str, int] | None) -> int | None:
    """Return the row that a plain page comes back at: the next in sight that is left, or one taken back."""
    type_, last = last_act or ("", 0)
    in_sight = {row.sequence for section in walk.sections for row in section.shown}
    places = [row.sequence for row in walk.rows]
    if type_ == "take_back_mark" and last in in_sight:
        return last
    at = places.index(last) + 1 if last in places else 0
    rows = [*walk.rows[at:], *walk.rows[:at]]
    return next((row.sequence for row in rows if row.state in LEFT and row.sequence in in_sight), None)


def walk_of(
    cabinet: Cabinet,
    *,
    person_id: int,
    language: str,
    show: str = "all",
    order: str = "device",
    search: str = "",
) -> Walk:
    """Gather the walk of a cabinet in a fixed number of statements."""
    show = show if show in FILTERS else "all"
    order = order if order in ORDERS else "device"
    wires = queries.walk_rows(cabinet)
    findings = queries.live_findings(cabinet)
    names = queries.category_names(language)
    sections = [
        _section(section.title, section.device, drawn(section, names, findings, person_id), show, search)
        for section in (by_device(wires) if order == "device" else by_number(wires))
    ]
    return Walk(sections, show, order, search)


def _section(title: str, device: str, rows: list[WalkRow], show: str, search: str) -> WalkSection:
    shown = [row for row in rows if FILTERS[show](row) and _found(row, search)]
    return WalkSection(title, device, rows, shown)


def _found(row: WalkRow, search: str) -> bool:
    wanted = search.strip().casefold().lstrip("-")
    places: tuple[Any, ...] = (row.number, row.from_device, row.to_device)
    if ":" in wanted:  # a terminal is looked for with its device, as a label at the wire's end has it
        places = (f"{row.from_device}:{row.from_terminal}", f"{row.to_device}:{row.to_terminal}")
    return not wanted or any(wanted in (place or "").casefold() for place in places)
