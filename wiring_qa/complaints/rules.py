"""Which step should have caught a fault, and what may be done with a complaint."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from flask_babel import lazy_gettext as _l

from wiring_qa.complaints.kinds import Step
from wiring_qa.core.refusals import Refusal
from wiring_qa.findings.kinds import Kind

BY_TIGHTENING = frozenset({Kind.LOOSE, Kind.DROPPED})
"""Faults that the tightening should end, and its spot check find."""


@dataclass(frozen=True)
class RowStory:
    """What was done on a row: the faults mended on it, whether both ends were tightened and it held."""

    mended: frozenset[Kind] = frozenset()
    was_tightened: bool = False
    has_held: bool = False


def proposed_step(kind: Kind, rows: Collection[RowStory]) -> Step:
    """Return the last step at which a fault of this kind should have been seen; a lead may judge otherwise.

    What was mended once and is there again passed its recheck. A loose or dropped connection passed the spot
    check if its row held there, else the tightening if its groups were confirmed. All else passed the
    inspection.
    """
    if any(kind in row.mended for row in rows):
        return Step.RECHECK
    if kind in BY_TIGHTENING and any(row.has_held for row in rows):
        return Step.SPOT_CHECK
    if kind in BY_TIGHTENING and any(row.was_tightened for row in rows):
        return Step.TIGHTENING
    return Step.INSPECTION


def may_record(noticed_on: date | None, today: date) -> Refusal | None:
    """A complaint is of something that was noticed already."""
    if noticed_on is not None and noticed_on > today:
        return Refusal("in_the_future", _l("This day is still to come."), "noticed_on")
    return None


def may_add(*, is_closed: bool) -> Refusal | None:
    """Nothing is added to a complaint that is closed."""
    if is_closed:
        return Refusal("complaint_closed", _l("This complaint is closed."))
    return None


def may_close(step: Step, proposed: Step, reason: str, *, is_closed: bool) -> Refusal | None:
    """Whoever judges otherwise than the record proposes says why."""
    if is_closed:
        return may_add(is_closed=True)
    if step is not proposed and not reason:
        return Refusal("reason_needed", _l("Say why, as the record proposes another step."), "reason")
    return None
