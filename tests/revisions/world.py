"""Further revisions of the plant's wiring table, made of its first one."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from tests.plant import MODEL, REVISION, Plant
from wiring_qa.cabinets.models import Cabinet
from wiring_qa.cabinets.queries import cabinet_by_code
from wiring_qa.checks.kinds import RowState
from wiring_qa.checks.models import CachedRowState
from wiring_qa.core.db import db
from wiring_qa.tables.models import Wire, WiringTable

NEXT = "A/3"


def columns_of(row: Any, but: tuple[str, ...]) -> dict[str, Any]:
    return {column.key: getattr(row, column.key) for column in row.__table__.columns if column.key not in but}


def add_revision(
    revision: str = NEXT,
    *,
    changed: Mapping[int, Mapping[str, Any]] | None = None,
    removed: tuple[int, ...] = (),
    added: tuple[Mapping[str, Any], ...] = (),
) -> WiringTable:
    """Add a revision of the plant's table: rows changed by their place, removed, and added at the end.

    An added row is row 14 with what is given.
    """
    first = db.session.scalars(
        select(WiringTable).where(WiringTable.model == MODEL, WiringTable.revision == REVISION)
    ).one()
    old = {wire.sequence: columns_of(wire, ("id", "table_id")) for wire in first.wires}
    rows = [{**row, **(changed or {}).get(place, {})} for place, row in old.items() if place not in removed]
    rows += [{**old[14], **row} for row in added]
    table = WiringTable(**{**columns_of(first, ("id",)), "revision": revision, "wire_count": len(rows)})
    table.wires = [Wire(**{**row, "sequence": place}) for place, row in enumerate(rows, 1)]
    db.session.add(table)
    db.session.commit()
    return table


def the_cabinet(plant: Plant) -> Cabinet:
    return cabinet_by_code(plant.code)


def states(plant: Plant) -> dict[int, RowState]:
    """Return how the rows of the cabinet's table stand, by their place in it."""
    cabinet = the_cabinet(plant)
    query = (
        select(Wire.sequence, CachedRowState.state)
        .join(CachedRowState, CachedRowState.wire_id == Wire.id)
        .where(CachedRowState.cabinet_id == cabinet.id, Wire.table_id == cabinet.table_id)
        .order_by(Wire.sequence)
    )
    return {row.sequence: row.state for row in db.session.execute(query)}


def to_remove(plant: Plant) -> list[int]:
    """Return the places, in their own tables, of the wires that are to be confirmed removed."""
    query = (
        select(Wire.sequence)
        .join(CachedRowState, CachedRowState.wire_id == Wire.id)
        .where(CachedRowState.cabinet_id == the_cabinet(plant).id, CachedRowState.state == RowState.TO_REMOVE)
        .order_by(Wire.sequence)
    )
    return list(db.session.scalars(query))


def move(plant: Plant, revision: str = NEXT, by: str = "lin") -> Any:
    return plant.do("move_to_revision", by, revision=revision)
