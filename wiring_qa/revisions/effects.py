"""What a move to another revision would make of a cabinet, before anybody moves it."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from wiring_qa.cabinets.kinds import Stage
from wiring_qa.cabinets.models import Cabinet
from wiring_qa.core.db import db
from wiring_qa.revisions.plans import Plan
from wiring_qa.revisions.queries import plan_for, wires_of
from wiring_qa.tables.comparing.changes import Change
from wiring_qa.tables.comparing.comparison import RowChange


@dataclass(frozen=True)
class Effect:
    """A cabinet and what the move would make of its rows."""

    cabinet: Cabinet
    plan: Plan

    @property
    def rows(self) -> list[RowChange]:
        """The rows that a person has to do something about, in the order of the table."""
        return [row.change for row in self.plan.rows if row.asks_for_check or row.kind is Change.REMOVED]


def under_way(table_id: int) -> Sequence[Cabinet]:
    """Return the cabinets that are built to a table and not released, by serial number."""
    query = (
        select(Cabinet)
        .where(Cabinet.table_id == table_id, Cabinet.cached_stage != Stage.RELEASED)
        .options(joinedload(Cabinet.table))
        .order_by(Cabinet.serial)
    )
    return db.session.scalars(query).all()


def effects_on(table_id: int, other_id: int) -> list[Effect]:
    """Return what a move would make of each cabinet under way that is built to a table."""
    news = wires_of(other_id)
    return [Effect(cabinet, plan_for(cabinet, news)) for cabinet in under_way(table_id)]
