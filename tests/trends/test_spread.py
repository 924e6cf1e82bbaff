from datetime import timedelta

from wiring_qa.trends.spread import spread_of


def hours(*each: int) -> list[timedelta]:
    return [timedelta(hours=hour) for hour in each]


def test_the_median_and_the_time_that_nine_in_ten_do_not_exceed() -> None:
    found = spread_of(hours(1, 2, 3, 4, 5, 6, 7, 8, 9, 100))
    assert found is not None
    assert (found.count, found.median, found.p90) == (10, timedelta(hours=5.5), timedelta(hours=9))


def test_one_time_is_both_and_none_is_none() -> None:
    found = spread_of(hours(4))
    assert found is not None
    assert found.median == found.p90 == timedelta(hours=4)
    assert spread_of([]) is None
