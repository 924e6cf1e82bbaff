"""The period report for the quality meeting: the figures, the biggest changes, open matters."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from flask_babel import gettext as _

from wiring_qa.core.clock import now
from wiring_qa.core.i18n import number
from wiring_qa.trends.changes import Change
from wiring_qa.trends.charts.flow import ages, times
from wiring_qa.trends.charts.heat import heat
from wiring_qa.trends.charts.pareto import pareto
from wiring_qa.trends.charts.tried import sizes, tools
from wiring_qa.trends.charts.weekly import weekly
from wiring_qa.trends.filters import Filters
from wiring_qa.trends.glances import Glance, glance
from wiring_qa.trends.matters import Matters, changes, matters
from wiring_qa.trends.periods import Span, period_of
from wiring_qa.trends.shown import Shown, decimal, percent

SPANS = (Span.WEEK, Span.MONTH, Span.HALF_YEAR)
MOST_CHANGES = 8


@dataclass(frozen=True)
class Figure:
    """A figure in words: now, and in the period before."""

    name: str
    now: str
    before: str


@dataclass(frozen=True)
class Report:
    """All that the report shows; ``course`` is the half-year up to the period, week by week."""

    filters: Filters
    at: datetime
    figures: Sequence[Figure]
    changes: Sequence[Change]
    course: Shown
    shown: Sequence[Shown]
    matters: Matters


def report_of(filters: Filters) -> Report:
    """Count a period's report."""
    course = replace(filters, period=period_of(Span.WEEKS_26, filters.period.last))
    return Report(
        filters,
        now(),
        _figures(glance(filters), glance(filters.before)),
        changes(filters)[:MOST_CHANGES],
        weekly(course),
        [make(filters) for make in (pareto, heat, times, tools, sizes, ages)],
        matters(filters),
    )


def _figures(here: Glance, before: Glance) -> list[Figure]:
    return [
        Figure(_("Rows checked for the first time"), number(here.rates.rows), number(before.rates.rows)),
        Figure(_("Findings"), number(here.rates.findings), number(before.rates.findings)),
        Figure(
            _("Findings per 1,000 rows"), decimal(here.rates.per_thousand), decimal(before.rates.per_thousand)
        ),
        Figure(_("DPMO"), decimal(here.rates.dpmo), decimal(before.rates.dpmo)),
        Figure(_("First-pass yield"), _passed(here), _passed(before)),
        Figure(_("Found only at the spot check"), number(here.escaped), number(before.escaped)),
    ]


def _passed(each: Glance) -> str:
    found = each.first_pass
    counted = _("%(clean)s of %(count)s cabinets", clean=found.clean, count=found.cabinets)
    return f"{percent(found.share)} ({counted})"
