"""One database that every test uses in its turn, and the moments to which it goes back before the next."""

import shutil
import sqlite3
from collections.abc import Hashable
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

import psycopg


class Lent(Protocol):
    """A database that remembers what it held at some moments."""

    url: str
    stays_open: bool
    """Whether connections may stay open while it goes back."""
    moment: str
    """Where it last was kept or went back to."""
    endings: dict[Hashable, tuple[str, Any]]
    """The moments at which stories ended, with what they answered; see `told.py`."""

    def has_changed(self) -> bool:
        """Tell whether anyone has written since it was at its moment; may say so where nobody has."""

    def keep(self, moment: str) -> None:
        """Remember what the database holds now; nobody else may be using it."""

    def go_back_to(self, moment: str) -> None:
        """Make the database what it was at a moment that was kept."""


class LentFile:
    """An SQLite file and copies of it."""

    stays_open = False

    def __init__(self, path: Path) -> None:
        self._path = path
        self.url = f"sqlite:///{path}"
        self.endings: dict[Hashable, tuple[str, Any]] = {}

    def _beside(self, ending: str) -> Path:
        return self._path.with_name(self._path.name + ending)

    def _is_at(self, moment: str) -> None:
        self.moment = moment
        self._written = self._path.stat().st_mtime_ns

    def has_changed(self) -> bool:
        """Tell whether there is anything in the log that is written ahead, or has been."""
        log = self._beside("-wal")
        return self._path.stat().st_mtime_ns != self._written or (log.exists() and log.stat().st_size > 0)

    def kept(self, moment: str) -> Path:
        """Return the copy that was made at a moment."""
        return self._path.with_name(f"{moment}.sqlite3")

    def keep(self, moment: str) -> None:
        """Copy the file, once all that was written ahead is in it."""
        with closing(sqlite3.connect(self._path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copyfile(self._path, self.kept(moment))
        self._is_at(moment)

    def go_back_to(self, moment: str) -> None:
        """Put a copy in the file's place; whoever still holds the old one disturbs nobody."""
        for ending in ("", "-wal", "-shm"):
            self._beside(ending).unlink(missing_ok=True)
        shutil.copyfile(self.kept(moment), self._path)
        self._is_at(moment)


OURS = "FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
NUMBERS = "SELECT sequencename, coalesce(last_value, 1), last_value IS NOT NULL FROM pg_sequences"
NEXT = "SELECT pg_snapshot_xmax(pg_current_snapshot())"
END_OTHERS = """PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
 WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle';"""
"""What a test has left in the middle could hold a row for ever."""
GUARD = """CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
 RAISE 'This database is lent to all tests; one that changes tables takes `databases.fresh()`.'; END $$;
CREATE EVENT TRIGGER guard ON ddl_command_start EXECUTE FUNCTION refuse()"""
MOST_BYTES = 500_000
"""So large a table grows by rows that are gone; it takes long to clear them away, so not after each test."""


class LentDatabase:
    """A PostgreSQL database, with a schema for each moment that holds a copy of what was in the tables.

    It is not cloned for each test, which would take ten times as long as to put the rows back.
    """

    stays_open = True

    def __init__(self, url: str) -> None:
        self.url = url
        self.endings: dict[Hashable, tuple[str, Any]] = {}
        self._connection = psycopg.connect(url, autocommit=True)
        self._run("SET session_replication_role = replica")  # rows come back in no order of foreign keys
        self._run(GUARD)

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()

    def _run(self, statement: str) -> list[Any]:
        cursor = self._connection.execute(statement.encode())
        return cursor.fetchall() if cursor.description else []

    def _is_at(self, moment: str) -> None:
        self.moment = moment
        self._next = self._run(NEXT)

    def has_changed(self) -> bool:
        """Tell whether a transaction has been numbered since, as each is that writes."""
        return self._run(NEXT) != self._next

    def keep(self, moment: str) -> None:
        """Copy each table, and write down how all of them are put back."""
        tables = [name for (name,) in self._run(f"SELECT relname {OURS}")]
        back = [
            END_OTHERS,
            f"IF (SELECT max(pg_relation_size(oid)) {OURS}) > {MOST_BYTES}",
            f"THEN TRUNCATE {', '.join(tables)}; END IF;",
        ]
        self._run(f"CREATE SCHEMA {moment}")
        for table in tables:
            back.append(f"DELETE FROM {table};")
            if self._run(f"SELECT 1 FROM {table} LIMIT 1"):
                self._run(f"CREATE TABLE {moment}.{table} AS TABLE {table}")
                rows = f"SELECT * FROM {moment}.{table}"
                back.append(f"INSERT INTO {table} OVERRIDING SYSTEM VALUE {rows};")
        back += [f"PERFORM setval('{name}', {last}, {used});" for name, last, used in self._run(NUMBERS)]
        body = f"BEGIN {' '.join(back)} END"
        self._run(f"CREATE PROCEDURE {moment}.go_back() LANGUAGE plpgsql AS $${body}$$")
        self._is_at(moment)

    def go_back_to(self, moment: str) -> None:
        """Put the rows of a moment back."""
        self._run(f"CALL {moment}.go_back()")
        self._is_at(moment)
