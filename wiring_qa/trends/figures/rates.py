"""Findings and first-checked rows over time: the u-chart."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func

from wiring_qa.checks.tallies import CachedFirstChecks
from wiring_qa.core.db import db
from wiring_qa.findings.models import Finding
from wiring_qa.trends.control_limits import UChart, u_chart
from wiring_qa.trends.filters import Filters
from wiring_qa.trends.selections import buckets_of, findings, first_checks

FEWEST_CABINETS = 5
"""Cabinets below which no trend is drawn: each of them would bend it."""


@dataclass(frozen=True)
class Rates:
    """A period's findings and rows by bucket, and of how many cabinets rows were checked."""

    chart: UChart
    cabinets: int

    @property
    def findings(self) -> int:
        """How many findings were raised."""
        return sum(point.findings for point in self.chart.points)

    @property
    def rows(self) -> int:
        """How many rows were checked for the first time."""
        return sum(point.rows for point in self.chart.points)

    @property
    def per_thousand(self) -> float | None:
        """Findings per 1,000 rows."""
        return 1000 * self.findings / self.rows if self.rows else None

    @property
    def dpmo(self) -> float | None:
        """Defects per million opportunities: findings by rows, times a million."""
        return 1_000_000 * self.findings / self.rows if self.rows else None

    @property
    def are_few(self) -> bool:
        """Whether there are too few cabinets to speak of a trend."""
        return self.cabinets < FEWEST_CABINETS


def rates(filters: Filters) -> Rates:
    """Count findings and first-checked rows by bucket, in three statements."""
    counted = db.session.execute(
        first_checks(filters, CachedFirstChecks.day, func.sum(CachedFirstChecks.rows)).group_by(
            CachedFirstChecks.day
        )
    )
    ends = [bucket.end for bucket in filters.period.buckets]
    rows = [0] * len(ends)
    for day, count in counted:
        rows[bisect_right(ends, day)] += count
    query = first_checks(filters, func.count(CachedFirstChecks.cabinet_id.distinct()))
    cabinets = db.session.scalar(query) or 0
    found = raised(filters)
    return Rates(u_chart(list(zip(found, rows, strict=True)), is_small=cabinets < FEWEST_CABINETS), cabinets)


def raised(filters: Filters) -> Sequence[int]:
    """Count a view's findings by bucket."""
    buckets = buckets_of(filters)
    counts = [0] * len(filters.period.buckets)
    query = (
        findings(filters, buckets.c.place, func.count(), dated=False)
        .join(buckets, (Finding.at >= buckets.c.start) & (Finding.at < buckets.c.end))
        .group_by(buckets.c.place)
    )
    for place, count in db.session.execute(query):
        counts[place] = count
    return counts
