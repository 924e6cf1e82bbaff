"""The period report for the quality meeting: the figures, the biggest changes, open matters."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from flask_babel import gettext as _

from wiring_qa.core.clock import now
from wiring_qa.core.i18n import number
from wiring_qa.trends.changes import Change
from wiring_qa.trends.charts.escapes import escapes
from wiring_qa.trends.charts.flow import ages, times
from wiring_qa.trends.charts.heat import heat
from wiring_qa.trends.charts.pareto import pareto
from wiring_qa.trends.charts.rechecks import rechecks
from wiring_qa.trends.charts.tried import sizes, tools
from wiring_qa.trends.charts.weekly import weekly
from wiring_qa.trends.figures.complained import complained
from wiring_qa.trends.figures.rechecked import rechecked
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
    """All that the report shows; ``course`` is that of the half-year up to the period, ``course_of``."""

    filters: Filters
    course_of: Filters
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
        course,
        now(),
        [*_figures(glance(filters), glance(filters.before)), *_after(filters)],
        changes(filters)[:MOST_CHANGES],
        weekly(course),
        [make(filters) for make in (pareto, heat, times, rechecks, tools, sizes, escapes, ages)],
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


def _after(filters: Filters) -> list[Figure]:
    told, told_before = (sum(complained(each)) for each in (filters, filters.before))
    return [
        Figure(_("Rechecks that failed"), _failed(filters), _failed(filters.before)),
        Figure(_("Complaints"), number(told), number(told_before)),
    ]


def _failed(filters: Filters) -> str:
    found = rechecked(filters)
    failed, count = sum(each.failed for each in found), sum(each.rechecks for each in found)
    counted = _("%(failed)s of %(count)s rechecks", failed=failed, count=count)
    return f"{percent(failed / count if count else None)} ({counted})"


def _passed(each: Glance) -> str:
    found = each.first_pass
    counted = _("%(clean)s of %(count)s cabinets", clean=found.clean, count=found.cabinets)
    return f"{percent(found.share)} ({counted})"
