"""What a row asks of whoever checks it, settled once at import and kept with the row."""

from dataclasses import dataclass
from typing import Protocol

LABEL, COLOUR, LUG, SIZE = "label", "colour", "lug", "size"
"""The extra checks that OK confirms by name, in the order in which they are asked."""


class CategoryDemands(Protocol):
    """What a category asks of its rows; a stored category and a seed both fit."""

    @property
    def checks_colour(self) -> bool:
        """Whether OK confirms the colour."""

    @property
    def checks_lug(self) -> bool:
        """Whether OK confirms the lugs."""

    @property
    def checks_size(self) -> bool:
        """Whether OK confirms the cross-section."""

    @property
    def recheck_needs_table(self) -> bool:
        """Whether a recheck goes against the wiring table, both ends."""

    @property
    def always_sampled(self) -> bool:
        """Whether the spot check always takes the row."""


@dataclass(frozen=True, slots=True)
class Demands:
    """What a row asks for: extra checks by name, a second person, the table at recheck, being sampled."""

    extra_checks: tuple[str, ...] = ()
    second_person: bool = False
    needs_table: bool = False
    always_sampled: bool = False


def demands_of(category: CategoryDemands, *, large: bool, wide: bool, look_alike: bool) -> Demands:
    """Settle what a row asks for, from its category and its flags."""
    asked = {
        LABEL: look_alike,
        COLOUR: large or category.checks_colour,
        LUG: large or category.checks_lug,
        SIZE: large or category.checks_size,
    }
    return Demands(
        extra_checks=tuple(name for name, is_asked in asked.items() if is_asked),
        second_person=wide,
        needs_table=category.recheck_needs_table,
        always_sampled=large or category.always_sampled,
    )
