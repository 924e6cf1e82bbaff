"""Adds many rows at once, as fast as the driver takes them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import orjson
from sqlalchemy import JSON, Boolean, Dialect, Table, insert

from wiring_qa.core.db import connection
from wiring_qa.core.prepared import by_place

_Make = Callable[[Any], Any]


def add_columns(table: Table, columns: Mapping[str, Sequence[Any]]) -> None:
    """Add rows, given column by column, by one ``executemany`` of the driver."""
    found = connection()
    statement, rows = prepared(table, columns, found.dialect)
    if rows:
        found.exec_driver_sql(statement, rows)


def prepared(
    table: Table, columns: Mapping[str, Sequence[Any]], dialect: Dialect
) -> tuple[str, Sequence[tuple[Any, ...]]]:
    """Return the statement, and the rows as a driver takes them.

    A value is made ready once for all rows that share it; of a JSON column, rows share what is one and the
    same object.
    """
    compiled: Any = insert(table).inline().compile(dialect=by_place(dialect), column_keys=list(columns))
    ready = [_ready(table, name, columns[name], dialect) for name in compiled.positiontup]
    return str(compiled), list(zip(*ready, strict=True))


def _ready(table: Table, name: str, values: Sequence[Any], dialect: Dialect) -> Sequence[Any]:
    kind = table.c[name].type
    if isinstance(kind, JSON):
        # both databases take it as text, and the driver need not write it anew for each row
        objects = {id(value): value for value in values}
        texts = {known: orjson.dumps(value).decode() for known, value in objects.items()}
        return [texts[id(value)] for value in values]
    make: _Make | None = kind.dialect_impl(dialect).bind_processor(dialect)
    if make is None or isinstance(kind, Boolean):
        return values
    made = {value: make(value) for value in set(values)}
    return [made[value] for value in values]
