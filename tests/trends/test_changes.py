"""Whether two rates differ by more than chance."""

import pytest

from wiring_qa.trends.changes import Change


def test_equal_rates_do_not_differ() -> None:
    assert Change("loose", 10, 1000, 20, 2000).deviate == pytest.approx(0)


def test_the_deviate_is_that_of_two_poisson_rates() -> None:
    # (30/1000 - 10/1000) / sqrt(40/2000 · 2/1000)
    change = Change("loose", 30, 1000, 10, 1000)
    assert change.deviate == pytest.approx(3.1623, abs=1e-4)
    assert change.is_clear
    assert Change("loose", 10, 1000, 30, 1000).deviate == pytest.approx(-change.deviate)


@pytest.mark.parametrize("few", [Change("loose", 4, 10, 0, 1000), Change("loose", 9, 100, 0, 0)])
def test_nothing_is_said_of_few_findings_or_no_rows(few: Change) -> None:
    assert few.deviate == 0
    assert not few.is_clear
