"""Rechecks over time, and those of them that failed and opened their finding again."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import case, func

from wiring_qa.core.db import db
from wiring_qa.findings.models import Recheck
from wiring_qa.trends.figures.times import made
from wiring_qa.trends.filters import Filters
from wiring_qa.trends.selections import buckets_of

FEWEST = 10
"""Rechecks below which a share that failed says little, and the page says so."""


@dataclass(frozen=True)
class Rechecked:
    """Rechecks made in a time, those that failed, and the findings that these opened again."""

    rechecks: int = 0
    failed: int = 0
    reopened: int = 0

    @property
    def share(self) -> float | None:
        """The share that failed."""
        return self.failed / self.rechecks if self.rechecks else None


def rechecked(filters: Filters) -> Sequence[Rechecked]:
    """Return the rechecks of each bucket of a view."""
    buckets = buckets_of(filters)
    failed = case((Recheck.passed.is_(False), Recheck.finding_id))
    query = (
        made(
            *(Recheck, filters, buckets.c.place, func.count()),
            *(func.count(failed), func.count(failed.distinct())),
            dated=False,
        )
        .join(buckets, (Recheck.at >= buckets.c.start) & (Recheck.at < buckets.c.end))
        .group_by(buckets.c.place)
    )
    found = {place: Rechecked(*counts) for place, *counts in db.session.execute(query)}
    return [found.get(place, Rechecked()) for place in range(len(filters.period.buckets))]
