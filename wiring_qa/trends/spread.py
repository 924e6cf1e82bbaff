"""Median and percentile of times; a mean would follow the few that lasted longest."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

PERCENTILE = 0.9


@dataclass(frozen=True)
class Spread:
    """How long something took: how often, the median and the 90th percentile."""

    count: int
    median: timedelta
    p90: timedelta


def spread_of(times: Sequence[timedelta]) -> Spread | None:
    """Return the spread of times; None where there are none.

    The percentile is the smallest time that 90 % of all do not exceed (nearest rank).
    """
    if not times:
        return None
    ordered = sorted(times)
    rank = math.ceil(PERCENTILE * len(ordered)) - 1
    middle = timedelta(seconds=median(each.total_seconds() for each in ordered))
    return Spread(len(ordered), middle, ordered[rank])
