"""The u-chart and its run rules."""

import enum
import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from flask_babel import lazy_gettext as _l

ONE_SIDE, TREND, ALTERNATING = 9, 6, 14
"""Points in a row that make a signal; Nelson, Journal of Quality Technology 16 (1984), rules 2 to 4."""
FEWEST_POINTS = 8
"""Points with rows below which no limits are drawn: they would say more about chance than about the work."""


class Signal(enum.StrEnum):
    """Why a point is not chance alone; rules 1 to 4 of Nelson (1984)."""

    BEYOND = "beyond"
    ONE_SIDE = "one_side"
    TREND = "trend"
    ALTERNATING = "alternating"

    @property
    def label(self) -> Any:
        """The signal in the reader's language."""
        return _LABELS[self]


_LABELS = {
    Signal.BEYOND: _l("beyond a limit (Nelson rule 1)"),
    Signal.ONE_SIDE: _l("nine in a row on one side of the middle (Nelson rule 2)"),
    Signal.TREND: _l("six in a row rising or falling (Nelson rule 3)"),
    Signal.ALTERNATING: _l("fourteen in a row up and down (Nelson rule 4)"),
}


@dataclass(frozen=True)
class Point:
    """Findings and rows of one week; rates are per row, None where no row was checked."""

    findings: int
    rows: int
    rate: float | None
    lower: float | None = None
    upper: float | None = None
    signals: tuple[Signal, ...] = ()


@dataclass(frozen=True)
class UChart:
    """A u-chart; ``middle`` is ū, the findings of all points by their rows."""

    middle: float | None
    points: Sequence[Point]

    @property
    def has_limits(self) -> bool:
        """Whether there are enough points for limits."""
        return any(point.upper is not None for point in self.points)


def u_chart(counts: Sequence[tuple[int, int]], *, is_small: bool = False) -> UChart:
    """Return the u-chart of findings and rows by week.

    Limits are ū ± 3·√(ū/nᵢ), the lower one not under 0 (ISO 7870-2). Of too few points, or where the caller
    says that the numbers are small, none are drawn and no run rule is applied.
    """
    rows = sum(count for _findings, count in counts)
    if not rows:
        return UChart(None, [Point(*each, None) for each in counts])
    middle = sum(findings for findings, _rows in counts) / rows
    has_limits = not is_small and sum(bool(count) for _findings, count in counts) >= FEWEST_POINTS
    points = [_point(findings, count, middle, limits=has_limits) for findings, count in counts]
    return UChart(middle, _signalled(points, middle) if has_limits else points)


def _point(findings: int, rows: int, middle: float, *, limits: bool) -> Point:
    if not rows:
        return Point(findings, rows, None)
    if not limits:
        return Point(findings, rows, findings / rows)
    reach = 3 * math.sqrt(middle / rows)
    return Point(findings, rows, findings / rows, max(0.0, middle - reach), middle + reach)


def _signalled(points: Sequence[Point], middle: float) -> list[Point]:
    """Apply the run rules to the points that have rows; weeks without any are passed over."""
    places = [place for place, point in enumerate(points) if point.rate is not None]
    rates = [points[place].rate or 0.0 for place in places]
    found: dict[int, list[Signal]] = {place: [] for place in places}
    for at, place in enumerate(places):
        point = points[place]
        if not (point.lower or 0.0) <= rates[at] <= (point.upper or math.inf):
            found[place].append(Signal.BEYOND)
        if _is_one_side(rates[: at + 1], middle):
            found[place].append(Signal.ONE_SIDE)
        if _is_trend(rates[: at + 1]):
            found[place].append(Signal.TREND)
        if _is_alternating(rates[: at + 1]):
            found[place].append(Signal.ALTERNATING)
    return [
        Point(each.findings, each.rows, each.rate, each.lower, each.upper, tuple(found.get(place, ())))
        for place, each in enumerate(points)
    ]


def _is_one_side(rates: Sequence[float], middle: float) -> bool:
    last = rates[-ONE_SIDE:]
    return len(last) == ONE_SIDE and (
        all(rate > middle for rate in last) or all(rate < middle for rate in last)
    )


def _is_trend(rates: Sequence[float]) -> bool:
    last = rates[-TREND:]
    steps = [other - one for one, other in pairwise(last)]
    return len(last) == TREND and (all(step > 0 for step in steps) or all(step < 0 for step in steps))


def _is_alternating(rates: Sequence[float]) -> bool:
    last = rates[-ALTERNATING:]
    steps = [other - one for one, other in pairwise(last)]
    return len(last) == ALTERNATING and all(one * other < 0 for one, other in pairwise(steps))
