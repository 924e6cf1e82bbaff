"""Finds the row that a form names, also where the page that sent it is of an earlier revision."""

from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from wiring_qa.cabinets.continuations import continues
from wiring_qa.cabinets.models import Cabinet, CachedContinuation, RevisionMove
from wiring_qa.checks.models import CachedRowState
from wiring_qa.core.db import AnyRow, db
from wiring_qa.core.forms import ActForm, text, whole
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.tables.models import Wire, WiringTable

NO_WIRE = Refusal("no_wire", _l("The wiring table of this cabinet has no such row."), "wire")
ROW_REMOVED = Refusal(
    "row_removed",
    _l("This was entered for an earlier revision; a new one has removed the row since."),
    "wire",
)
ROW_REVISED = Refusal(
    "row_revised",
    _l("This was entered for an earlier revision; a new one has changed the row since. Check it again."),
    "wire",
)


class RowForm(ActForm):
    """A row, by its place in the table at the revision that the page shows, or else the current one."""

    wire: Any = whole(_l("Row"))
    revision = text(_l("Revision"), longest=60)


def row_now(cabinet: Cabinet, sequence: int, revision: str | None) -> int:
    """Return where a row stands in the table of a cabinet now; raise `Refused` if it is not the same since.

    Takes no statement for a cabinet that never moved.
    """
    if not revision or not cabinet.cached_moved_at or revision == cabinet.table.revision:
        return sequence
    found = _continued(cabinet, sequence, revision)
    if found is None:
        raise Refused(NO_WIRE)
    if found.sequence is None:
        raise Refused(ROW_REMOVED)
    if found.revised_at >= found.left_at:
        raise Refused(ROW_REVISED)
    return int(found.sequence)


def _continued(cabinet: Cabinet, sequence: int, revision: str) -> AnyRow | None:
    earlier = (
        select(Wire.id, Wire.table_id)
        .join(WiringTable, WiringTable.id == Wire.table_id)
        .where(
            WiringTable.model == cabinet.table.model,
            WiringTable.revision == revision,
            Wire.sequence == sequence,
        )
        .subquery()
    )
    left_at = select(func.max(RevisionMove.position)).where(
        RevisionMove.cabinet_id == cabinet.id, RevisionMove.from_table_id == earlier.c.table_id
    )
    query = (
        select(Wire.sequence, CachedRowState.revised_at, left_at.scalar_subquery().label("left_at"))
        .select_from(earlier)
        .outerjoin(CachedContinuation, continues(earlier.c.id, cabinet.id))
        .outerjoin(Wire, Wire.id == CachedContinuation.wire_id)
        .outerjoin(
            CachedRowState,
            (CachedRowState.cabinet_id == cabinet.id) & (CachedRowState.wire_id == Wire.id),
        )
    )
    return db.session.execute(query).first()
