"""Remembers what a lead settled of a file for the next one of its shape; the last one saved counts."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import delete, select

from wiring_qa.core.db import db
from wiring_qa.tables.columns.shapes import Remembered, shape_of, to_remember
from wiring_qa.tables.models import RememberedMapping, TableDraft
from wiring_qa.tables.previews import Preview
from wiring_qa.tables.settled import Settled


def remember(stamp: Mapping[str, Any], draft: TableDraft, preview: Preview) -> None:
    """Keep the meaning of the columns where a person had a say in it, or in where they stand."""
    shape = shape_of(preview)
    if shape is None or not (draft.mapping or draft.header_row is not None or draft.sheet):
        return
    forget(shape)
    mapping = to_remember(preview)
    db.session.add(RememberedMapping(**stamp, shape=shape, filename=draft.filename, mapping=mapping))


def forget(shape: str) -> bool:
    """Forget a shape; tell whether it was known."""
    found = db.session.scalars(
        delete(RememberedMapping).where(RememberedMapping.shape == shape).returning(RememberedMapping.id)
    )
    return bool(found.all())


def remembered() -> dict[str, Remembered]:
    """Return what is remembered, by shape."""
    columns = RememberedMapping.shape, RememberedMapping.filename, RememberedMapping.mapping
    return {row.shape: Remembered(*row) for row in db.session.execute(select(*columns))}


def read_as(preview: Preview, settled: Settled) -> Remembered | None:
    """Return what a table's columns were taken from; None where a person has settled them otherwise since."""
    found = remembered().get(shape_of(preview) or "") if settled.mapping else None
    return found if found is not None and dict(found.mapping) == to_remember(preview) else None
