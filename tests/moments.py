"""One database that every test uses in its turn, and the moments to which it goes back before the next."""

import shutil
from pathlib import Path
from typing import Any, Protocol

import psycopg


class Lent(Protocol):
    """A database that remembers what it held at some moments."""

    url: str
    stays_open: bool
    """Whether connections may stay open while it goes back."""

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

    def kept(self, moment: str) -> Path:
        """Return the copy that was made at a moment."""
        return self._path.with_name(f"{moment}.sqlite3")

    def keep(self, moment: str) -> None:
        """Copy the file, into which the last connection that closed has written everything."""
        shutil.copyfile(self._path, self.kept(moment))

    def go_back_to(self, moment: str) -> None:
        """Copy the file back."""
        for ending in ("-wal", "-shm"):
            self._path.with_name(self._path.name + ending).unlink(missing_ok=True)
        shutil.copyfile(self.kept(moment), self._path)


OURS = "FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
NUMBERS = "SELECT sequencename, coalesce(last_value, 1), last_value IS NOT NULL FROM pg_sequences"
END_OTHERS = """PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
 WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle';"""
"""What a test has left in the middle could hold a row for ever."""
GUARD = """CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
 RAISE 'This database is lent to all tests; one that changes tables takes `databases.fresh()`.'; END $$;
CREATE EVENT TRIGGER guard ON ddl_command_start EXECUTE FUNCTION refuse()"""
MOST_BYTES = 500_000
"""So large a table grows by rows that are gone; it takes long to clear them away, so not after each test."""


class LentDatabase:
    """A PostgreSQL database, with a schema for each moment that holds a copy of every table.

    It is not cloned for each test, which would take ten times as long as to put the rows back.
    """

    stays_open = True

    def __init__(self, url: str) -> None:
        self.url = url
        self._connection = psycopg.connect(url, autocommit=True)
        self._run("SET session_replication_role = replica")  # rows come back in no order of foreign keys
        self._run(GUARD)

    def close(self) -> None:
        """Let go of the database."""
        self._connection.close()

    def _run(self, statement: str) -> list[Any]:
        cursor = self._connection.execute(statement.encode())
        return cursor.fetchall() if cursor.description else []

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
            self._run(f"CREATE TABLE {moment}.{table} AS TABLE {table}")
            rows = f"OVERRIDING SYSTEM VALUE SELECT * FROM {moment}.{table}"
            back.append(f"DELETE FROM {table}; INSERT INTO {table} {rows};")
        back += [f"PERFORM setval('{name}', {last}, {used});" for name, last, used in self._run(NUMBERS)]
        body = f"BEGIN {' '.join(back)} END"
        self._run(f"CREATE PROCEDURE {moment}.go_back() LANGUAGE plpgsql AS $${body}$$")

    def go_back_to(self, moment: str) -> None:
        """Put the rows of a moment back."""
        self._run(f"CALL {moment}.go_back()")
