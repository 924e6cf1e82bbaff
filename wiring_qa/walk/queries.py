"""The rows of the walk, and the guarded load of one row."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, bindparam, select

from wiring_qa.cabinets.continuations import continues
from wiring_qa.cabinets.models import Cabinet, CachedContinuation
from wiring_qa.cabinets.queries import NO_CABINET
from wiring_qa.cabinets.rules import may_change
from wiring_qa.checks.kinds import RowState
from wiring_qa.checks.models import CachedRowState
from wiring_qa.checks.named_rows import NO_WIRE, row_now
from wiring_qa.core.db import AnyRow, db
from wiring_qa.core.prepared import Prepared
from wiring_qa.core.refusals import Refusal, Refused, require
from wiring_qa.findings.continued import SAME, continued
from wiring_qa.findings.kinds import End, FindingState, Kind
from wiring_qa.findings.models import Finding
from wiring_qa.journal.models import JournalEntry
from wiring_qa.tables.models import Category, Wire, WiringTable

_ROW = (
    select(Wire, CachedRowState)
    .join(CachedRowState, CachedRowState.wire_id == Wire.id)
    .where(
        Wire.table_id == bindparam("table"),
        Wire.sequence == bindparam("sequence"),
        CachedRowState.cabinet_id == bindparam("cabinet"),
    )
)


def row_for_change(
    cabinet: Cabinet, sequence: int, revision: str | None, field: str = "wire"
) -> tuple[Wire, CachedRowState]:
    """Return a row of a cabinet and how it stands; raise `Refused` if the table has no such row.

    ``revision`` is the one that the page shows, as `checks.named_rows` takes it.
    """
    place = {
        "table": cabinet.table_id,
        "sequence": row_now(cabinet, sequence, revision),
        "cabinet": cabinet.id,
    }
    found = db.session.execute(_ROW, place).first()
    if found is None:
        raise Refused(Refusal(NO_WIRE.code, NO_WIRE.text, field))
    return found[0], found[1]


_TO_MARK = Prepared(
    select(
        Cabinet.id.label("cabinet_id"),
        Cabinet.cached_stage,
        Cabinet.cached_moved_at,
        Wire.id.label("wire_id"),
        Wire.category,
        Wire.extra_checks,
        CachedRowState.state,
        CachedRowState.first_checked_at,
    )
    .outerjoin(Wire, and_(Wire.table_id == Cabinet.table_id, Wire.sequence == bindparam("sequence")))
    .outerjoin(
        CachedRowState, and_(CachedRowState.wire_id == Wire.id, CachedRowState.cabinet_id == Cabinet.id)
    )
    .where(Cabinet.code == bindparam("code"))
)


def row_to_mark(code: str, sequence: int, revision: str | None) -> Any:
    """Return what a mark in order asks of a row; raise `Refused` where none may be made.

    Takes one statement, more where the cabinet has moved to another revision.
    """
    found = _TO_MARK.first(code=code, sequence=sequence)
    if found is None:
        raise Refused(NO_CABINET)
    require(may_change(found.cached_stage))
    if found.cached_moved_at and revision:
        now = row_now(db.session.get_one(Cabinet, found.cabinet_id), sequence, revision)
        found = _TO_MARK.first(code=code, sequence=now)
    if found.state is None:
        raise Refused(NO_WIRE)
    return found


def walk_rows(cabinet: Cabinet) -> Sequence[AnyRow]:
    """Return every wire of a cabinet with how it stands, in the table's order, in one statement."""
    query = (
        select(
            *Wire.__table__.columns,
            CachedRowState.state,
            CachedRowState.marked_at,
            CachedRowState.marked_by_id,
            CachedRowState.marked_by,
        )
        .join(CachedRowState, CachedRowState.wire_id == Wire.id)
        .where(Wire.table_id == cabinet.table_id, CachedRowState.cabinet_id == cabinet.id)
        .order_by(Wire.sequence)
    )
    return db.session.execute(query).all()


def wires_to_remove(cabinet: Cabinet) -> Sequence[AnyRow]:
    """Return the removed wires that nobody has confirmed gone, each with the last revision that had it."""
    query = (
        select(Wire, WiringTable.revision)
        .join(CachedRowState, CachedRowState.wire_id == Wire.id)
        .join(WiringTable, WiringTable.id == Wire.table_id)
        .where(CachedRowState.cabinet_id == cabinet.id, CachedRowState.state == RowState.TO_REMOVE)
        .order_by(Wire.table_id, Wire.sequence)
    )
    return db.session.execute(query).all()


@dataclass(frozen=True)
class RowFinding:
    """A finding as its row shows it."""

    kind: Kind
    end: End


def live_findings(cabinet: Cabinet) -> dict[int, list[RowFinding]]:
    """Return the findings that are not settled yet, by the wire of their row."""
    query = (
        select(Finding.wire_id, Finding.kind, Finding.end, CachedContinuation.wire_id)
        .outerjoin(CachedContinuation, continues(Finding.wire_id, Finding.cabinet_id))
        .where(
            Finding.cabinet_id == cabinet.id,
            Finding.cached_state.in_([FindingState.OPEN, FindingState.FIXED]),
        )
        .order_by(Finding.number)
    )
    found: dict[int, list[RowFinding]] = defaultdict(list)
    rows = db.session.execute(query).all()
    known = continued({wire_id: now for wire_id, _kind, _end, now in rows if now})
    for wire_id, kind, end, now in rows:
        found[now or wire_id or 0].append(RowFinding(kind, known.get(wire_id, SAME).end(end)))
    return found


def last_act_by(cabinet: Cabinet, person_id: int) -> tuple[str, int] | None:
    """Return the type of the last act of a person on a row of a cabinet, and the row's place in the table."""
    query = (
        select(JournalEntry.type, JournalEntry.data)
        .where(JournalEntry.chain == cabinet.code, JournalEntry.actor_id == person_id)
        .order_by(JournalEntry.position.desc())
        .limit(1)
    )
    last = db.session.execute(query).first()
    return (last.type, int(last.data["wire"])) if last and "wire" in last.data else None


def category_names(language: str) -> dict[str, str]:
    """Return the names of the special categories in a language; normal has none."""
    name = {"zh_Hans": Category.name_zh_hans, "zh_Hant": Category.name_zh_hant}.get(
        language, Category.name_en
    )
    query = select(Category.code, name).where(Category.code != "normal")
    return {row[0]: row[1] for row in db.session.execute(query)}
