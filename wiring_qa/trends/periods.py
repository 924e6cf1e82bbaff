"""Spans of days, the buckets that a chart shows them in, and the span before."""

import enum
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from flask_babel import lazy_gettext as _l

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)
EARLIEST, LATEST = date(2000, 1, 1), date(2199, 12, 31)
"""Days outside are no days of a plant, and taken for a slip."""
LONGEST = 1100
"""How many days a span of a reader's own may have."""


class Span(enum.StrEnum):
    """How long a period is."""

    WEEKS_4 = "4-weeks"
    WEEKS_13 = "13-weeks"
    WEEKS_26 = "26-weeks"
    WEEKS_52 = "52-weeks"
    WEEK = "week"
    MONTH = "month"
    HALF_YEAR = "half-year"
    OWN = "own"

    @property
    def label(self) -> Any:
        """The span in the reader's language."""
        return _LABELS[self]


_LABELS = {
    Span.WEEKS_4: _l("4 weeks"),
    Span.WEEKS_13: _l("13 weeks"),
    Span.WEEKS_26: _l("26 weeks"),
    Span.WEEKS_52: _l("52 weeks"),
    Span.WEEK: _l("Week"),
    Span.MONTH: _l("Month"),
    Span.HALF_YEAR: _l("Half-year"),
    Span.OWN: _l("Days of one's own"),
}
_WEEKS = {Span.WEEKS_4: 4, Span.WEEKS_13: 13, Span.WEEKS_26: 26, Span.WEEKS_52: 52, Span.WEEK: 1}
_HALF = 6


@dataclass(frozen=True)
class Period:
    """Whole days of the plant's time zone, from ``start`` on and before ``end``."""

    span: Span
    start: date
    end: date

    @property
    def last(self) -> date:
        """Its last day."""
        return self.end - DAY

    @property
    def buckets(self) -> Sequence["Period"]:
        """Its parts in order: days of a week, else weeks from Monday on, cut at its ends."""
        step = DAY if self.end - self.start <= WEEK else WEEK
        found, start = [], self.start
        while start < self.end:
            following = start - timedelta(days=start.weekday()) + step if step == WEEK else start + step
            found.append(Period(Span.OWN, start, min(following, self.end)))
            start = following
        return found

    @property
    def before(self) -> "Period":
        """The period before: of the same name, or else of as many days."""
        if self.span in {Span.MONTH, Span.HALF_YEAR}:
            return period_of(self.span, self.start - DAY)
        return Period(self.span, self.start - (self.end - self.start), self.start)

    @property
    def address(self) -> dict[str, str]:
        """What names it in an address."""
        if self.span is Span.OWN:
            return {"from": self.start.isoformat(), "to": self.last.isoformat()}
        return {"span": self.span.value, "until": self.last.isoformat()}


def period_of(span: Span, day: date) -> Period:
    """Return the period of a span that a day lies in: in its last week, or in the month or half-year."""
    if span is Span.MONTH:
        return Period(span, day.replace(day=1), _month_after(day))
    if span is Span.HALF_YEAR:
        first = day.replace(month=1 if day.month <= _HALF else _HALF + 1, day=1)
        return Period(span, first, _month_after(first.replace(month=first.month + _HALF - 1)))
    monday = day - timedelta(days=day.weekday())
    return Period(span, monday - (_WEEKS.get(span, 13) - 1) * WEEK, monday + WEEK)


def own_period(first: date, last: date) -> Period:
    """Return the period from one day to another, both in it; the later ones of too many days."""
    first, last = min(first, last), max(first, last)
    return Period(Span.OWN, max(first, last - timedelta(days=LONGEST - 1)), last + DAY)


def day_of(text: str) -> date | None:
    """Return the day that a text names; None for anything else."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if EARLIEST <= found <= LATEST else None


def _month_after(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)
