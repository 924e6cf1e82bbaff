"""Statements of what every mark does: compiled once for an engine, then handed to the driver itself."""

from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Connection, Dialect, Insert, SelectBase
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql import visitors

from wiring_qa.core.db import connection, db
from wiring_qa.core.engines import ALONE

MOST = 50
"""A statement is kept for lists of up to so many values; for longer ones it is made for the occasion."""

_Changes = Sequence[tuple[int, Callable[[Any], Any]]]
"""What becomes of the values at some places."""


@dataclass(frozen=True)
class _Plan:
    """A statement as a driver takes it, and what becomes of values on their way in and out.

    ``order`` names each value that it takes; a list's values are taken by the names in ``lists``.
    """

    text: str
    names: frozenset[str]
    order: Sequence[str]
    lists: Mapping[str, Sequence[str]]
    fixed: Mapping[str, Any]
    taken: _Changes
    row: Callable[..., Any]
    read: _Changes

    def values(self, named: Mapping[str, Any]) -> Sequence[Any]:
        """Return values in the statement's order, as the driver takes them."""
        if named.keys() != self.names:
            raise TypeError(f"The statement takes {sorted(self.names)}, not {sorted(named)}.")
        known = {**self.fixed, **named}
        for name, parts in self.lists.items():
            known.update(zip(parts, named[name], strict=True))
        return _changed([known[name] for name in self.order], self.taken)

    def shown(self, row: Sequence[Any]) -> Any:
        """Return a row of the driver's as the statement's columns say."""
        return self.row(*_changed(list(row), self.read))


def _changed(values: list[Any], changes: _Changes) -> list[Any]:
    for place, change in changes:
        values[place] = change(values[place])
    return values


class Prepared:
    """A statement with named ``bindparam``, run in the session's transaction, past the ORM.

    SQLAlchemy's own way to the driver and back takes several times what a database takes for a row by its
    key. Values and columns go through the statement's types all the same, listeners hear of it, and errors
    are SQLAlchemy's. An ``INSERT``, and an ``UPDATE`` without values, sets the columns that are named.
    """

    def __init__(self, statement: Any) -> None:
        """Take the statement; nothing of it is compiled yet."""
        self._statement = statement.inline() if isinstance(statement, Insert) else statement
        found = (each for each in visitors.iterate(statement) if isinstance(each, BindParameter))
        self._lists = sorted({each.key for each in found if each.required and each.expanding})
        self._plans: dict[tuple[Any, ...], _Plan] = {}

    def rows(self, **values: Any) -> list[Any]:
        """Return all rows, with their columns by name."""
        here = connection()
        plan = self._plan(here.dialect, values)
        with closing(_sent(here, plan.text, plan.values(values))) as cursor:
            return [plan.shown(row) for row in cursor.fetchall()]

    def first(self, **values: Any) -> Any:
        """Return the first row, None where there is none."""
        return self._first(connection(), values)

    def glance(self, **values: Any) -> Any:
        """Return the first row, read by itself, outside the session's transaction.

        For what every request asks before it begins: PostgreSQL is asked once, where a transaction takes
        three trips to the server.
        """
        engine = db.engine
        with engine.connect().execution_options(**ALONE[engine.dialect.name]) as alone:
            return self._first(alone, values)

    def run(self, **values: Any) -> None:
        """Run what returns no rows."""
        self.run_each([values])

    def run_each(self, many: Sequence[Mapping[str, Any]]) -> None:
        """Run what returns no rows once for each set of values, which name the same."""
        here = connection()
        plan = self._plan(here.dialect, many[0])
        _sent(here, plan.text, *[plan.values(each) for each in many]).close()

    def _first(self, here: Connection, values: Mapping[str, Any]) -> Any:
        plan = self._plan(here.dialect, values)
        with closing(_sent(here, plan.text, plan.values(values))) as cursor:
            row = cursor.fetchone()
        return row and plan.shown(row)

    def _plan(self, dialect: Dialect, values: Mapping[str, Any]) -> _Plan:
        lengths = [len(values[name]) for name in self._lists]
        key = (dialect.name, *lengths)
        plan = self._plans.get(key)
        if plan is None:
            plan = _planned(self._statement, dialect, values)
            if all(each <= MOST for each in lengths):
                self._plans[key] = plan
        return plan


def _planned(statement: Any, dialect: Dialect, values: Mapping[str, Any]) -> _Plan:
    compiled = statement.compile(dialect=by_place(dialect), column_keys=list(values))
    if compiled.insert_prefetch or compiled.update_prefetch:
        raise TypeError("The statement has defaults that only SQLAlchemy fills in.")
    ready = compiled.construct_expanded_state(values)
    order, lists = ready.positiontup, ready.parameter_expansion
    owner = {part: name for name, parts in lists.items() for part in parts}
    binds = {name: compiled.binds[owner.get(name, name)] for name in order}
    columns = statement.selected_columns if isinstance(statement, SelectBase) else ()
    names = [str(getattr(each, "key", "")) for each in columns]
    return _Plan(
        text=ready.statement,
        names=frozenset(name for name, bind in compiled.binds.items() if bind.required),
        order=order,
        lists={name: parts for name, parts in lists.items() if compiled.binds[name].required},
        fixed={name: ready.parameters[name] for name, bind in binds.items() if not bind.required},
        taken=_changes(binds[each].type.dialect_impl(dialect).bind_processor(dialect) for each in order),
        row=namedtuple("Found", names, rename=True),  # noqa: PYI024  its fields are the statement's columns
        read=_changes(each.type.dialect_impl(dialect).result_processor(dialect, None) for each in columns),
    )


def _changes(processors: Iterable[Any]) -> _Changes:
    return [(place, change) for place, change in enumerate(processors) if change is not None]


def by_place(dialect: Dialect) -> Dialect:
    """Return a dialect like the given one that gives its driver values by their place."""
    placed: Any = type(dialect)
    found: Dialect = placed(paramstyle="qmark" if dialect.name == "sqlite" else "format")
    return found


def _sent(here: Connection, text: str, *many: Sequence[Any]) -> Any:
    """Give a statement to the driver, once for each set of values; return its cursor."""
    driver: Any = here.connection.dbapi_connection
    cursor = driver.cursor()
    here.dispatch.before_cursor_execute(here, cursor, text, many, None, len(many) > 1)
    try:
        if len(many) > 1:
            cursor.executemany(text, many)
        else:
            cursor.execute(text, many[0])
    except here.dialect.loaded_dbapi.Error as error:
        cursor.close()
        lost = here.dialect.is_disconnect(error, driver, cursor)
        if lost:
            here.invalidate(error)
        raise DBAPIError.instance(
            text, many, error, here.dialect.loaded_dbapi.Error, True, lost, here.dialect
        ) from error
    return cursor
