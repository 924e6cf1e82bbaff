"""The release gate told a second time, row by row from the bare facts, to hold the product's own against."""

from dataclasses import dataclass

from sqlalchemy import select

from wiring_qa.cabinets.models import Cabinet, MovedRow, RevisionMove
from wiring_qa.checks.models import Check, SecondConfirmation, TakeBack, WireRemoval
from wiring_qa.core.db import db
from wiring_qa.findings.models import Concession, Finding, Fix, Recheck, RemovalSettlement
from wiring_qa.tables.models import Wire
from wiring_qa.tightening.models import Confirmation, Group, Round, SampleRow, SpotCheck


def broken_rules(cabinet: Cabinet) -> list[str]:
    """Return every sentence of the release gate that the facts break."""
    taken_back = set(db.session.scalars(select(TakeBack.check_id)))
    findings = [
        finding
        for finding in db.session.scalars(select(Finding).where(Finding.cabinet_id == cabinet.id))
        if finding.check_id not in taken_back
    ]
    conceded = {each.finding_id: each for each in db.session.scalars(select(Concession))}
    broken = [f"finding {each.number} is not settled" for each in findings if not _settled(each, conceded)]
    continued, revised, removed = _moves(cabinet)
    for wire in db.session.scalars(select(Wire).where(Wire.table_id == cabinet.table_id)):
        own_wires = continued.get(wire.id, {wire.id})
        own = [each for each in findings if each.wire_id in own_wires]
        ends = (wire.from_device, wire.to_device)
        parts = [each for each in findings if each.kind == "missing_part" and each.device in ends]
        # a lead who accepts that a part is missing accepts the rows that wait for it
        accepted = [conceded[each.id].position for each in parts if each.id in conceded]
        seen = _Row(wire, own_wires, own, revised.get(wire.id, 0), max(accepted, default=0))
        broken += _row(cabinet, seen, taken_back, conceded)
    broken += _removed(cabinet, removed)
    return broken + _round(cabinet)


@dataclass(frozen=True)
class _Row:
    """A row with the wires that it continues, and since when it is to be checked anew."""

    wire: Wire
    own_wires: set[int]
    findings: list[Finding]
    revised: int
    accepted: int


def _moves(cabinet: Cabinet) -> tuple[dict[int, set[int]], dict[int, int], dict[int, int]]:
    """Follow the moves one by one: which wires each row continues, since when it and each removal counts."""
    continued: dict[int, set[int]] = {}
    revised: dict[int, int] = {}
    removed: dict[int, int] = {}
    query = select(RevisionMove).where(RevisionMove.cabinet_id == cabinet.id).order_by(RevisionMove.position)
    for move in db.session.scalars(query):
        before, continued, asked, revised = continued, {}, revised, {}
        for row in db.session.scalars(select(MovedRow).where(MovedRow.move_id == move.id)):
            if row.wire_id is None:
                removed[row.earlier_wire_id or 0] = move.position
                continue
            earlier = row.earlier_wire_id
            continued[row.wire_id] = {row.wire_id} | (before.get(earlier, {earlier}) if earlier else set())
            revised[row.wire_id] = move.position if row.asks_for_check else asked.get(earlier or 0, 0)
            removed.pop(earlier or 0, None)
            removed.pop(row.wire_id, None)
    return continued, revised, removed


def _removed(cabinet: Cabinet, removed: dict[int, int]) -> list[str]:
    broken = []
    for wire_id, since in removed.items():
        query = select(WireRemoval.position).where(
            WireRemoval.cabinet_id == cabinet.id, WireRemoval.wire_id == wire_id
        )
        if max(db.session.scalars(query), default=0) <= since:
            broken.append(f"wire {wire_id} is not confirmed removed")
    return broken


def _fixes(finding: Finding) -> list[int]:
    return list(db.session.scalars(select(Fix.position).where(Fix.finding_id == finding.id)))


def _passed(finding: Finding) -> list[Recheck]:
    return list(db.session.scalars(select(Recheck).where(Recheck.finding_id == finding.id, Recheck.passed)))


def _settled(finding: Finding, conceded: dict[int, Concession]) -> bool:
    if finding.id in conceded:
        return True
    gone = select(RemovalSettlement).where(RemovalSettlement.finding_id == finding.id)
    if db.session.scalars(gone).first():
        return True
    fixes = _fixes(finding)
    return bool(fixes) and any(recheck.position > max(fixes) for recheck in _passed(finding))


def _row(cabinet: Cabinet, row: _Row, taken_back: set[int], conceded: dict[int, Concession]) -> list[str]:
    query = select(Check).where(Check.cabinet_id == cabinet.id, Check.wire_id.in_(row.own_wires))
    checks = [each for each in db.session.scalars(query) if each.id not in taken_back]
    if row.revised and max((each.position for each in checks), default=0) < row.revised:
        return [f"row {row.wire.sequence} was not checked since it was revised"]
    if any(finding.id in conceded for finding in row.findings):
        return []
    said = [(each.position, each.by_id) for each in checks if each.result == "ok"]
    said += [(each.position, each.by_id) for finding in row.findings for each in _passed(finding)]
    last = max(said, default=None)
    fixes = [position for finding in row.findings for position in _fixes(finding)]
    if row.accepted > max([*fixes, last[0] if last else 0]):
        return []
    if last is None or last[0] < max(fixes, default=0):
        return [f"row {row.wire.sequence} has no check in order after its last fix"]
    seconds = select(SecondConfirmation).where(
        SecondConfirmation.cabinet_id == cabinet.id, SecondConfirmation.wire_id.in_(row.own_wires)
    )
    others = [
        each for each in db.session.scalars(seconds) if each.position > last[0] and each.by_id != last[1]
    ]
    return [] if others or not row.wire.is_wide else [f"row {row.wire.sequence} lacks its second person"]


def _round(cabinet: Cabinet) -> list[str]:
    last = db.session.scalars(
        select(Round).where(Round.cabinet_id == cabinet.id).order_by(Round.number.desc())
    ).first()
    if last is None:
        return ["no round"]
    return _groups(cabinet, last) + _sample(cabinet, last)


def _groups(cabinet: Cabinet, last: Round) -> list[str]:
    broken = []
    wires = db.session.scalars(select(Wire).where(Wire.table_id == cabinet.table_id)).all()
    devices = {device for wire in wires for device in (wire.from_device, wire.to_device)}
    groups = {
        group.device: group for group in db.session.scalars(select(Group).where(Group.round_id == last.id))
    }
    moved = db.session.execute(
        select(RevisionMove.position, MovedRow.reworked)
        .join(MovedRow, MovedRow.move_id == RevisionMove.id)
        .where(RevisionMove.cabinet_id == cabinet.id)
    ).all()
    for device in devices:
        if device not in groups:
            broken.append(f"{device} has no group")
            continue
        confirmed = select(Confirmation.position).where(Confirmation.group_id == groups[device].id)
        fixed = (
            select(Fix.position)
            .join(Finding, Finding.id == Fix.finding_id)
            .where(Finding.cabinet_id == cabinet.id, Finding.device == device)
        )
        touched = [*db.session.scalars(fixed), *(row.position for row in moved if device in row.reworked)]
        if max(db.session.scalars(confirmed), default=0) <= max(touched, default=0):
            broken.append(f"group {device} is not confirmed since its last rework")
    return broken


def _sample(cabinet: Cabinet, last: Round) -> list[str]:
    rows = db.session.scalars(select(SampleRow).where(SampleRow.round_id == last.id).order_by(SampleRow.id))
    continued, _revised, _removed_wires = _moves(cabinet)
    now = {earlier: wire for wire, own_wires in continued.items() for earlier in own_wires}
    drawn = {now.get(row.wire_id, row.wire_id): row for row in rows}
    there = set(db.session.scalars(select(Wire.id).where(Wire.table_id == cabinet.table_id)))
    results = {
        check.sample_row_id: check.result
        for check in db.session.scalars(
            select(SpotCheck).join(SampleRow, SampleRow.id == SpotCheck.sample_row_id)
        )
    }
    broken = [] if drawn else ["no sample"]
    broken += [
        f"drawn row {wire} is not spot-checked"
        for wire, row in drawn.items()
        if row.id not in results and wire in there
    ]
    moved = [row for row in drawn.values() if results.get(row.id) == "moved"]
    if any(not row.is_random for row in moved) or len(moved) > last.acceptance_number:
        broken.append("more rows moved than the plan accepts")
    return broken
