from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from wiring_qa.tightening import plans
from wiring_qa.tightening.plans import code_letter, plan_for

II = "II"


@pytest.mark.parametrize(
    ("lot", "level", "letter"),
    [
        (2, "II", "A"), (8, "III", "B"), (9, "II", "B"), (50, "II", "D"), (51, "II", "E"), (281, "II", "H"),
        (500, "II", "H"), (501, "II", "J"), (1200, "S-1", "C"), (3201, "S-4", "G"), (500001, "III", "R"),
    ],
)  # fmt: skip
def test_the_code_letter_of_a_lot_is_the_published_one(lot: int, level: str, letter: str) -> None:
    assert code_letter(lot, level) == letter


@pytest.mark.parametrize(
    ("lot", "aql", "size", "acceptance"),
    [
        (100, "0.65", 20, 0),  # F itself
        (200, "0.65", 20, 0),  # G points back to F
        (400, "0.65", 80, 1),  # H points forward to J
        (644, "0.65", 80, 1),  # J itself
        (2000, "0.65", 125, 2),  # K
        (9000, "0.65", 200, 3),  # L
        (20, "1.0", 13, 0),  # C points forward to E
        (400, "1.0", 50, 1),  # H
        (400, "2.5", 50, 3),  # H, five letters after C
        (400, "4.0", 50, 5),
        (400, "6.5", 50, 7),
        (2000, "6.5", 125, 14),
        (5000, "6.5", 200, 21),  # L is the last with a number of its own at 6.5
        (20000, "6.5", 200, 21),  # M points back to it
    ],
)
def test_size_and_acceptance_number_are_the_published_ones(
    lot: int, aql: str, size: int, acceptance: int
) -> None:
    plan = plan_for(lot, II, Decimal(aql))
    assert (plan.sample_size, plan.acceptance_number) == (size, acceptance)


@pytest.mark.parametrize(
    ("aql", "cells"),
    [
        ("0.65", {120: (20, 0), 1000: (80, 1)}),
        ("1.0", {40: (13, 0), 120: (13, 0), 200: (50, 1), 1000: (80, 2), 3000: (125, 3)}),
        ("2.5", {10: (5, 0), 40: (5, 0), 80: (20, 1), 120: (20, 1), 200: (32, 2), 1000: (80, 5)}),
        ("2.5", {3000: (125, 7), 9000: (200, 10)}),
        ("4.0", {1000: (80, 7)}),
        ("6.5", {10: (2, 0), 1000: (80, 10)}),
    ],
)
def test_cells_that_other_programs_get_wrong_are_right(aql: str, cells: dict[int, tuple[int, int]]) -> None:
    plans_here = {lot: plan_for(lot, II, Decimal(aql)) for lot in cells}
    assert {lot: (plan.sample_size, plan.acceptance_number) for lot, plan in plans_here.items()} == cells


@given(
    st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from(plans.LEVELS), st.sampled_from(plans.AQLS)
)
def test_a_larger_lot_never_has_a_smaller_sample(one: int, other: int, level: str, aql: Decimal) -> None:
    small, large = (plan_for(lot, level, aql) for lot in sorted((one, other)))
    assert small.sample_size <= large.sample_size
    assert small.acceptance_number <= large.acceptance_number


def test_a_sample_as_large_as_the_lot_is_the_whole_lot() -> None:
    plan = plan_for(14, II, Decimal("0.65"))
    assert (plan.sample_size, plan.acceptance_number, plan.whole_lot) == (14, 0, True)


@given(st.integers(1, 10**6), st.sampled_from(plans.LEVELS), st.sampled_from(plans.AQLS))
def test_no_plan_draws_more_than_the_lot_or_accepts_all_of_it(lot: int, level: str, aql: Decimal) -> None:
    plan = plan_for(lot, level, aql)
    assert 1 <= plan.sample_size <= lot
    assert plan.whole_lot == (plan.sample_size == lot)
    assert plan.acceptance_number < plans.SIZES[plan.letter]


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.sampled_from(plans.LEVELS))
def test_a_larger_lot_has_no_smaller_letter(one: int, other: int, level: str) -> None:
    small, large = sorted((one, other))
    assert plans.LETTERS.index(code_letter(small, level)) <= plans.LETTERS.index(code_letter(large, level))


def test_an_unknown_level_or_aql_is_refused() -> None:
    with pytest.raises(ValueError, match="tuple"):
        plan_for(100, "IV", Decimal("0.65"))
    with pytest.raises(KeyError):
        plan_for(100, II, Decimal("0.7"))
