"""How a fact finds the row that it belongs to, once its cabinet has moved to another revision."""

from typing import Any

from sqlalchemy import ColumnElement, and_, func, select

from wiring_qa.cabinets.models import CachedContinuation
from wiring_qa.core.db import db


def continues(wire_id: Any, cabinet_id: Any) -> ColumnElement[bool]:
    """Return what joins the wire of a fact to the row that continues it; most facts have no such row."""
    return and_(CachedContinuation.earlier_wire_id == wire_id, CachedContinuation.cabinet_id == cabinet_id)


def current(wire_id: Any) -> ColumnElement[int]:
    """Return the wire of the row that a fact belongs to, where `CachedContinuation` is joined to it."""
    return func.coalesce(CachedContinuation.wire_id, wire_id)


def continuations_of(cabinet_id: int) -> dict[int, int]:
    """Return each earlier wire of a cabinet with the one that continues it."""
    query = select(CachedContinuation.earlier_wire_id, CachedContinuation.wire_id).where(
        CachedContinuation.cabinet_id == cabinet_id
    )
    return {row.earlier_wire_id: row.wire_id for row in db.session.execute(query)}


def earlier_wires(cabinet_id: int, wire_id: int) -> list[int]:
    """Return a wire with all wires that it continues in a cabinet."""
    query = select(CachedContinuation.earlier_wire_id).where(
        CachedContinuation.cabinet_id == cabinet_id, CachedContinuation.wire_id == wire_id
    )
    return [wire_id, *db.session.scalars(query)]


def current_wires(cabinet_id: int, wire_ids: set[int]) -> set[int]:
    """Return the wires of the rows to which facts on some wires belong."""
    query = select(CachedContinuation.earlier_wire_id, CachedContinuation.wire_id).where(
        CachedContinuation.cabinet_id == cabinet_id, CachedContinuation.earlier_wire_id.in_(wire_ids)
    )
    continued = {row.earlier_wire_id: row.wire_id for row in db.session.execute(query)}
    return {continued.get(each, each) for each in wire_ids}
