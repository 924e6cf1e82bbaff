"""First-pass yield: cabinets whose first inspection raised no finding."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import case, func

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.core.db import db
from wiring_qa.trends.filters import Filters
from wiring_qa.trends.selections import buckets_of, has_findings, inspected_cabinets

FEWEST = 10
"""Cabinets below which a share says little, and the page says so."""


@dataclass(frozen=True)
class FirstPass:
    """Cabinets whose first inspection was done in a time, and those of them without a finding."""

    cabinets: int = 0
    clean: int = 0

    @property
    def share(self) -> float | None:
        """The first-pass yield."""
        return self.clean / self.cabinets if self.cabinets else None

    @property
    def are_few(self) -> bool:
        """Whether there are too few cabinets to speak of a share."""
        return self.cabinets < FEWEST


def first_passes(filters: Filters) -> Sequence[FirstPass]:
    """Return the first passes of each bucket of a view."""
    buckets = buckets_of(filters)
    clean = func.sum(case((has_findings(), 0), else_=1))
    query = (
        inspected_cabinets(filters, buckets.c.place, func.count(), clean, dated=False)
        .join(
            buckets,
            (Cabinet.cached_inspected_at >= buckets.c.start) & (Cabinet.cached_inspected_at < buckets.c.end),
        )
        .group_by(buckets.c.place)
    )
    found = {place: FirstPass(count, passed) for place, count, passed in db.session.execute(query)}
    return [found.get(place, FirstPass()) for place in range(len(filters.period.buckets))]


def summed(passes: Sequence[FirstPass]) -> FirstPass:
    """Return the first passes of all buckets together."""
    return FirstPass(sum(each.cabinets for each in passes), sum(each.clean for each in passes))
