"""The same rows that a mark writes, by the database driver alone: what the disk and the engine allow."""

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import psycopg

from bench.plant import Tablet

STATEMENTS = (
    (
        "INSERT INTO journal_entries (id, chain, position, type, actor_id, at, received_at, data, answer,"
        " previous_hash, hash) VALUES (?, ?, ?, 'mark_ok', ?, ?, ?, ?, ?, ?, ?)"
    ),
    (
        "INSERT INTO checks (operation_id, by_id, position, at, cabinet_id, wire_id, result, confirmed)"
        " VALUES (?, ?, ?, ?, ?, ?, 'ok', '[]')"
    ),
    (
        "UPDATE cached_row_states SET state = 'in_order', first_checked_at = ?, marked_at = ?,"
        " marked_by_id = ?, marked_by = ? WHERE cabinet_id = ? AND wire_id = ?"
    ),
    (
        "INSERT INTO cached_first_checks (cabinet_id, day, by_id, category, rows)"
        " VALUES (?, ?, ?, 'normal', 1) ON CONFLICT (cabinet_id, day, by_id, category)"
        " DO UPDATE SET rows = cached_first_checks.rows + 1"
    ),
    "UPDATE chain_heads SET position = ?, hash = ?, seal = ? WHERE chain = ?",
)


def _values(tablet: Tablet, index: int, *, is_sqlite: bool) -> tuple[tuple[Any, ...], ...]:
    """Return the values of each statement for the mark of a row; position 1 is the cabinet's own entry."""
    wires = len(tablet.wire_ids)
    cabinet_id, chain = tablet.cabinets[index // wires]
    sequence, position = index % wires + 1, index % wires + 2
    wire_id, by_id = tablet.wire_ids[sequence - 1], tablet.person_id
    number = uuid4()
    moment = datetime.now(UTC)  # noqa: TID251  nothing of the app takes part here
    at: Any = f"{moment:%Y-%m-%d %H:%M:%S.%f}" if is_sqlite else moment
    key: Any = number.hex if is_sqlite else number
    data = json.dumps({"wire": sequence})
    row = {"wire": sequence, "state": "in_order", "at": moment.isoformat(), "by": tablet.person}
    answer = json.dumps({"rows": [row]})
    digest = hashlib.sha256(answer.encode()).hexdigest()
    return (
        (key, chain, position, by_id, at, at, data, answer, digest, digest),
        (key, by_id, position, at, cabinet_id, wire_id),
        (at, at, by_id, tablet.person, cabinet_id, wire_id),
        (cabinet_id, f"{moment:%Y-%m-%d}" if is_sqlite else moment.date(), by_id),
        (position, digest, digest, chain),
    )


def sqlite_marks(tablet: Tablet, count: int, path: str, at_once: int = 1) -> Iterator[None]:
    """Write marks to a SQLite file, with a durable commit for each, or for so many at once."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=60)) as connection:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")
        yield
        for first in range(0, count, at_once):
            connection.execute("BEGIN IMMEDIATE")
            for index in range(first, min(first + at_once, count)):
                for statement, values in zip(STATEMENTS, _values(tablet, index, is_sqlite=True), strict=True):
                    connection.execute(statement, values)
            connection.execute("COMMIT")
            yield


def postgresql_marks(tablet: Tablet, count: int, url: str, at_once: int = 1) -> Iterator[None]:
    """Write marks to PostgreSQL, with a durable commit for each, or for so many at once."""
    statements = [statement.replace("?", "%s").encode() for statement in STATEMENTS]
    with psycopg.connect(url) as connection:
        yield
        for first in range(0, count, at_once):
            for index in range(first, min(first + at_once, count)):
                for statement, values in zip(
                    statements, _values(tablet, index, is_sqlite=False), strict=True
                ):
                    connection.execute(statement, values)
            connection.commit()
            yield
