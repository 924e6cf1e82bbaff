"""The databases to measure on, each empty and on this machine, and the bare work of their drivers."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import psycopg

from tests import postgres


@contextmanager
def sqlite() -> Iterator[tuple[str, str]]:
    """Yield the address of an empty SQLite file, and its path."""
    with TemporaryDirectory(prefix="wiring-qa-bench-") as folder:
        path = str(Path(folder) / "bench.sqlite3")
        yield f"sqlite:///{path}", path


@contextmanager
def postgresql() -> Iterator[tuple[str, str]]:
    """Yield the address of an empty PostgreSQL database, twice."""
    with postgres.server(durable=True) as url:
        yield url, url


def add_by_sqlite(path: str, statement: str, rows: Sequence[Any]) -> float:
    """Add wires by the bare driver with one durable commit, in place of those before; return the seconds."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("DELETE FROM wires WHERE table_id = (SELECT min(id) FROM wiring_tables)")
        start = perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(statement, rows)
        connection.execute("COMMIT")
        return perf_counter() - start


def add_by_postgresql(url: str, statement: str, rows: Sequence[Any]) -> float:
    """Add wires by the bare driver with one durable commit, in place of those before; return the seconds."""
    with psycopg.connect(url) as connection, connection.cursor() as cursor:
        cursor.execute("DELETE FROM wires WHERE table_id = (SELECT min(id) FROM wiring_tables)")
        connection.commit()
        start = perf_counter()
        cursor.executemany(statement.encode(), rows)
        connection.commit()
        return perf_counter() - start
