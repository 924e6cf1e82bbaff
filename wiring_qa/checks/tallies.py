"""How many rows were first checked: counted as it happens, so that no figure reads all checks."""

from collections import Counter
from datetime import date

from sqlalchemy import Connection, ForeignKey, Text, delete, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from wiring_qa.cabinets.continuations import continues, current
from wiring_qa.cabinets.models import CachedContinuation
from wiring_qa.checks.models import Check
from wiring_qa.core.adding import Adding
from wiring_qa.core.db import Model
from wiring_qa.core.i18n import local
from wiring_qa.journal.registry import Entry
from wiring_qa.tables.models import Wire


class CachedFirstChecks(Model):
    """Rows of a cabinet that were checked for the first time on a day, by who checked them and category.

    Derived from the checks; written by this module only. The day is that of the plant's time zone.
    """

    __tablename__ = "cached_first_checks"

    cabinet_id: Mapped[int] = mapped_column(ForeignKey("cabinets.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True, index=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    category: Mapped[str] = mapped_column(Text, primary_key=True)
    rows: Mapped[int]


_ADD = Adding(CachedFirstChecks, "rows")


def count_first_check(entry: Entry, cabinet_id: int, category: str) -> None:
    """Count a row whose first check an operation brings."""
    _ADD(
        {
            "cabinet_id": cabinet_id,
            "day": local(entry.at).date(),
            "by_id": entry.actor.id,
            "category": category,
            "rows": 1,
        }
    )


def recount(connection: Connection) -> int:
    """Count all again from the checks, as after a change of the plant's time zone; return the rows counted.

    A row that a new revision continues is counted once, where its first check was.
    """
    query = (
        select(Check.cabinet_id, current(Check.wire_id).label("row"), Check.at, Check.by_id, Wire.category)
        .join(Wire, Wire.id == Check.wire_id)
        .outerjoin(CachedContinuation, continues(Check.wire_id, Check.cabinet_id))
        .order_by(Check.cabinet_id, Check.position)
    )
    counts: Counter[tuple[int, date, int, str]] = Counter()
    cabinet_id, seen = 0, set[int]()
    for check in connection.execute(query):
        if check.cabinet_id != cabinet_id:
            cabinet_id, seen = check.cabinet_id, set()
        if check.row not in seen:
            seen.add(check.row)
            counts[cabinet_id, local(check.at).date(), check.by_id, check.category] += 1
    connection.execute(delete(CachedFirstChecks))
    names = ("cabinet_id", "day", "by_id", "category")
    rows = [dict(zip(names, key, strict=True), rows=count) for key, count in counts.items()]
    if rows:
        connection.execute(insert(CachedFirstChecks), rows)
    return counts.total()
