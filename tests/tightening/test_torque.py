from decimal import Decimal

import pytest

from wiring_qa.tightening.torque import TORQUES, thread_in


@pytest.mark.parametrize(
    ("text", "thread"),
    [("M4", "M4"), ("screw m3.5", "M3.5"), ("M 10 bolt", "M10"), ("M2,5", "M2.5"), ("KM4", None), ("", None)],
)
def test_a_thread_is_told_from_free_text(text: str, thread: str | None) -> None:
    assert thread_in(text) == thread


def test_the_torques_are_those_of_the_table_and_say_which_are_assumed() -> None:
    assert {torque.thread: torque.torque_nm for torque in TORQUES}["M4"] == Decimal("1.2")
    assert [torque.thread for torque in TORQUES if torque.is_assumed] == ["M2.5", "M3"]
