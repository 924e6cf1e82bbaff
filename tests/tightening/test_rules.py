from collections.abc import Sequence

import pytest

from wiring_qa.core.refusals import Refusal
from wiring_qa.tightening import rules
from wiring_qa.tightening.rules import DrawnRow, GroupFacts, RoundFacts
from wiring_qa.tightening.states import RoundState, SpotResult

CONFIRMED = GroupFacts(confirmations=(5,))
OPEN = GroupFacts()
HELD, MOVED = SpotResult.HELD, SpotResult.MOVED


@pytest.mark.parametrize(
    ("confirmations", "fixes", "confirmed"),
    [
        ((), (), False),
        ((5,), (), True),
        ((5,), (3,), True),
        ((5,), (3, 7), False),
        ((5, 8), (3, 7), True),
        ((), (3,), False),
    ],
)
def test_a_fix_made_on_a_group_after_its_confirmation_takes_the_confirmation_back(
    confirmations: Sequence[int], fixes: Sequence[int], confirmed: bool
) -> None:
    assert rules.is_confirmed(GroupFacts(confirmations, fixes)) is confirmed


def _random(wire: int, result: SpotResult | None = HELD, **more: int | bool) -> DrawnRow:
    return DrawnRow(wire, is_random=True, result=result, checked_at=10 if result else 0, **more)  # type: ignore[arg-type]


def _named(wire: int, result: SpotResult | None = HELD, **more: int | bool) -> DrawnRow:
    return DrawnRow(wire, is_random=False, result=result, checked_at=10 if result else 0, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentence", "groups", "drawn", "accepted", "state"),
    [
        ("nothing confirmed", [OPEN, OPEN], [], 0, RoundState.TIGHTENING),
        ("one group left", [CONFIRMED, OPEN], [], 0, RoundState.TIGHTENING),
        ("all confirmed, not drawn", [CONFIRMED], [], 0, RoundState.SPOT_CHECK),
        ("a row left to try", [CONFIRMED], [_random(1), _named(2, None)], 0, RoundState.SPOT_CHECK),
        ("every row held", [CONFIRMED], [_random(1), _named(2)], 0, RoundState.PASSED),
        ("a group reworked", [CONFIRMED, OPEN], [_random(1)], 0, RoundState.TIGHTENING),
        ("one more moved than accepted", [CONFIRMED], [_random(1, MOVED)], 0, RoundState.FAILED),
        ("failed stays failed", [OPEN], [_random(1, MOVED)], 0, RoundState.FAILED),
        ("an accepted one moved", [CONFIRMED], [_random(1, MOVED)], 1, RoundState.SPOT_CHECK),
        (
            "an accepted one was fixed",
            [CONFIRMED],
            [_random(1, MOVED, last_fix=12)],
            1,
            RoundState.SPOT_CHECK,
        ),
        (
            "an accepted one was fixed and held",
            [CONFIRMED],
            [_random(1, MOVED, last_fix=12), DrawnRow(1, False, HELD, 14, last_fix=12)],
            1,
            RoundState.PASSED,
        ),
        (
            "an accepted one conceded",
            [CONFIRMED],
            [_random(1, MOVED, is_conceded=True)],
            1,
            RoundState.PASSED,
        ),
        ("a mandatory row moved", [CONFIRMED], [_named(1, MOVED)], 7, RoundState.FAILED),
        (
            "conceding does not unfail",
            [CONFIRMED],
            [_named(1, MOVED, is_conceded=True)],
            7,
            RoundState.FAILED,
        ),
        (
            "an accepted one moved again",
            [CONFIRMED],
            [_random(1, MOVED, last_fix=12), DrawnRow(1, False, MOVED, 14, last_fix=12)],
            7,
            RoundState.FAILED,
        ),
        (
            "held, then fixed for something else",
            [CONFIRMED],
            [_random(1, last_fix=12)],
            0,
            RoundState.SPOT_CHECK,
        ),
        ("fixed before it held", [CONFIRMED], [_random(1, last_fix=8)], 0, RoundState.PASSED),
        (
            "a random row drawn again for a reason",
            [CONFIRMED],
            [_random(1, None), _named(1, None)],
            0,
            RoundState.SPOT_CHECK,
        ),
    ],
)
def test_how_a_round_stands(
    sentence: str, groups: list[GroupFacts], drawn: list[DrawnRow], accepted: int, state: RoundState
) -> None:
    assert rules.round_state(RoundFacts(groups, drawn, accepted)) is state, sentence


def _code(refusal: Refusal | None) -> str | None:
    return refusal.code if refusal else None


@pytest.mark.parametrize(
    ("state", "code"),
    [
        (None, None),
        (RoundState.PASSED, None),
        (RoundState.FAILED, None),
        (RoundState.TIGHTENING, "round_in_progress"),
        (RoundState.SPOT_CHECK, "round_in_progress"),
    ],
)
def test_a_cabinet_has_one_round_at_a_time(state: RoundState | None, code: str | None) -> None:
    assert _code(rules.may_start_round(state)) == code


@pytest.mark.parametrize(
    ("state", "confirmed", "setting", "torque", "code"),
    [
        (RoundState.TIGHTENING, False, True, False, None),
        (RoundState.TIGHTENING, False, False, True, None),
        (RoundState.TIGHTENING, False, False, False, "setting_missing"),
        (RoundState.TIGHTENING, True, True, True, "already_confirmed"),
        (RoundState.SPOT_CHECK, True, True, True, "already_confirmed"),
        (RoundState.PASSED, False, True, True, "no_round"),
        (None, False, True, True, "no_round"),
    ],
)
def test_a_group_is_confirmed_once_with_setting_or_torque(
    state: RoundState | None, confirmed: bool, setting: bool, torque: bool, code: str | None
) -> None:
    refusal = rules.may_confirm_group(state, confirmed=confirmed, has_setting=setting, has_torque=torque)

    assert _code(refusal) == code


@pytest.mark.parametrize(
    ("state", "row", "tight", "code"),
    [
        (RoundState.SPOT_CHECK, _random(1, None), True, None),
        (RoundState.TIGHTENING, _random(1, None), True, None),
        (RoundState.TIGHTENING, _random(1, None), False, "not_tightened"),
        (RoundState.SPOT_CHECK, _random(1), True, "already_checked"),
        (RoundState.SPOT_CHECK, None, True, "not_drawn"),
        (RoundState.PASSED, _random(1, None), True, "no_round"),
        (None, None, True, "no_round"),
    ],
)
def test_a_drawn_row_is_tried_once_while_its_groups_are_tightened(
    state: RoundState | None, row: DrawnRow | None, tight: bool, code: str | None
) -> None:
    assert _code(rules.may_spot_check(state, row, groups_confirmed=tight)) == code


def test_whoever_confirmed_a_group_does_not_spot_check_it() -> None:
    assert _code(rules.may_spot_check_group(7, {6, 7})) == "own_group"
    assert rules.may_spot_check_group(8, {6, 7}) is None
