"""What the server can prove of when something was entered, and who settles what it did not accept."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from flask_babel import lazy_gettext as _l

from wiring_qa.core.refusals import Refusal

TOLERATED = timedelta(minutes=2)
"""A clock that is off by less is taken as right; a slow network alone can make so much."""


@dataclass(frozen=True)
class Entered:
    """When something was entered; ``skew_s`` is by how many seconds the tablet's clock is behind, if wrong.

    A negative skew is a clock that is ahead.
    """

    at: datetime
    skew_s: int | None = None


def entered(at: datetime, sent_at: datetime | None, received_at: datetime) -> Entered:
    """Return when something was entered, as far as the server can prove it.

    A tablet counts seconds well even where its date is wrong: how long it kept something is believed, what
    its clock showed is not, once that is off by more than is tolerated. Nothing was entered after it came.
    """
    skew = received_at - (sent_at or max(at, received_at))
    if abs(skew) <= TOLERATED:
        return Entered(min(at, received_at))
    return Entered(min(at + skew, received_at), round(skew.total_seconds()))


def may_judge(*, is_own: bool, reason: str) -> Refusal | None:
    """Everyone lets their own go; what another entered is judged with a reason, which stays on record."""
    if is_own or reason:
        return None
    return Refusal("reason_needed", _l("Say why, as another entered it."), "reason")
