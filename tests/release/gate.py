"""The release gate told a second time, row by row from the bare facts, to hold the product's own against."""

from sqlalchemy import select

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.checks.models import Check, SecondConfirmation, TakeBack
from wiring_qa.core.db import db
from wiring_qa.findings.models import Concession, Finding, Fix, Recheck
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
    for wire in db.session.scalars(select(Wire).where(Wire.table_id == cabinet.table_id)):
        own = [each for each in findings if each.wire_id == wire.id]
        ends = (wire.from_device, wire.to_device)
        parts = [each for each in findings if each.kind == "missing_part" and each.device in ends]
        # a lead who accepts that a part is missing accepts the rows that wait for it
        accepted = [conceded[each.id].position for each in parts if each.id in conceded]
        broken += _row(cabinet, wire, own, taken_back, conceded, max(accepted, default=0))
    return broken + _round(cabinet)


def _fixes(finding: Finding) -> list[int]:
    return list(db.session.scalars(select(Fix.position).where(Fix.finding_id == finding.id)))


def _passed(finding: Finding) -> list[Recheck]:
    return list(db.session.scalars(select(Recheck).where(Recheck.finding_id == finding.id, Recheck.passed)))


def _settled(finding: Finding, conceded: dict[int, Concession]) -> bool:
    if finding.id in conceded:
        return True
    fixes = _fixes(finding)
    return bool(fixes) and any(recheck.position > max(fixes) for recheck in _passed(finding))


def _row(
    cabinet: Cabinet,
    wire: Wire,
    findings: list[Finding],
    taken_back: set[int],
    conceded: dict[int, Concession],
    accepted: int,
) -> list[str]:
    if any(finding.id in conceded for finding in findings):
        return []
    query = select(Check).where(
        Check.cabinet_id == cabinet.id, Check.wire_id == wire.id, Check.result == "ok"
    )
    said = [(each.position, each.by_id) for each in db.session.scalars(query) if each.id not in taken_back]
    said += [(each.position, each.by_id) for finding in findings for each in _passed(finding)]
    last = max(said, default=None)
    fixes = [position for finding in findings for position in _fixes(finding)]
    if accepted > max([*fixes, last[0] if last else 0]):
        return []
    if last is None or last[0] < max(fixes, default=0):
        return [f"row {wire.sequence} has no check in order after its last fix"]
    seconds = select(SecondConfirmation).where(
        SecondConfirmation.cabinet_id == cabinet.id, SecondConfirmation.wire_id == wire.id
    )
    others = [
        each for each in db.session.scalars(seconds) if each.position > last[0] and each.by_id != last[1]
    ]
    return [] if others or not wire.is_wide else [f"row {wire.sequence} lacks its second person"]


def _round(cabinet: Cabinet) -> list[str]:
    last = db.session.scalars(
        select(Round).where(Round.cabinet_id == cabinet.id).order_by(Round.number.desc())
    ).first()
    if last is None:
        return ["no round"]
    return _groups(cabinet, last) + _sample(last)


def _groups(cabinet: Cabinet, last: Round) -> list[str]:
    broken = []
    for group in db.session.scalars(select(Group).where(Group.round_id == last.id)):
        confirmed = select(Confirmation.position).where(Confirmation.group_id == group.id)
        fixed = (
            select(Fix.position)
            .join(Finding, Finding.id == Fix.finding_id)
            .where(Finding.cabinet_id == cabinet.id, Finding.device == group.device)
        )
        if max(db.session.scalars(confirmed), default=0) <= max(db.session.scalars(fixed), default=0):
            broken.append(f"group {group.device} is not confirmed since its last fix")
    return broken


def _sample(last: Round) -> list[str]:
    rows = db.session.scalars(select(SampleRow).where(SampleRow.round_id == last.id).order_by(SampleRow.id))
    drawn = {row.wire_id: row for row in rows}
    results = {
        check.sample_row_id: check.result
        for check in db.session.scalars(
            select(SpotCheck).join(SampleRow, SampleRow.id == SpotCheck.sample_row_id)
        )
    }
    broken = [] if drawn else ["no sample"]
    broken += [
        f"drawn row {wire} is not spot-checked" for wire, row in drawn.items() if row.id not in results
    ]
    moved = [row for row in drawn.values() if results.get(row.id) == "moved"]
    if any(not row.is_random for row in moved) or len(moved) > last.acceptance_number:
        broken.append("more rows moved than the plan accepts")
    return broken
