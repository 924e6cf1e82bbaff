"""Adds to counts that are kept under a key, in one statement on either engine."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite

from wiring_qa.core.db import Base, connection
from wiring_qa.core.prepared import Prepared


class Adding:
    """The statement that adds to the counts of a table's row, which is made where it is not there yet.

    It is prepared once for each engine; the key of the row is the primary key of the table.
    """

    def __init__(self, table: type[Base], *counts: str) -> None:
        """Take the table, and its columns that are added to."""
        columns: Any = table.__table__
        self._by_engine: Mapping[str, Prepared] = {
            name: Prepared(
                insert.on_conflict_do_update(
                    index_elements=list(columns.primary_key.columns),
                    set_={each: columns.c[each] + insert.excluded[each] for each in counts},
                )
            )
            for name, insert in (
                ("sqlite", sqlite.insert(table)),
                ("postgresql", postgresql.insert(table)),
            )
        }

    def __call__(self, *rows: Mapping[str, Any]) -> None:
        """Add rows, each with its key and what it adds, in the session's transaction."""
        self._by_engine[connection().dialect.name].run_each(rows)
