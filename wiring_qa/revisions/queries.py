"""Reads of moves, and the guarded load of a removed wire."""

from collections.abc import Sequence

from sqlalchemy import and_, select

from wiring_qa.cabinets.continuations import continuations_of, earlier_wires
from wiring_qa.cabinets.models import Cabinet
from wiring_qa.checks.kinds import RowState
from wiring_qa.checks.models import CachedRowState
from wiring_qa.core.db import AnyRow, db
from wiring_qa.findings.kinds import FindingState, Kind
from wiring_qa.findings.models import Finding
from wiring_qa.findings.queries import last_fix
from wiring_qa.findings.rows import wires_at
from wiring_qa.revisions.plans import Plan, plan
from wiring_qa.tables.models import Wire, WiringTable

LIVE = (FindingState.OPEN, FindingState.FIXED)


def table_at(cabinet: Cabinet, revision: str) -> WiringTable | None:
    """Return the wiring table of a cabinet's model at a revision."""
    query = select(WiringTable).where(
        WiringTable.model == cabinet.table.model, WiringTable.revision == revision
    )
    return db.session.scalar(query)


def rows_now(cabinet_id: int) -> Sequence[AnyRow]:
    """Return a cabinet's wires with how they stand, also those that are to be removed and not gone yet."""
    query = (
        select(Wire, CachedRowState.is_removed, CachedRowState.revised_at, CachedRowState.state)
        .join(CachedRowState, CachedRowState.wire_id == Wire.id)
        .where(CachedRowState.cabinet_id == cabinet_id, CachedRowState.state != RowState.REMOVED)
        .order_by(CachedRowState.is_removed, Wire.sequence)
    )
    return db.session.execute(query).all()


def wires_of(table_id: int) -> Sequence[Wire]:
    """Return the wires of a table in its order."""
    return db.session.scalars(select(Wire).where(Wire.table_id == table_id).order_by(Wire.sequence)).all()


def past_wires(cabinet_id: int) -> set[int]:
    """Return the wires that were rows of a cabinet and are confirmed gone."""
    query = select(CachedRowState.wire_id).where(
        CachedRowState.cabinet_id == cabinet_id, CachedRowState.state == RowState.REMOVED
    )
    return set(db.session.scalars(query))


def plan_for(cabinet: Cabinet, news: Sequence[Wire]) -> Plan:
    """Return what a move of a cabinet to a table of these wires makes of its rows."""
    return plan(rows_now(cabinet.id), news, past_wires(cabinet.id), continuations_of(cabinet.id))


def removed_row(cabinet: Cabinet, revision: str, sequence: int) -> tuple[Wire | None, RowState | None]:
    """Return a wire of an earlier revision of a cabinet and how it stands, if a move removed it."""
    query = (
        select(Wire, CachedRowState.state)
        .join(WiringTable, WiringTable.id == Wire.table_id)
        .join(
            CachedRowState,
            and_(CachedRowState.wire_id == Wire.id, CachedRowState.cabinet_id == cabinet.id),
        )
        .where(
            WiringTable.model == cabinet.table.model,
            WiringTable.revision == revision,
            Wire.sequence == sequence,
            CachedRowState.is_removed,
        )
    )
    found = db.session.execute(query).first()
    return (found[0], found[1]) if found else (None, None)


def settled_with(cabinet: Cabinet, wire: Wire) -> Sequence[Finding]:
    """Return the findings that end with a removed wire: not a missing part's whose device the table has."""
    query = select(Finding).where(
        Finding.cabinet_id == cabinet.id,
        Finding.wire_id.in_(earlier_wires(cabinet.id, wire.id)),
        Finding.cached_state.in_(LIVE),
    )
    return [
        finding
        for finding in db.session.scalars(query.order_by(Finding.number))
        if finding.kind is not Kind.MISSING_PART or not wires_at(cabinet.table_id, finding.device)
    ]


def is_own_fix(findings: Sequence[Finding], person_id: int) -> bool:
    """Tell whether a person made the fix of a finding that waits for its recheck."""
    fixes = [last_fix(each) for each in findings if each.cached_state is FindingState.FIXED]
    return any(fix is not None and fix.by_id == person_id for fix in fixes)
