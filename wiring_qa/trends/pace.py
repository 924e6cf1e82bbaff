"""Marks that follow each other faster than a person can look and pull."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from uuid import UUID

FEWEST = 5
"""Marks in a row that make a run: two or three may have been looked at before the first was tapped."""


@dataclass(frozen=True)
class Mark:
    """A mark: who made it on which cabinet and when, as it was entered."""

    by_id: int
    cabinet_id: int
    at: datetime
    operation_id: UUID


@dataclass(frozen=True)
class Run:
    """Marks of one person on one cabinet, each soon after the one before."""

    marks: Sequence[Mark]

    @property
    def lasted(self) -> timedelta:
        """The time from the first mark to the last."""
        return self.marks[-1].at - self.marks[0].at

    @property
    def seconds_each(self) -> float:
        """The seconds between two marks, in the mean."""
        return self.lasted.total_seconds() / (len(self.marks) - 1)


def fast_runs(marks: Sequence[Mark], least: timedelta) -> list[Run]:
    """Return the runs of at least five marks less than ``least`` apart; ``marks`` are in time's order."""
    by_person: dict[int, list[Mark]] = {}
    for mark in marks:
        by_person.setdefault(mark.by_id, []).append(mark)
    return [run for own in by_person.values() for run in _runs(own, least)]


def _runs(marks: Sequence[Mark], least: timedelta) -> list[Run]:
    runs, current = [], list(marks[:1])
    for earlier, mark in pairwise(marks):
        if mark.cabinet_id != earlier.cabinet_id or mark.at - earlier.at >= least:
            runs.append(current)
            current = []
        current.append(mark)
    return [Run(each) for each in [*runs, current] if len(each) >= FEWEST]
