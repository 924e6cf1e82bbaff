"""What the page of a draft shows of its preview."""

from collections.abc import Mapping
from dataclasses import dataclass

from wiring_qa.tables.kinds import Level, Target
from wiring_qa.tables.wires import Column, ParsedWire, Preview, Problem

SHOWN = 200
"""Wires on the page; problems are all shown up to the same number."""
IGNORED = "-"
"""What a select says for a column that fills no field."""


@dataclass(frozen=True)
class DraftPage:
    """A preview as its page shows it."""

    preview: Preview
    wires: list[ParsedWire]
    errors: list[Problem]
    warnings: list[Problem]
    structure: int
    """How many rows are part of the layout: title, header, blank, group, subtotal."""

    @property
    def more(self) -> int:
        """How many wires the page leaves out."""
        return len(self.preview.wires) - len(self.wires)

    @property
    def special(self) -> int:
        """How many wires have a category or a flag."""
        return sum(wire.category != "normal" or bool(wire.flags) for wire in self.preview.wires)


def page_of_draft(preview: Preview) -> DraftPage:
    """Sort what a preview found for its page."""
    told = [problem for problem in preview.problems if not problem.is_structure]
    return DraftPage(
        preview,
        list(preview.wires[:SHOWN]),
        [each for each in told if each.level is Level.ERROR][:SHOWN],
        [each for each in told if each.level is Level.WARNING][:SHOWN],
        sum(problem.is_structure for problem in preview.problems),
    )


def mapping_from(columns: tuple[Column, ...], chosen: Mapping[str, str]) -> dict[str, str]:
    """Return the mapping that a person's choices make: field → header, for every field that was chosen."""
    targets = set(Target)
    found = {}
    for column in columns:
        choice = chosen.get(f"column-{column.index}", "")
        if choice in targets:
            found[choice] = column.header
    return found
