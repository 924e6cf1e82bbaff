"""The categories, rules and threshold that a new plant starts with; a lead edits all of them."""

from dataclasses import asdict
from decimal import Decimal

from sqlalchemy import Connection, insert, select

from wiring_qa.core.aside import aside
from wiring_qa.core.db import Model
from wiring_qa.tables.judging.categories import SEED_CATEGORIES, SEED_RULES
from wiring_qa.tables.models import Category, CategoryRule, ImportThresholds

LARGE_FROM_MM2 = Decimal(6)


def seed() -> None:
    """Put in the defaults where there are none yet."""
    with aside() as connection:
        if _is_empty(connection, Category):
            rows = [{**asdict(each), "position": place} for place, each in enumerate(SEED_CATEGORIES, 1)]
            connection.execute(insert(Category), rows)
        if _is_empty(connection, CategoryRule):
            rules = [{**asdict(each), "position": place} for place, each in enumerate(SEED_RULES, 1)]
            connection.execute(insert(CategoryRule), rules)
        if _is_empty(connection, ImportThresholds):
            connection.execute(insert(ImportThresholds).values(large_from_mm2=LARGE_FROM_MM2))


def _is_empty(connection: Connection, model: type[Model]) -> bool:
    return connection.execute(select(model).limit(1)).first() is None
