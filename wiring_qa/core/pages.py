"""Long lists in pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select

from wiring_qa.core.db import db

PAGE_SIZE = 50


@dataclass(frozen=True)
class Page:
    """One page of a list: its items, its number from 1, and how many items and pages there are."""

    items: Sequence[Any]
    number: int
    total: int
    size: int = PAGE_SIZE

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // self.size))


def page_of(query: Select[Any], number: int) -> Page:
    """Return the given page of a query's rows; a number out of range is moved into it."""
    counted = select(func.count()).select_from(query.order_by(None).subquery())
    total = db.session.scalar(counted) or 0
    last = max(1, -(-total // PAGE_SIZE))
    number = min(max(1, number), last)
    rows = db.session.execute(query.limit(PAGE_SIZE).offset((number - 1) * PAGE_SIZE)).all()
    return Page([row[0] if len(row) == 1 else row for row in rows], number, total)


def page_of_list(items: Sequence[Any], number: int, size: int = PAGE_SIZE) -> Page:
    """Return the given page of a list that is there already; a number out of range is moved into it."""
    last = max(1, -(-len(items) // size))
    number = min(max(1, number), last)
    return Page(items[(number - 1) * size : number * size], number, len(items), size)
