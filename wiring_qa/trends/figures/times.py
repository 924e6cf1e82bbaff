"""How long findings wait for their fix and fixes for their recheck, and how many rechecks fail."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Select, select

from wiring_qa.core.clock import now
from wiring_qa.core.db import db
from wiring_qa.findings.kinds import FindingState
from wiring_qa.findings.models import Finding, Fix, Recheck
from wiring_qa.trends.filters import Filters
from wiring_qa.trends.selections import Table, findings, within
from wiring_qa.trends.spread import Spread, spread_of

AGES = (timedelta(days=1), timedelta(days=3), timedelta(days=7), timedelta(days=14))
"""Up to which age open findings are counted together; the last count is of all that are older."""


@dataclass(frozen=True)
class Times:
    """The fixes and rechecks of a period: how long they were waited for, and how many rechecks failed."""

    to_fix: Spread | None
    to_recheck: Spread | None
    rechecks: int
    failed: int

    @property
    def failure_rate(self) -> float | None:
        """The share of rechecks that failed; each opened its finding again."""
        return self.failed / self.rechecks if self.rechecks else None


def times_of(filters: Filters) -> Times:
    """Return the times of the fixes and rechecks made in a period, in two statements."""
    fixed = db.session.scalars(made(Fix, filters, Fix.waited_s)).all()
    rechecked = db.session.execute(made(Recheck, filters, Recheck.waited_s, Recheck.passed)).all()
    return Times(
        spread_of([timedelta(seconds=each) for each in fixed]),
        spread_of([timedelta(seconds=each.waited_s) for each in rechecked]),
        len(rechecked),
        sum(not each.passed for each in rechecked),
    )


def made(table: type[Fix | Recheck], filters: Filters, *columns: Any, dated: bool = True) -> Select[Any]:
    """Select the fixes or rechecks of a view's findings that were made in its period, or at any time."""
    query = select(*columns).select_from(table)
    if dated:
        query = query.where(*within(table.at, filters))
    if filters.narrowed:
        query = query.where(table.finding_id.in_(findings(filters, Finding.id, dated=False)))
    return query


def open_findings(
    filters: Filters, *columns: Any, age: int | None = None, needs: Iterable[Table] = ()
) -> Select[Any]:
    """Select the findings of a view that are not settled, whenever they were raised; of one age or all."""
    query = findings(filters, *columns, dated=False, needs=needs).where(
        Finding.cached_state.in_([FindingState.OPEN, FindingState.FIXED])
    )
    moment = now()
    if age is not None and age < len(AGES):
        query = query.where(Finding.at > moment - AGES[age])
    if age:
        query = query.where(Finding.at <= moment - AGES[min(age, len(AGES)) - 1])
    return query


def open_by_age(filters: Filters) -> Sequence[int]:
    """Count the findings that are not settled now by their age."""
    moment = now()
    counts = [0] * (len(AGES) + 1)
    for raised in db.session.scalars(open_findings(filters, Finding.at)):
        counts[sum(moment - raised >= age for age in AGES)] += 1
    return counts
