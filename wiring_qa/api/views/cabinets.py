"""Cabinets, their findings and their records."""

from datetime import UTC, datetime

from flask_babel import lazy_gettext as _l

from wiring_qa.api.answers import (
    Blocker,
    Cabinet,
    Cabinets,
    Counts,
    Event,
    Findings,
    Record,
    RecordRow,
    Tightening,
)
from wiring_qa.api.endpoints import endpoint
from wiring_qa.api.queries import cabinets_of, findings_of
from wiring_qa.api.questions import CabinetQuery, FindingQuery, NoQuery
from wiring_qa.api.scopes import Scope
from wiring_qa.api.tokens import Caller
from wiring_qa.cabinets.queries import cabinet_by_code
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.history.record import record_of
from wiring_qa.records.words import event_lines
from wiring_qa.release.standing import standing_of
from wiring_qa.tables.drafts.originals import end_of


def _known_moment(moment: datetime | None, field: str) -> None:
    if moment is None:
        return
    if moment.tzinfo is None:
        raise Refused(Refusal("no_zone", _l("A moment names its time zone, as in 2026-11-24T08:00Z."), field))
    try:
        moment.astimezone(UTC)
    except OverflowError:
        raise Refused(Refusal("no_moment", _l("There is no such moment in UTC."), field)) from None


@endpoint("/cabinets", Scope.CABINETS_READ, Cabinets, query=CabinetQuery)
def cabinets(_caller: Caller, asked: CabinetQuery) -> Cabinets:
    """List cabinets, the newest first."""
    return cabinets_of(asked)


@endpoint("/cabinets/<code>", Scope.CABINETS_READ, Cabinet)
def cabinet(_caller: Caller, _asked: NoQuery, code: str) -> Cabinet:
    """Show how a cabinet stands: stage, progress and blockers."""
    found = cabinet_by_code(code)
    standing = standing_of(found)
    return Cabinet(
        **{
            **standing,
            "findings": Counts(**standing["findings"]),
            "tightening": Tightening(**standing["tightening"]),
            "blockers": [Blocker(**each) for each in standing["blockers"]],
        },
        order=found.order_no,
        line=found.line,
        wirers=[wirer.name for wirer in found.wirers],
        added_at=found.at,
    )


@endpoint("/findings", Scope.FINDINGS_READ, Findings, query=FindingQuery)
def findings(_caller: Caller, asked: FindingQuery) -> Findings:
    """List findings, the newest first."""
    for field in ("since", "before"):
        _known_moment(getattr(asked, field), field)
    return findings_of(asked)


@endpoint("/cabinets/<code>/record", Scope.RECORDS_READ, Record)
def record(_caller: Caller, _asked: NoQuery, code: str) -> Record:
    """Give the inspection record of a cabinet: each row with all that was recorded on it."""
    found = record_of(cabinet_by_code(code))
    rows = [
        RecordRow(
            row=each.wire.sequence,
            number=each.wire.number,
            from_end=end_of(each.wire, "from"),
            to_end=end_of(each.wire, "to"),
            state=each.state.value,
            events=[Event(event.kind.value, event_lines(event)) for event in each.history],
        )
        for each in found.rows
    ]
    return Record(found.cabinet.code, found.cabinet.serial, rows, found.last_position, found.last_hash)
