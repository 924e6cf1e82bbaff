"""Keeps the cached states of rows and findings; their only writer."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, and_, bindparam, insert, or_, select, update

from wiring_qa.checks.kinds import CheckResult, RowState
from wiring_qa.checks.models import CachedRowState, Check, SecondConfirmation, TakeBack
from wiring_qa.checks.rules import NEVER, Fault, InOrder, RowFacts, row_state
from wiring_qa.core.db import AnyRow, connection, db, run
from wiring_qa.findings.facts import Life, lives_of
from wiring_qa.findings.kinds import FindingState, Kind
from wiring_qa.findings.models import Finding
from wiring_qa.findings.rules import finding_state
from wiring_qa.people.models import Person
from wiring_qa.tables.models import Wire

# these run at every mark, so they are prepared once
_THE_WIRES: BindParameter[Any] = bindparam("wires", expanding=True)
_PARTS = and_(Finding.kind == Kind.MISSING_PART, Finding.cached_state != FindingState.TAKEN_BACK)
_FINDINGS = select(Finding.id, Finding.wire_id, Finding.kind, Finding.device, Finding.position).where(
    Finding.cabinet_id == bindparam("cabinet"), or_(Finding.wire_id.in_(_THE_WIRES), _PARTS)
)
_CHECKS = (
    select(
        Wire.id,
        Wire.sequence,
        Wire.from_device,
        Wire.to_device,
        Wire.is_wide,
        Check.id.label("check_id"),
        Check.result,
        Check.position,
        Check.by_id,
        Check.at,
        Person.name,
        TakeBack.id.label("taken_back"),
        _FINDINGS.exists().label("has_findings"),
    )
    .outerjoin(Check, and_(Check.wire_id == Wire.id, Check.cabinet_id == bindparam("cabinet")))
    .outerjoin(Person, Person.id == Check.by_id)
    .outerjoin(TakeBack, TakeBack.check_id == Check.id)
    .where(Wire.id.in_(_THE_WIRES))
    .order_by(Wire.sequence, Check.position)
)
_DERIVE = update(CachedRowState).where(
    CachedRowState.cabinet_id == bindparam("cabinet"), CachedRowState.wire_id == bindparam("wire")
)


@dataclass
class _Seen:
    """What was gathered about one row."""

    wire: AnyRow
    in_order: list[InOrder] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    second_persons: list[tuple[int, int]] = field(default_factory=list)
    last_mark: Any = None
    first_checked_at: Any = None


@dataclass(frozen=True)
class RowNow:
    """How a row stands now, and who marked it last, unless that was taken back."""

    sequence: int
    state: RowState
    marked_at: datetime | None
    marked_by: str | None


def open_rows(cabinet_id: int, wire_ids: Iterable[int]) -> None:
    """Give a new cabinet its rows, all left to do."""
    rows = [{"cabinet_id": cabinet_id, "wire_id": each, "state": "todo"} for each in wire_ids]
    if rows:
        db.session.execute(insert(CachedRowState), rows)


def wires_at(table_id: int, device: str) -> list[int]:
    """Return the rows of a table that touch a device."""
    query = select(Wire.id).where(
        Wire.table_id == table_id, or_(Wire.from_device == device, Wire.to_device == device)
    )
    return list(db.session.scalars(query))


def refresh_findings(finding_ids: Collection[int]) -> None:
    """Derive how findings stand from their facts."""
    lives = lives_of(finding_ids)
    for finding_id in finding_ids:
        facts = lives[finding_id].facts
        db.session.execute(
            update(Finding)
            .where(Finding.id == finding_id)
            .values(cached_state=finding_state(facts), cached_rechecks_failed=facts.rechecks_failed)
        )


def refresh_rows(cabinet_id: int, wire_ids: Collection[int]) -> list[RowNow]:
    """Derive how rows stand from their facts, in a fixed number of reads and one write a row."""
    db.session.flush()
    seen = _with_checks(cabinet_id, wire_ids)
    _add_faults(seen, cabinet_id)
    if any(row.wire.is_wide for row in seen.values()):
        _add_second_persons(seen, cabinet_id)
    changes = [_derived(cabinet_id, row) for row in seen.values()]
    if changes:
        connection().execute(_DERIVE, changes)
    return [
        RowNow(row.wire.sequence, change["state"], change["marked_at"], change["marked_by"])
        for row, change in zip(seen.values(), changes, strict=True)
    ]


def _with_checks(cabinet_id: int, wire_ids: Collection[int]) -> dict[int, _Seen]:
    """Return rows with their checks, in the table's order."""
    seen: dict[int, _Seen] = {}
    for check in run(_CHECKS, cabinet=cabinet_id, wires=list(wire_ids)):
        row = seen.setdefault(check.id, _Seen(check))
        row.first_checked_at = row.first_checked_at or check.at
        if check.check_id is not None and check.taken_back is None:
            row.last_mark = check
            if check.result is CheckResult.OK:
                row.in_order.append(InOrder(check.position, check.by_id))
    return seen


def _add_faults(seen: dict[int, _Seen], cabinet_id: int) -> None:
    if not any(row.wire.has_findings for row in seen.values()):
        return
    findings = run(_FINDINGS, cabinet=cabinet_id, wires=list(seen)).all()
    lives = lives_of([finding.id for finding in findings])
    for wire_id, row in seen.items():
        for finding in findings:
            own = finding.wire_id == wire_id
            devices = (row.wire.from_device, row.wire.to_device)
            holds = finding.kind is Kind.MISSING_PART and finding.device in devices
            if own or holds:
                _add_fault(row, finding, lives[finding.id], own=own, holds=holds)


def _add_fault(row: _Seen, finding: AnyRow, life: Life, *, own: bool, holds: bool) -> None:
    state = finding_state(life.facts)
    if state is FindingState.TAKEN_BACK:
        return
    row.faults.append(
        Fault(
            raised_at=finding.position if own else NEVER,
            is_open=state is FindingState.OPEN,
            is_fixed=state is FindingState.FIXED,
            fixed_at=life.facts.last_fix,
            own=own,
            holds=holds,
        )
    )
    if own and not holds:
        row.in_order += [InOrder(position, by_id) for position, by_id in life.statements]
    if life.concession:
        row.in_order.append(InOrder(*life.concession, conceded=True))


def _add_second_persons(seen: dict[int, _Seen], cabinet_id: int) -> None:
    query = select(SecondConfirmation.wire_id, SecondConfirmation.position, SecondConfirmation.by_id).where(
        SecondConfirmation.cabinet_id == cabinet_id, SecondConfirmation.wire_id.in_(list(seen))
    )
    for confirmation in db.session.execute(query):
        seen[confirmation.wire_id].second_persons.append((confirmation.position, confirmation.by_id))


def _derived(cabinet_id: int, row: _Seen) -> dict[str, Any]:
    facts = RowFacts(row.wire.is_wide, row.in_order, row.faults, row.second_persons)
    return {
        "cabinet": cabinet_id,
        "wire": row.wire.id,
        "state": row_state(facts),
        "first_checked_at": row.first_checked_at,
        "marked_at": row.last_mark.at if row.last_mark else None,
        "marked_by_id": row.last_mark.by_id if row.last_mark else None,
        "marked_by": row.last_mark.name if row.last_mark else None,
    }


def last_statement_by(cabinet_id: int, wire_id: int) -> int | None:
    """Return who last stated that a row is in order, by a check or a passed recheck."""
    seen = _with_checks(cabinet_id, [wire_id])
    _add_faults(seen, cabinet_id)
    last = max(seen[wire_id].in_order, key=lambda each: each.position, default=None)
    return last.by_id if last else None
