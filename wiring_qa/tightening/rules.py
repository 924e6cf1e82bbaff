"""How a round stands, from the facts about it; who may start, confirm and spot-check."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from flask_babel import lazy_gettext as _l

from wiring_qa.checks.rules import NEVER
from wiring_qa.core.refusals import Refusal
from wiring_qa.tightening.states import RoundState, SpotResult

IN_PROGRESS = frozenset({RoundState.TIGHTENING, RoundState.SPOT_CHECK})


@dataclass(frozen=True)
class GroupFacts:
    """The positions of a group's confirmations and of the reworks that touched its device."""

    confirmations: Collection[int] = field(default_factory=tuple)
    fixes: Collection[int] = field(default_factory=tuple)


@dataclass(frozen=True)
class DrawnRow:
    """A drawn row with its spot check, if it has one, and the last rework that touched the wire.

    ``is_conceded`` tells whether a lead has accepted the loose finding that it raised, ``is_removed`` whether
    a new revision has removed its wire. ``drawn_at`` is the position at which it was drawn.
    """

    wire_id: int
    is_random: bool
    result: SpotResult | None = None
    checked_at: int = NEVER
    last_fix: int = NEVER
    is_conceded: bool = False
    is_removed: bool = False
    drawn_at: int = NEVER


@dataclass(frozen=True)
class RoundFacts:
    """All that decides how a round stands; ``drawn`` is in the order of drawing, a wire's last row counts."""

    groups: Collection[GroupFacts]
    drawn: Sequence[DrawnRow] = field(default_factory=tuple)
    acceptance_number: int = 0


def is_confirmed(group: GroupFacts) -> bool:
    """A rework at a group after its confirmation takes the confirmation back."""
    return max(group.confirmations, default=NEVER) > max(group.fixes, default=NEVER)


def current_rows(drawn: Sequence[DrawnRow]) -> list[DrawnRow]:
    """Return the last drawn row of each wire."""
    return list({row.wire_id: row for row in drawn}.values())


def is_reworked(row: DrawnRow) -> bool:
    """A row that was reworked after its spot check needs a new one."""
    return row.result is not None and row.last_fix > row.checked_at


def is_settled(row: DrawnRow) -> bool:
    """A row needs a spot check after its last rework that held, or the lead's concession where it moved.

    A removed one needs none: that it is gone is confirmed by itself.
    """
    if row.is_removed:
        return True
    if row.result is None or is_reworked(row):
        return False
    return row.result is SpotResult.HELD or row.is_conceded


def is_plan_exceeded(facts: RoundFacts) -> bool:
    """The plan accepts so many random rows that moved, and no row that was drawn for a reason."""
    moved = [row for row in facts.drawn if row.result is SpotResult.MOVED]
    random = {row.wire_id for row in moved if row.is_random}
    return any(not row.is_random for row in moved) or len(random) > facts.acceptance_number


def round_state(facts: RoundFacts) -> RoundState:
    """Derive how a round stands."""
    if is_plan_exceeded(facts):
        return RoundState.FAILED
    if not all(is_confirmed(group) for group in facts.groups):
        return RoundState.TIGHTENING
    if facts.drawn and all(is_settled(row) for row in current_rows(facts.drawn)):
        return RoundState.PASSED
    return RoundState.SPOT_CHECK


def may_start_round(state: RoundState | None) -> Refusal | None:
    """A cabinet has one round at a time; ``state`` is that of its last round."""
    if state in IN_PROGRESS:
        return Refusal("round_in_progress", _l("A tightening round is in progress; finish it first."))
    return None


def may_confirm_group(
    state: RoundState | None, *, confirmed: bool, has_setting: bool, has_torque: bool
) -> Refusal | None:
    """The wirer confirms a group of the round in progress once, with the setting or the torque."""
    if state not in IN_PROGRESS:
        return NO_ROUND
    if confirmed:
        words = _l("This group is confirmed, and nothing at it was fixed since.")
        return Refusal("already_confirmed", words)
    if not (has_setting or has_torque):
        words = _l("Give the clutch setting or the torque.")
        return Refusal("setting_missing", words, "clutch_setting")
    return None


def may_spot_check(
    state: RoundState | None, row: DrawnRow | None, *, groups_confirmed: bool
) -> Refusal | None:
    """A drawn row is tried once, while both its groups are tightened."""
    if state not in IN_PROGRESS:
        return NO_ROUND
    if row is None:
        return Refusal("not_drawn", _l("This row is not in the sample of this round."), "wire")
    if row.result is not None:
        return Refusal("already_checked", _l("The spot check of this row is already recorded."), "wire")
    if not groups_confirmed:
        words = _l("A group of this row was reworked and must be tightened and confirmed first.")
        return Refusal("not_tightened", words, "wire")
    return None


def may_spot_check_group(person_id: int, confirmed_by: Collection[int]) -> Refusal | None:
    """Whoever confirmed a group does not spot-check it; ``confirmed_by`` is of both the row's groups."""
    if person_id in confirmed_by:
        words = _l("You confirmed the tightening of a group of this row; another person spot-checks it.")
        return Refusal("own_group", words)
    return None


NO_ROUND = Refusal("no_round", _l("No tightening round is in progress on this cabinet."))
