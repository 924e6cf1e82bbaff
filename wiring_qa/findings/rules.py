"""A finding's life: open → fixed → closed, or conceded; and who may do what in it."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from flask_babel import lazy_gettext as _l

from wiring_qa.checks.rules import NEVER
from wiring_qa.core.refusals import Refusal
from wiring_qa.findings.kinds import Confirmation, End, FindingState, Kind

ALWAYS_AGAINST_TABLE = frozenset({Kind.MISSING_PART, Kind.MISSING})
"""Kinds whose recheck needs the wiring table whatever the row."""

WORST_FIRST = (Kind.DROPPED, Kind.MISSING, Kind.MISSING_PART, Kind.WRONG, Kind.LOOSE)
"""The order in which a wirer is shown findings; the other kinds follow."""


@dataclass(frozen=True)
class FindingFacts:
    """The facts of one finding: the positions of its fixes and rechecks in the cabinet's chain."""

    fixes: Collection[int] = field(default_factory=tuple)
    rechecks: Collection[tuple[int, bool]] = field(default_factory=tuple)
    """Position and whether it passed."""
    is_conceded: bool = False
    is_taken_back: bool = False
    is_wire_gone: bool = False
    """Whether the wire was removed by a new revision and confirmed gone."""

    @property
    def last_fix(self) -> int:
        """The position of the last fix."""
        return max(self.fixes, default=NEVER)

    @property
    def rechecks_failed(self) -> int:
        """How often a recheck failed."""
        return sum(not passed for _, passed in self.rechecks)


def finding_state(facts: FindingFacts) -> FindingState:
    """Derive how a finding stands: the last recheck after the last fix decides."""
    if facts.is_taken_back:
        return FindingState.TAKEN_BACK
    if facts.is_conceded:
        return FindingState.CONCEDED
    if facts.is_wire_gone:
        return FindingState.CLOSED
    if not facts.fixes:
        return FindingState.OPEN
    since = [passed for position, passed in facts.rechecks if position > facts.last_fix]
    if not since:
        return FindingState.FIXED
    return FindingState.CLOSED if since[-1] else FindingState.OPEN


def needs_table(kind: Kind, *, row_asks: bool, requested: bool = False) -> bool:
    """Tell whether a finding is rechecked against the wiring table, both ends."""
    return kind in ALWAYS_AGAINST_TABLE or row_asks or requested


def severity(kind: Kind) -> int:
    """Return a kind's place in the order worst first."""
    return WORST_FIRST.index(kind) if kind in WORST_FIRST else len(WORST_FIRST)


def waited_s(since: datetime, until: datetime) -> int:
    """Return the whole seconds between two moments; 0 where a tablet's clock says that time went back."""
    return max(0, round((until - since).total_seconds()))


def may_raise(
    kind: Kind,
    end: End | None,
    *,
    found_device: str | None,
    note: str | None,
    has_row: bool,
) -> Refusal | None:
    """A fault says at which end; a wrong connection where it was found; “other” what it is."""
    if kind is Kind.EXTRA and has_row:
        return Refusal(
            "extra_has_no_row", _l("An extra wire is not in the table; record it by itself."), "kind"
        )
    if end is None:
        return Refusal("end_missing", _l("Choose the end of the wire."), "end")
    if kind is Kind.MISSING_PART and end is End.BOTH:
        return Refusal("one_part", _l("Choose the end whose part is missing."), "end")
    if kind is Kind.WRONG and not found_device:
        return Refusal("found_missing", _l("Say where the wire was found."), "found_device")
    if kind is Kind.OTHER and not note:
        return Refusal("note_missing", _l("Describe the fault in a note."), "note")
    return None


def may_fix(state: FindingState) -> Refusal | None:
    """Only an open finding is fixed."""
    if state is FindingState.OPEN:
        return None
    return Refusal("not_open", _l("This finding is not open: %(state)s.", state=state.label))


def may_recheck(state: FindingState, fixed_by_id: int | None, person_id: int) -> Refusal | None:
    """A fix is rechecked once, and never by who made it."""
    if state is not FindingState.FIXED:
        return Refusal(
            "not_fixed", _l("This finding does not wait for a recheck: %(state)s.", state=state.label)
        )
    if fixed_by_id == person_id:
        return Refusal("own_fix", _l("You made this fix; another person rechecks it."))
    return None


def may_pass(*, needs_table: bool, confirmed: Collection[str], rows_left: int) -> Refusal | None:
    """A recheck against the table confirms each end and the pull; a part needs all its rows checked."""
    if needs_table and not set(Confirmation) <= set(confirmed):
        return Refusal("confirm_each", _l("Confirm each end and the pull, one by one."), "confirmed")
    if rows_left:
        words = _l("%(count)d rows of this device are not checked since the part is in.", count=rows_left)
        return Refusal("rows_left", words)
    return None


def may_concede(state: FindingState, reason: str | None) -> Refusal | None:
    """A lead accepts a deviation that is not closed, and says why."""
    if state not in (FindingState.OPEN, FindingState.FIXED):
        return Refusal(
            "nothing_to_concede", _l("This finding needs no concession: %(state)s.", state=state.label)
        )
    if not reason:
        return Refusal("reason_missing", _l("Give the reason for the concession."), "reason")
    return None


def may_ask_for_table(state: FindingState) -> Refusal | None:
    """The way of the recheck is set before it is done."""
    if state in (FindingState.OPEN, FindingState.FIXED):
        return None
    return Refusal("recheck_done", _l("This finding is rechecked already: %(state)s.", state=state.label))
