"""The rows of the walk, and the guarded load of one row."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.checks.models import CachedRowState
from wiring_qa.core.db import db
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.tables.models import Wire

NO_WIRE = Refusal("no_wire", _l("The wiring table of this cabinet has no such row."), "wire")


def row_for_change(cabinet: Cabinet, sequence: int, field: str = "wire") -> tuple[Wire, CachedRowState]:
    """Return a row of a cabinet and how it stands; raise `Refused` if the table has no such row."""
    found = db.session.execute(
        select(Wire, CachedRowState)
        .join(CachedRowState, CachedRowState.wire_id == Wire.id)
        .where(
            Wire.table_id == cabinet.table_id,
            Wire.sequence == sequence,
            CachedRowState.cabinet_id == cabinet.id,
        )
    ).first()
    if found is None:
        raise Refused(Refusal(NO_WIRE.code, NO_WIRE.text, field))
    return found[0], found[1]
