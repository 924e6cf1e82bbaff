"""A mark is taken back by a new record; nothing is erased."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from wiring_qa.cabinets.continuations import current_wires, earlier_wires
from wiring_qa.cabinets.models import Cabinet
from wiring_qa.cabinets.queries import cabinet_for_change
from wiring_qa.checks import rules
from wiring_qa.checks.models import Check, TakeBack
from wiring_qa.checks.named_rows import RowForm
from wiring_qa.core.db import db
from wiring_qa.core.refusals import Refusal, Refused, require
from wiring_qa.findings.answers import row_answer
from wiring_qa.findings.kinds import FindingState, Kind
from wiring_qa.findings.models import Finding
from wiring_qa.findings.rows import refresh_findings, refresh_rows, wires_at
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.walk.queries import row_for_change

NO_MARK = Refusal("no_mark", _l("This row has no mark to take back."), "wire")


class TakeBackMark(RowForm):
    """The row whose last mark is taken back."""


@operation(TakeBackMark)
def take_back_mark(entry: Entry, form: TakeBackMark) -> Answer:
    """Take back one's own last mark of a row, with the findings that it raised."""
    cabinet = cabinet_for_change(entry.chain)
    wire, _row = row_for_change(cabinet, form.wire.data, form.revision.data)
    last = _standing_check(cabinet, wire.id)
    checks = _made_together(last)
    findings = list(
        db.session.scalars(select(Finding).where(Finding.check_id.in_([each.id for each in checks])))
    )
    acted_on = any(finding.cached_state is not FindingState.OPEN for finding in findings)
    require(
        rules.may_take_back(
            own=last.by_id == entry.actor.id, is_last=_all_last(cabinet, checks), acted_on=acted_on
        )
    )
    db.session.add_all([TakeBack(**entry.stamp, check_id=check.id) for check in checks])
    db.session.flush()
    refresh_findings([finding.id for finding in findings])
    touched = current_wires(cabinet.id, {check.wire_id for check in checks})
    for finding in findings:
        if finding.kind is Kind.MISSING_PART:
            touched |= set(wires_at(cabinet.table_id, finding.device))
    rows = refresh_rows(cabinet.id, touched)
    return row_answer(rows, taken_back=[finding.number for finding in findings])


def _standing_check(cabinet: Cabinet, wire_id: int) -> Check:
    wires = earlier_wires(cabinet.id, wire_id) if cabinet.cached_moved_at else [wire_id]
    query = (
        select(Check)
        .outerjoin(TakeBack, TakeBack.check_id == Check.id)
        .where(Check.cabinet_id == cabinet.id, Check.wire_id.in_(wires), TakeBack.id.is_(None))
        .order_by(Check.position.desc())
        .limit(1)
    )
    check = db.session.scalar(query)
    if check is None:
        raise Refused(NO_MARK)
    return check


def _made_together(check: Check) -> list[Check]:
    """A swapped pair was marked in one act and is taken back in one."""
    return list(db.session.scalars(select(Check).where(Check.operation_id == check.operation_id)))


def _all_last(cabinet: Cabinet, checks: list[Check]) -> bool:
    return all(
        _standing_check(cabinet, wire_id).id == each.id
        for each in checks
        for wire_id in current_wires(cabinet.id, {each.wire_id})
    )
