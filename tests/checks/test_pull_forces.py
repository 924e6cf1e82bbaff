from decimal import Decimal

import pytest

from wiring_qa.checks.pull_forces import FORCES_N, pull_force_n


@pytest.mark.parametrize(("mm2", "newtons"), [("0.2", 10), ("1.5", 40), ("2.5", 50), ("6", 80), ("300", 578)])
def test_an_entry_of_the_table_has_its_force(mm2: str, newtons: int) -> None:
    assert pull_force_n(Decimal(mm2)) == newtons


@pytest.mark.parametrize(("mm2", "newtons"), [("2.08", 40), ("3.3", 50), ("5.26", 60), ("400", 578)])
def test_a_size_between_two_entries_takes_the_lower_force(mm2: str, newtons: int) -> None:
    assert pull_force_n(Decimal(mm2)) == newtons


def test_a_size_below_the_table_has_no_force() -> None:
    assert pull_force_n(Decimal("0.14")) is None


def test_a_larger_conductor_never_holds_less() -> None:
    forces = [FORCES_N[size] for size in sorted(FORCES_N)]
    assert forces == sorted(forces)
