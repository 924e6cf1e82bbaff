"""How a row stands, from the facts about it; and what a mark needs."""

from collections.abc import Collection
from dataclasses import dataclass, field

from flask_babel import lazy_gettext as _l

from wiring_qa.checks.kinds import GONE, ExtraCheck, RowState
from wiring_qa.core.refusals import Refusal
from wiring_qa.core.words import listed

NEVER = 0
"""The position before a chain's first entry."""


@dataclass(frozen=True)
class InOrder:
    """Someone stated that the row is in order: by a check, a passed recheck or a concession."""

    position: int
    by_id: int
    conceded: bool = False


@dataclass(frozen=True)
class Fault:
    """A finding that concerns the row and was not taken back.

    ``holds`` marks a missing part at one of the row's devices, raised on this row or on another: it keeps
    the row waiting, and the row is to be checked after the part is in. ``own`` tells whether the finding was
    raised on this row. ``fixed_at`` is the position of the last fix.
    """

    raised_at: int
    is_open: bool
    is_fixed: bool
    fixed_at: int = NEVER
    own: bool = True
    holds: bool = False


@dataclass(frozen=True)
class RowFacts:
    """All that decides how a row stands; positions are places in the cabinet's chain."""

    is_wide: bool = False
    in_order: Collection[InOrder] = field(default_factory=tuple)
    faults: Collection[Fault] = field(default_factory=tuple)
    second_persons: Collection[tuple[int, int]] = field(default_factory=tuple)
    """Position and person of each second confirmation."""
    marked_at: int = NEVER
    """The position of the last mark that was not taken back, whatever it said."""
    revised_at: int = NEVER
    """The position of the last move to another revision that removed the row or asks for a new mark of it."""
    is_removed: bool = False
    confirmed_gone_at: int = NEVER


def row_state(facts: RowFacts) -> RowState:  # noqa: PLR0911  one line a state reads like the rule
    """Derive how a row stands: the worst that is true of it."""
    if facts.is_removed:
        return RowState.REMOVED if facts.confirmed_gone_at > facts.revised_at else RowState.TO_REMOVE
    if any(fault.is_open and fault.own for fault in facts.faults):
        return RowState.FAULTY
    if any(fault.is_open and fault.holds for fault in facts.faults):
        return RowState.WAITING_PART
    if any(fault.is_fixed and fault.own and not fault.holds for fault in facts.faults):
        return RowState.FIXED
    last = max(facts.in_order, key=lambda each: each.position, default=None)
    if last is None or last.position <= _must_be_after(facts) or facts.marked_at < facts.revised_at:
        return RowState.TODO
    if any(fault.is_fixed and fault.own for fault in facts.faults):
        return RowState.FIXED
    if facts.is_wide and not last.conceded and not _has_second_person(facts, last):
        return RowState.SECOND_PERSON
    return RowState.IN_ORDER


def _must_be_after(facts: RowFacts) -> int:
    """A row needs a statement after its last fault and after the last part put in at its devices."""
    own = [fault.raised_at for fault in facts.faults if fault.own]
    parts = [fault.fixed_at for fault in facts.faults if fault.holds]
    return max([*own, *parts, NEVER])


def _has_second_person(facts: RowFacts, last: InOrder) -> bool:
    return any(position > last.position and by != last.by_id for position, by in facts.second_persons)


def may_mark(state: RowState) -> Refusal | None:
    """A row that waits for a part or has an open fault is not marked before that is mended."""
    if state is RowState.WAITING_PART:
        return Refusal(
            "waiting_for_part", _l("This row waits for a missing part. Check it after the part is in.")
        )
    return None


def may_confirm_ok(asked: Collection[str], confirmed: Collection[str]) -> Refusal | None:
    """OK on a row with extra checks confirms each of them by name."""
    left = [each for each in ExtraCheck if each in asked and each not in confirmed]
    if not left:
        return None
    names = listed(each.label_text for each in left)
    return Refusal("extra_checks_left", _l("Confirm this first: %(names)s.", names=names), field="confirmed")


def may_be_second_person(state: RowState, last_by_id: int | None, person_id: int) -> Refusal | None:
    """The second person of a wide-span row is someone other than who marked it, after it was marked."""
    if state is not RowState.SECOND_PERSON:
        return Refusal("no_second_person_needed", _l("This row does not wait for a second person."))
    if last_by_id == person_id:
        return Refusal("own_mark", _l("The second person must be someone other than who checked the row."))
    return None


def may_confirm_removed(state: RowState | None, *, fixed_by_oneself: bool) -> Refusal | None:
    """A wire that a new revision removed is confirmed gone once, and by no one whose own fix that settles."""
    if state not in GONE:
        return Refusal("not_removed", _l("No new revision has removed this wire."), "wire")
    if state is RowState.REMOVED:
        return Refusal("already_removed", _l("This wire is confirmed removed already."), "wire")
    if fixed_by_oneself:
        words = _l("You fixed a finding of this wire; another person confirms that it is removed.")
        return Refusal("own_fix", words)
    return None


def may_take_back(*, own: bool, is_last: bool, acted_on: bool) -> Refusal | None:
    """One takes back one's own last mark of a row, as long as nobody has acted on it."""
    if not own:
        return Refusal("not_your_mark", _l("Only the person who made a mark can take it back."))
    if not is_last:
        return Refusal("not_last_mark", _l("The row has been marked again since; take back the later mark."))
    if acted_on:
        return Refusal("acted_on", _l("A fix or a concession has followed this mark; it stays."))
    return None
