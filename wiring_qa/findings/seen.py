"""Gathers all that decides how rows stand, in a fixed number of statements, however many rows there are."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import BindParameter, and_, bindparam, func, or_, select

from wiring_qa.cabinets.continuations import continues
from wiring_qa.cabinets.models import CachedContinuation
from wiring_qa.checks.kinds import CheckResult
from wiring_qa.checks.models import CachedRowState, Check, SecondConfirmation, TakeBack, WireRemoval
from wiring_qa.checks.rules import NEVER, Fault, InOrder, RowFacts
from wiring_qa.core.db import AnyRow, db
from wiring_qa.core.prepared import Prepared
from wiring_qa.findings.facts import Life, lives_of
from wiring_qa.findings.kinds import FindingState, Kind
from wiring_qa.findings.models import Finding
from wiring_qa.findings.rules import finding_state
from wiring_qa.people.models import Person
from wiring_qa.tables.models import Wire

# these run at every mark, so they are prepared once
_THE_WIRES: BindParameter[Any] = bindparam("wires", expanding=True)
_PARTS = and_(Finding.kind == Kind.MISSING_PART, Finding.cached_state != FindingState.TAKEN_BACK)
_OF_THEM = select(Finding.id, Finding.wire_id, Finding.kind, Finding.device, Finding.position).where(
    Finding.cabinet_id == bindparam("cabinet"), or_(Finding.wire_id.in_(_THE_WIRES), _PARTS)
)
_FINDINGS = Prepared(_OF_THEM)
_HERE = and_(CachedContinuation.wire_id == Wire.id, CachedContinuation.cabinet_id == bindparam("cabinet"))
_MARK = (
    Check.id.label("check_id"),
    Check.result,
    Check.position,
    Check.by_id,
    Check.at,
    Person.name,
    TakeBack.id.label("taken_back"),
)
_CHECKS = Prepared(
    select(
        Wire.id,
        Wire.sequence,
        Wire.from_device,
        Wire.to_device,
        Wire.is_wide,
        CachedRowState.revised_at,
        CachedRowState.is_removed,
        *_MARK,
        _OF_THEM.exists().label("has_findings"),
        select(CachedContinuation.wire_id).where(_HERE).exists().label("is_continued"),
    )
    .join(
        CachedRowState,
        and_(CachedRowState.wire_id == Wire.id, CachedRowState.cabinet_id == bindparam("cabinet")),
    )
    .outerjoin(Check, and_(Check.wire_id == Wire.id, Check.cabinet_id == bindparam("cabinet")))
    .outerjoin(Person, Person.id == Check.by_id)
    .outerjoin(TakeBack, TakeBack.check_id == Check.id)
    .where(Wire.id.in_(_THE_WIRES))
    .order_by(Wire.sequence, Wire.id, Check.position)
)
_EARLIER = Prepared(
    select(CachedContinuation.wire_id, CachedContinuation.earlier_wire_id, *_MARK)
    .outerjoin(Check, continues(Check.wire_id, Check.cabinet_id))
    .outerjoin(Person, Person.id == Check.by_id)
    .outerjoin(TakeBack, TakeBack.check_id == Check.id)
    .where(CachedContinuation.cabinet_id == bindparam("cabinet"), CachedContinuation.wire_id.in_(_THE_WIRES))
)


@dataclass
class Seen:
    """What was gathered about one row; ``wires`` are its own and those that it continues."""

    wire: AnyRow
    wires: set[int]
    in_order: list[InOrder] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    second_persons: list[tuple[int, int]] = field(default_factory=list)
    last_mark: Any = None
    first_checked_at: Any = None
    confirmed_gone_at: int = NEVER

    def note(self, check: AnyRow) -> None:
        """Take a check in, if there is one."""
        if check.check_id is None:
            return
        self.first_checked_at = min(filter(None, (self.first_checked_at, check.at)))
        if check.taken_back is None:
            if self.last_mark is None or check.position > self.last_mark.position:
                self.last_mark = check
            if check.result is CheckResult.OK:
                self.in_order.append(InOrder(check.position, check.by_id))

    @property
    def facts(self) -> RowFacts:
        """The facts as the rules want them."""
        return RowFacts(
            self.wire.is_wide,
            self.in_order,
            self.faults,
            self.second_persons,
            self.last_mark.position if self.last_mark else NEVER,
            self.wire.revised_at,
            self.wire.is_removed,
            self.confirmed_gone_at,
        )


def seen_rows(cabinet_id: int, wire_ids: Collection[int]) -> list[Seen]:
    """Return rows of a cabinet with all that decides how they stand, in the table's order."""
    seen = _with_checks(cabinet_id, wire_ids)
    owners = _with_earlier(seen, cabinet_id)
    _add_faults(seen, owners, cabinet_id)
    if any(row.wire.is_wide for row in seen.values()):
        _add_second_persons(owners, cabinet_id)
    if any(row.wire.is_removed for row in seen.values()):
        _add_removals(seen, cabinet_id)
    return list(seen.values())


def _with_checks(cabinet_id: int, wire_ids: Collection[int]) -> dict[int, Seen]:
    seen: dict[int, Seen] = {}
    for check in _CHECKS.rows(cabinet=cabinet_id, wires=list(wire_ids)):
        row = seen.get(check.id)
        if row is None:
            row = seen[check.id] = Seen(check, {check.id})
        row.note(check)
    return seen


def _with_earlier(seen: dict[int, Seen], cabinet_id: int) -> dict[int, Seen]:
    """Add the checks of the wires that rows continue; return each row by all its wires."""
    continued = [wire_id for wire_id, row in seen.items() if row.wire.is_continued]
    if continued:
        for check in _EARLIER.rows(cabinet=cabinet_id, wires=continued):
            row = seen[check.wire_id]
            row.wires.add(check.earlier_wire_id)
            row.note(check)
    return {wire_id: row for row in seen.values() for wire_id in row.wires}


def _add_faults(seen: dict[int, Seen], owners: dict[int, Seen], cabinet_id: int) -> None:
    if not any(row.wire.has_findings or row.wire.is_continued for row in seen.values()):
        return
    findings = _FINDINGS.rows(cabinet=cabinet_id, wires=list(owners))
    lives = lives_of([finding.id for finding in findings])
    parts = [finding for finding in findings if finding.kind is Kind.MISSING_PART]
    for finding in findings:
        owner = owners.get(finding.wire_id)
        if owner is not None:
            holds = finding.kind is Kind.MISSING_PART and finding.device in _ends(owner)
            _add_fault(owner, finding, lives[finding.id], own=True, holds=holds)
    for row in seen.values():
        for part in parts:
            if part.wire_id not in row.wires and part.device in _ends(row):
                _add_fault(row, part, lives[part.id], own=False, holds=True)


def _ends(row: Seen) -> tuple[str, str]:
    return row.wire.from_device, row.wire.to_device


def _add_fault(row: Seen, finding: AnyRow, life: Life, *, own: bool, holds: bool) -> None:
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


def _add_second_persons(owners: dict[int, Seen], cabinet_id: int) -> None:
    query = select(SecondConfirmation.wire_id, SecondConfirmation.position, SecondConfirmation.by_id).where(
        SecondConfirmation.cabinet_id == cabinet_id, SecondConfirmation.wire_id.in_(list(owners))
    )
    for confirmation in db.session.execute(query):
        owners[confirmation.wire_id].second_persons.append((confirmation.position, confirmation.by_id))


def _add_removals(seen: dict[int, Seen], cabinet_id: int) -> None:
    query = (
        select(WireRemoval.wire_id, func.max(WireRemoval.position))
        .where(WireRemoval.cabinet_id == cabinet_id, WireRemoval.wire_id.in_(list(seen)))
        .group_by(WireRemoval.wire_id)
    )
    for wire_id, position in db.session.execute(query):
        seen[wire_id].confirmed_gone_at = position
