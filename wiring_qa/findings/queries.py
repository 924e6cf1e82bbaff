"""Reads of findings, and the guarded load that every act on one goes through."""

from collections.abc import Sequence
from datetime import datetime

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from wiring_qa.cabinets.continuations import current_wires
from wiring_qa.cabinets.models import Cabinet
from wiring_qa.checks.kinds import RowState
from wiring_qa.checks.models import CachedRowState
from wiring_qa.core.db import db
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.findings.models import Finding, Fix, Recheck
from wiring_qa.findings.rows import wires_at

NO_FINDING = Refusal("no_finding", _l("This cabinet has no finding of this number."), "finding")


def finding_for_change(cabinet: Cabinet, number: int) -> Finding:
    """Return a finding of a cabinet by its number; raise `Refused` if there is none."""
    query = select(Finding).where(Finding.cabinet_id == cabinet.id, Finding.number == number)
    finding = db.session.scalar(query)
    if finding is None:
        raise Refused(NO_FINDING)
    return finding


def pair_of(finding: Finding) -> list[Finding]:
    """Return a finding with the other one of its swapped pair, if it has one."""
    if finding.swapped_with_id is None:
        return [finding]
    return [finding, db.session.get_one(Finding, finding.swapped_with_id)]


def last_fix(finding: Finding) -> Fix | None:
    """Return the last fix of a finding."""
    return db.session.scalar(
        select(Fix).where(Fix.finding_id == finding.id).order_by(Fix.position.desc()).limit(1)
    )


def opened_at(finding: Finding) -> datetime:
    """Return when a finding that is open was raised, or opened again by a recheck that failed."""
    query = select(func.max(Recheck.at)).where(Recheck.finding_id == finding.id, Recheck.passed.is_(False))
    return db.session.scalar(query) or finding.at


def rows_touched(cabinet: Cabinet, findings: Sequence[Finding]) -> set[int]:
    """Return the rows whose state a change of these findings can change."""
    touched = {finding.wire_id for finding in findings if finding.wire_id}
    for finding in findings:
        if finding.holds_rows:
            touched |= set(wires_at(cabinet.table_id, finding.device))
    return current_wires(cabinet.id, touched) if cabinet.cached_moved_at else touched


def rows_left_at(cabinet: Cabinet, device: str) -> int:
    """Return how many rows of a device are not checked since its part is in."""
    query = select(func.count()).where(
        CachedRowState.cabinet_id == cabinet.id,
        CachedRowState.wire_id.in_(wires_at(cabinet.table_id, device)),
        CachedRowState.state.in_([RowState.TODO, RowState.WAITING_PART]),
    )
    return db.session.scalar(query) or 0
