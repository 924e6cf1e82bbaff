"""Periods, their buckets and the ones before."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from wiring_qa.trends.periods import EARLIEST, LATEST, Period, Span, day_of, own_period, period_of

DAYS = st.dates(EARLIEST + timedelta(days=800), LATEST - timedelta(days=800))
NAMED = st.sampled_from([span for span in Span if span is not Span.OWN])


@given(NAMED, DAYS)
def test_the_buckets_are_the_period_without_gap_or_overlap(span: Span, day: date) -> None:
    period = period_of(span, day)
    assert period.start <= day < period.end
    assert period.buckets[0].start == period.start
    assert period.buckets[-1].end == period.end
    for one, following in zip(period.buckets, period.buckets[1:], strict=False):
        assert one.end == following.start
        assert one.start < one.end
    if len(period.buckets) > 7:
        assert all(bucket.start.weekday() == 0 for bucket in period.buckets[1:])


@given(NAMED, DAYS)
def test_the_period_before_ends_where_the_period_begins(span: Span, day: date) -> None:
    period = period_of(span, day)
    assert period.before.end == period.start
    assert period.before.span is span


@given(DAYS, DAYS)
def test_days_of_ones_own_are_in_their_period_whichever_comes_first(one: date, other: date) -> None:
    period = own_period(one, other)
    assert period.last == max(one, other)
    assert period.start == min(one, other) or (period.end - period.start).days == 1100


@pytest.mark.parametrize(
    ("span", "day", "start", "last"),
    [
        (Span.WEEKS_4, "2026-11-24", "2026-11-02", "2026-11-29"),
        (Span.WEEK, "2026-11-24", "2026-11-23", "2026-11-29"),
        (Span.MONTH, "2026-02-14", "2026-02-01", "2026-02-28"),
        (Span.HALF_YEAR, "2026-11-24", "2026-07-01", "2026-12-31"),
        (Span.HALF_YEAR, "2026-06-30", "2026-01-01", "2026-06-30"),
    ],
)
def test_periods_are_those_of_the_calendar(span: Span, day: str, start: str, last: str) -> None:
    period = period_of(span, date.fromisoformat(day))
    assert (period.start.isoformat(), period.last.isoformat()) == (start, last)


def test_a_month_has_its_weeks_cut_at_its_ends() -> None:
    buckets = period_of(Span.MONTH, date(2026, 11, 24)).buckets
    assert [bucket.start.day for bucket in buckets] == [1, 2, 9, 16, 23, 30]
    assert buckets[0] == Period(Span.OWN, date(2026, 11, 1), date(2026, 11, 2))


@pytest.mark.parametrize("text", ["", "never", "0001-01-02", "9999-12-31", "2026-13-01"])
def test_what_is_no_day_of_a_plant_is_none(text: str) -> None:
    assert day_of(text) is None
