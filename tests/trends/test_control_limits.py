"""The u-chart of ISO 7870-2 and the run rules of Nelson (1984)."""

import math

import pytest
from hypothesis import given, strategies as st

from wiring_qa.trends.control_limits import Signal, u_chart

QUIET = [(10, 1000)] * 8


def signals(counts: list[tuple[int, int]]) -> list[set[Signal]]:
    return [set(point.signals) for point in u_chart(counts).points]


def test_limits_are_three_sigma_of_a_poisson_count_around_the_middle() -> None:
    chart = u_chart([(12, 1000), (8, 1000), (20, 2000), (0, 500), *QUIET])
    middle = (12 + 8 + 20 + 80) / 12_500
    assert chart.middle == pytest.approx(middle)
    third = chart.points[2]
    assert third.upper == pytest.approx(middle + 3 * math.sqrt(middle / 2000))
    assert third.lower == pytest.approx(middle - 3 * math.sqrt(middle / 2000))
    assert chart.points[3].lower == 0


def test_a_week_without_rows_has_no_rate_and_no_limits() -> None:
    point = u_chart([(0, 0), *QUIET]).points[0]
    assert (point.rate, point.upper, point.signals) == (None, None, ())


def test_few_weeks_have_no_limits_and_no_signals() -> None:
    chart = u_chart([(1, 1000)] * 6 + [(90, 1000)])
    assert not chart.has_limits
    assert {point.signals for point in chart.points} == {()}


def test_a_point_beyond_a_limit_is_a_signal() -> None:
    assert Signal.BEYOND in signals([*QUIET, (40, 1000)])[-1]
    assert signals(QUIET) == [set()] * 8


def test_nine_in_a_row_on_one_side_are_a_signal_and_eight_are_not() -> None:
    low, high = [(8, 1000)] * 9, [(12, 1000)] * 9
    found = signals([*low, *high])
    assert [Signal.ONE_SIDE in each for each in found] == [False] * 8 + [True] + [False] * 8 + [True]


def test_six_in_a_row_rising_are_a_signal() -> None:
    found = signals([*QUIET, *((8 + step, 1000) for step in range(6))])
    assert Signal.TREND in found[-1]
    assert Signal.TREND not in found[-2]


def test_fourteen_alternating_are_a_signal() -> None:
    found = signals([(9 + 2 * (step % 2), 1000) for step in range(15)])
    assert [Signal.ALTERNATING in each for each in found] == [False] * 13 + [True, True]


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 2000)), max_size=60))
def test_any_counts_have_a_chart_whose_limits_hold_the_middle(counts: list[tuple[int, int]]) -> None:
    chart = u_chart(counts)
    assert len(chart.points) == len(counts)
    for point in chart.points:
        if point.upper is not None:
            assert 0 <= (point.lower or 0) <= (chart.middle or 0) <= point.upper
