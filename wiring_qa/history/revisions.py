"""What was recorded of moves to other revisions."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from wiring_qa.cabinets.models import MovedRow, RevisionMove
from wiring_qa.checks.models import WireRemoval
from wiring_qa.core.db import AnyRow, db
from wiring_qa.people.models import Person
from wiring_qa.tables.comparing.changes import Change
from wiring_qa.tables.models import WiringTable


def moves_of(cabinet_id: int) -> Sequence[AnyRow]:
    """Return the moves of a cabinet in the order they came, each with its revisions."""
    earlier, later = aliased(WiringTable), aliased(WiringTable)
    query = (
        select(earlier.revision.label("from_revision"), later.revision, RevisionMove.at, Person.name)
        .join(earlier, earlier.id == RevisionMove.from_table_id)
        .join(later, later.id == RevisionMove.to_table_id)
        .join(Person, Person.id == RevisionMove.by_id)
        .where(RevisionMove.cabinet_id == cabinet_id)
        .order_by(RevisionMove.position)
    )
    return db.session.execute(query).all()


def moved_rows_of(cabinet_id: int) -> Sequence[AnyRow]:
    """Return what the moves of a cabinet changed, added or removed."""
    query = (
        select(
            func.coalesce(MovedRow.wire_id, MovedRow.earlier_wire_id).label("wire_id"),
            MovedRow.kind,
            MovedRow.fields,
            MovedRow.asks_for_check,
            RevisionMove.position,
            RevisionMove.at,
            WiringTable.revision,
        )
        .join(RevisionMove, RevisionMove.id == MovedRow.move_id)
        .join(WiringTable, WiringTable.id == RevisionMove.to_table_id)
        .where(RevisionMove.cabinet_id == cabinet_id, MovedRow.kind != Change.UNCHANGED)
        .order_by(MovedRow.id)
    )
    return db.session.execute(query).all()


def removals_of(cabinet_id: int) -> Sequence[AnyRow]:
    """Return the confirmations that removed wires are gone."""
    query = (
        select(WireRemoval.wire_id, WireRemoval.position, WireRemoval.at, Person.name)
        .join(Person, Person.id == WireRemoval.by_id)
        .where(WireRemoval.cabinet_id == cabinet_id)
        .order_by(WireRemoval.position)
    )
    return db.session.execute(query).all()
