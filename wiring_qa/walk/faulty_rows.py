"""A row marked faulty carries its finding; of a swapped pair, both rows carry one."""

from dataclasses import replace

from flask_babel import lazy_gettext as _l

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.checks.kinds import CheckResult
from wiring_qa.checks.models import CachedRowState, Check
from wiring_qa.checks.tallies import count_first_check
from wiring_qa.core.db import db
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.findings.kinds import End, Kind, Origin
from wiring_qa.findings.models import Finding
from wiring_qa.findings.raising import Fault, raise_finding
from wiring_qa.journal.registry import Entry
from wiring_qa.tables.models import Wire
from wiring_qa.walk.queries import row_for_change

SAME_ROW = Refusal("swapped_with_itself", _l("Choose the other row of the swapped pair."), "swapped_with")
SWAP_IS_WRONG = Refusal("swap_is_wrong", _l("Only wrong connections are swapped pairs."), "swapped_with")


def raise_on_row(entry: Entry, cabinet: Cabinet, row: tuple[Wire, CachedRowState], fault: Fault) -> Finding:
    """Add the faulty check of a row and raise its finding."""
    wire, kept = row
    check = Check(
        **entry.stamp, cabinet_id=cabinet.id, wire_id=wire.id, result=CheckResult.FAULTY, confirmed=[]
    )
    db.session.add(check)
    db.session.flush()
    if kept.first_checked_at is None:
        count_first_check(entry, cabinet.id, wire.category)
    return raise_finding(entry, cabinet, fault, wire=wire, origin=Origin.INSPECTION, check_id=check.id)


def raise_pair(
    entry: Entry,
    cabinet: Cabinet,
    row: tuple[Wire, CachedRowState],
    fault: Fault,
    other_row: tuple[int, str | None],
) -> list[Finding]:
    """Raise the findings of a swapped pair: each says that its wire was found at the other's place.

    ``other_row`` is its place in the table and the revision that the page shows.
    """
    if fault.kind is not Kind.WRONG:
        raise Refused(SWAP_IS_WRONG)
    found = row_for_change(cabinet, *other_row, "swapped_with")
    wire, other = row[0], found[0]
    if other.id == wire.id:
        raise Refused(SAME_ROW)
    here, there = _place(wire, fault.end), _place(other, fault.end)
    place = (fault.found_device, fault.found_terminal) if fault.found_device else there
    first = raise_on_row(entry, cabinet, row, _found_at(fault, place))
    second = raise_on_row(entry, cabinet, found, _found_at(fault, here))
    first.swapped_with_id, second.swapped_with_id = second.id, first.id
    return [first, second]


def _place(wire: Wire, end: End | None) -> tuple[str, str | None]:
    if end is End.FROM:
        return wire.from_device, wire.from_terminal
    return wire.to_device, wire.to_terminal


def _found_at(fault: Fault, place: tuple[str, str | None]) -> Fault:
    device, terminal = place
    return replace(fault, found_device=device, found_terminal=terminal)
