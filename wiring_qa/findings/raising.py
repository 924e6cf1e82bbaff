"""Raises a finding; what the walk and the spot check have in common."""

from dataclasses import dataclass

from sqlalchemy import func, select

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.core.db import db
from wiring_qa.core.refusals import require
from wiring_qa.findings import rules
from wiring_qa.findings.kinds import End, Kind, Origin
from wiring_qa.findings.models import Finding
from wiring_qa.journal.registry import Entry
from wiring_qa.tables.models import Wire
from wiring_qa.webhooks import events
from wiring_qa.webhooks.kinds import EventKind


@dataclass(frozen=True)
class Fault:
    """What is wrong, as it was entered."""

    kind: Kind
    end: End | None
    note: str | None = None
    found_device: str | None = None
    found_terminal: str | None = None
    needs_table: bool = False


def raise_finding(
    entry: Entry,
    cabinet: Cabinet,
    fault: Fault,
    *,
    wire: Wire | None,
    origin: Origin,
    check_id: int | None = None,
    device: str | None = None,
) -> Finding:
    """Add a finding, numbered within its cabinet; raise `Refused` if the fault is not fully told."""
    require(
        rules.may_raise(
            fault.kind,
            fault.end,
            found_device=fault.found_device,
            note=fault.note,
            has_row=wire is not None,
        )
    )
    end = fault.end or End.BOTH
    finding = Finding(
        **entry.stamp,
        cabinet_id=cabinet.id,
        number=_next_number(cabinet.id),
        wire_id=wire.id if wire else None,
        check_id=check_id,
        origin=origin,
        kind=fault.kind,
        end=end,
        device=device or _device(wire, end),
        found_device=fault.found_device,
        found_terminal=fault.found_terminal,
        note=fault.note,
        needs_table=rules.needs_table(
            fault.kind, row_asks=bool(wire and wire.recheck_needs_table), requested=fault.needs_table
        ),
    )
    db.session.add(finding)
    db.session.flush()
    told = {"finding": finding.number, "kind": finding.kind.value, "end": end.value, "device": finding.device}
    events.note(entry, EventKind.FINDING_RAISED, serial=cabinet.serial, **told)
    return finding


def _next_number(cabinet_id: int) -> int:
    last = db.session.scalar(select(func.max(Finding.number)).where(Finding.cabinet_id == cabinet_id))
    return (last or 0) + 1


def _device(wire: Wire | None, end: End) -> str:
    if wire is None:
        return ""
    return wire.to_device if end is End.TO else wire.from_device
