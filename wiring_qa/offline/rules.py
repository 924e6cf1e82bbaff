"""What the server can prove of when something was entered, and who settles what it did not accept."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from flask_babel import lazy_gettext as _l

from wiring_qa.core.refusals import Refusal

TOLERATED = timedelta(minutes=2)
"""A clock that is off by less is taken as right; a slow network alone can make so much."""

LONGEST_KEPT = timedelta(days=31)
"""What is said to be older by more is not: it was entered on a cabinet, and after its author signed in."""


@dataclass(frozen=True)
class Entered:
    """When something was entered; ``skew_s`` is by how many seconds the tablet's clock is behind, if wrong.

    A negative skew is a clock that is ahead.
    """

    at: datetime
    skew_s: int | None = None


def entered(
    at: datetime, sent_at: datetime | None, received_at: datetime, begun_at: datetime | None = None
) -> Entered:
    """Return when something was entered, as far as the server can prove it.

    A tablet counts seconds well even where its date is wrong: how long it kept something is believed, what
    its clock showed is not, once that is off by more than is tolerated. Nothing was entered after it came,
    and nothing long before ``begun_at``, when its cabinet or its author's sign-in began: a clock that was set
    right in between shows so.
    """
    skew = received_at - (sent_at or max(at, received_at))
    shown = at if abs(skew) <= TOLERATED else at + skew
    if begun_at and shown < begun_at - LONGEST_KEPT:
        return Entered(begun_at, round((begun_at - at).total_seconds()))
    if abs(skew) > TOLERATED:
        return Entered(min(shown, received_at), round(skew.total_seconds()))
    if shown > received_at + TOLERATED:
        return Entered(received_at, round((received_at - at).total_seconds()))
    return Entered(min(shown, received_at))


def may_judge(*, is_own: bool, reason: str) -> Refusal | None:
    """Everyone lets their own go; what another entered is judged with a reason, which stays on record."""
    if is_own or reason:
        return None
    return Refusal("reason_needed", _l("Say why, as another entered it."), "reason")
