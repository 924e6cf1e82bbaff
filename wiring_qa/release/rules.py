"""The release gate: what blocks a cabinet, and the stage that follows from the same facts."""

import enum
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l

from wiring_qa.cabinets.kinds import Stage
from wiring_qa.core.refusals import Refusal
from wiring_qa.core.words import joined
from wiring_qa.tightening.states import RoundState


@dataclass(frozen=True)
class CabinetFacts:
    """What a cabinet's facts add up to.

    ``left`` are rows without a check in order after their last fix, ``waiting`` rows that wait for a missing
    part, ``without_second`` wide-span rows whose second person is missing, ``to_remove`` wires that a new
    revision removed and nobody has confirmed gone. ``round_state`` is that of the last tightening round, None
    before the first.
    """

    rows: int
    left: int = 0
    waiting: int = 0
    without_second: int = 0
    to_remove: int = 0
    open_findings: int = 0
    fixed_findings: int = 0
    round_state: RoundState | None = None
    groups_left: int = 0
    samples_left: int = 0
    is_released: bool = False


class Place(enum.StrEnum):
    """Where a blocker is cleared; the pages turn it into an address."""

    WALK = "walk"
    FIXES = "fixes"
    RECHECKS = "rechecks"
    TIGHTENING = "tightening"
    SPOT_CHECK = "spot_check"


@dataclass(frozen=True)
class Blocker:
    """One thing that stands between a cabinet and its release, in words, with the place that clears it."""

    code: str
    text: Any
    place: Place


def is_inspected(facts: CabinetFacts) -> bool:
    """Tell whether every row has been inspected and none waits for a part or its second person."""
    return bool(facts.rows) and not (facts.left or facts.waiting or facts.without_second)


def blockers(facts: CabinetFacts) -> list[Blocker]:
    """Return everything that blocks the release, in the order of the work; nothing means it may go."""
    counted = (
        (
            "rows_left",
            facts.left,
            _l("Rows without a check in order: %(count)d", count=facts.left),
            Place.WALK,
        ),
        (
            "second_person",
            facts.without_second,
            _l("Wide-span rows without their second person: %(count)d", count=facts.without_second),
            Place.WALK,
        ),
        (
            "removed_wires",
            facts.to_remove,
            _l("Removed wires not confirmed gone: %(count)d", count=facts.to_remove),
            Place.WALK,
        ),
        (
            "waiting_for_part",
            facts.waiting,
            _l("Rows waiting for a missing part: %(count)d", count=facts.waiting),
            Place.FIXES,
        ),
        (
            "open_findings",
            facts.open_findings,
            _l("Findings not fixed: %(count)d", count=facts.open_findings),
            Place.FIXES,
        ),
        (
            "not_rechecked",
            facts.fixed_findings,
            _l("Fixes not rechecked: %(count)d", count=facts.fixed_findings),
            Place.RECHECKS,
        ),
    )
    found = [Blocker(code, text, place) for code, count, text, place in counted if count]
    return found + _round_blockers(facts)


def _round_blockers(facts: CabinetFacts) -> list[Blocker]:
    state = facts.round_state
    if state is RoundState.PASSED:
        return []
    if state is None:
        words = _l("No tightening round has been started.")
        return [Blocker("no_round", words, Place.TIGHTENING)]
    if state is RoundState.TIGHTENING:
        words = _l("Groups whose tightening is not confirmed: %(count)d", count=facts.groups_left)
        return [Blocker("not_tightened", words, Place.TIGHTENING)]
    if state is RoundState.SPOT_CHECK:
        words = _l("Drawn rows not spot-checked: %(count)d", count=facts.samples_left)
        return [Blocker("not_spot_checked", words, Place.SPOT_CHECK)]
    return [Blocker("round_failed", _l("The last tightening round failed."), Place.TIGHTENING)]


def stage(facts: CabinetFacts) -> Stage:  # noqa: PLR0911  one line a stage reads like the rule
    """Return where a cabinet stands: the first work that is not done."""
    if facts.is_released:
        return Stage.RELEASED
    if not blockers(facts):
        return Stage.READY
    if facts.left or facts.without_second or facts.to_remove:
        return Stage.INSPECTING
    if facts.open_findings or facts.waiting:
        return Stage.FIXING
    if facts.fixed_findings:
        return Stage.RECHECKING
    if facts.round_state is RoundState.SPOT_CHECK:
        return Stage.SPOT_CHECK
    return Stage.TIGHTENING


def may_release(facts: CabinetFacts) -> Refusal | None:
    """A cabinet is released only when nothing blocks it."""
    if facts.is_released:
        return Refusal("already_released", _l("This cabinet is released already."))
    found = blockers(facts)
    if not found:
        return None
    words = joined(" · ", (blocker.text for blocker in found))
    return Refusal("blocked", _l("The cabinet cannot be released yet: %(blockers)s", blockers=words))


def may_reopen(facts: CabinetFacts, reason: str | None) -> Refusal | None:
    """Only a released cabinet is reopened, with a reason."""
    if not facts.is_released:
        return Refusal("not_released", _l("This cabinet is not released."))
    if not reason:
        return Refusal("reason_missing", _l("Give the reason for reopening."), "reason")
    return None
