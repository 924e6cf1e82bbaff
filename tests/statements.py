"""Counts the SQL statements that a block of code sends."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event, insert, select

from tests.plant import Plant
from wiring_qa.cabinets.queries import cabinet_by_code
from wiring_qa.core.db import db
from wiring_qa.findings.rows import open_rows
from wiring_qa.tables.models import Wire

DEVICES = 40


@contextmanager
def counted() -> Iterator[list[str]]:
    """Collect the statements that the block sends, whichever thread sends them."""
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        if not statement.startswith(("SAVEPOINT", "RELEASE", "BEGIN")):
            sent.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


def grow(plant: Plant, wires: int) -> int:
    """Give the plant's table so many more wires between forty devices; return the cabinet's id."""
    cabinet_id = cabinet_by_code(plant.code).id
    pattern = db.session.scalars(select(Wire).where(Wire.sequence == 9)).one()
    columns = {
        name: getattr(pattern, name)
        for name in Wire.__table__.columns.keys()  # noqa: SIM118  columns are not a plain dict
        if name not in ("id", "sequence", "from_device", "to_device")
    }
    rows = [
        {**columns, "sequence": 100 + each, "from_device": f"-K{each % DEVICES}", "to_device": "-X1"}
        for each in range(wires)
    ]
    db.session.execute(insert(Wire), rows)
    open_rows(cabinet_id, db.session.scalars(select(Wire.id).where(Wire.sequence >= 100)))
    db.session.commit()
    return cabinet_id
