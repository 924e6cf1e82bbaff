"""Reads of wiring tables, drafts, categories and rules."""

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.orm import defer
from werkzeug.exceptions import NotFound

from wiring_qa.core.db import AnyRow, db
from wiring_qa.core.i18n import language
from wiring_qa.core.pages import Page, page_of
from wiring_qa.people.models import Person
from wiring_qa.tables.models import Category, CategoryRule, ImportThresholds, TableDraft, Wire, WiringTable


def tables() -> Sequence[AnyRow]:
    """Return every wiring table with who imported it, the newest first."""
    query = (
        select(WiringTable, Person.name)
        .join(Person, Person.id == WiringTable.by_id)
        .order_by(WiringTable.id.desc())
    )
    return db.session.execute(query).all()


def table_by_id(table_id: int) -> WiringTable:
    """Return a wiring table; 404 if there is none."""
    table = db.session.get(WiringTable, table_id)
    if table is None:
        raise NotFound
    return table


def table_named(model: str, revision: str) -> WiringTable | None:
    """Return the wiring table of a model at a revision."""
    query = select(WiringTable).where(WiringTable.model == model, WiringTable.revision == revision)
    return db.session.scalar(query)


def wires_page(table_id: int, number: int) -> Page:
    """Return a page of a table's wires in the table's order."""
    return page_of(select(Wire).where(Wire.table_id == table_id).order_by(Wire.sequence), number)


def wire_of(table_id: int, sequence: int) -> Wire | None:
    """Return a wire of a table by its sequence."""
    return db.session.scalar(select(Wire).where(Wire.table_id == table_id, Wire.sequence == sequence))


def other_revisions(table: WiringTable) -> Sequence[WiringTable]:
    """Return the other revisions of a table's model, the newest first."""
    query = select(WiringTable).where(WiringTable.model == table.model, WiringTable.id != table.id)
    return db.session.scalars(query.order_by(WiringTable.id.desc())).all()


def is_in_use(table_id: int) -> bool:
    """Tell whether a cabinet is or was built to a table; asked by name, as cabinets stand a floor above."""
    query = text(
        "SELECT 1 FROM cabinets WHERE table_id = :table"
        " UNION ALL SELECT 1 FROM revision_moves WHERE from_table_id = :table LIMIT 1"
    )
    return db.session.execute(query, {"table": table_id}).first() is not None


def categories() -> Sequence[Category]:
    """Return the categories in their order."""
    return db.session.scalars(select(Category).order_by(Category.position)).all()


def category_names() -> dict[str, str]:
    """Return each category's name in the reader's language, by code."""
    return {each.code: each.name_in(language()) for each in categories()}


def rules() -> Sequence[CategoryRule]:
    """Return the rules in the order in which they are tried."""
    return db.session.scalars(select(CategoryRule).order_by(CategoryRule.position)).all()


def large_from_mm2() -> Decimal:
    """Return from which cross-section on a wire is large, in mm², without needless zeros."""
    return db.session.scalars(select(ImportThresholds.large_from_mm2)).one().normalize()


def drafts_of(person_id: int) -> Sequence[TableDraft]:
    """Return the drafts of a person without their files, the newest first."""
    query = (
        select(TableDraft)
        .where(TableDraft.by_id == person_id)
        .order_by(TableDraft.created_at.desc())
        .options(defer(TableDraft.content, raiseload=True))
    )
    return db.session.scalars(query).all()


def draft_by_id(draft_id: UUID, person_id: int) -> TableDraft | None:
    """Return a person's own draft; its file is loaded only when it is asked for."""
    draft = db.session.get(TableDraft, draft_id, options=[defer(TableDraft.content)])
    return draft if draft is not None and draft.by_id == person_id else None
