"""How SQLite and PostgreSQL are set up so that an acknowledged write survives a power cut."""

from time import monotonic
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DisconnectionError

WRITER = {"wiring_qa_writer": True}
"""Execution options of a transaction that will write."""

ALONE: dict[str, dict[str, Any]] = {
    # a statement that SQLAlchemy did not begin a transaction for has none
    "sqlite": {},
    "postgresql": {"isolation_level": "AUTOCOMMIT"},
}
"""Execution options of a statement that needs no transaction, by engine."""

POOL = {"pool_size": 20, "max_overflow": 60, "pool_use_lifo": True}
"""More connections than threads that could ask for one; the one used last, which knows most, is used next."""

RESTED_SECONDS = 30.0
"""A server may have dropped a connection that rested longer than this; one in use is not asked every time."""


def prepare(engine: Engine) -> None:
    """Attach what SQLite needs to be durable, and what a server that restarts needs to be found again."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin)
        return

    def ask(connection: Any, record: Any, _proxy: Any) -> None:
        if monotonic() - record.info.get("rests_since", monotonic()) < RESTED_SECONDS:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as error:
            raise DisconnectionError from error  # the pool connects anew

    event.listen(engine, "checkin", _note_rest)
    event.listen(engine, "checkout", ask)


def _note_rest(_connection: Any, record: Any) -> None:
    record.info["rests_since"] = monotonic()


def _set_pragmas(connection: Any, _record: Any) -> None:
    # the driver's own implicit BEGIN is a deferred one, which cannot be upgraded safely
    connection.isolation_level = None
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",  # a commit waits for the disk: "saved" must survive a power cut
        "busy_timeout = 15000",
        "foreign_keys = ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("wiring_qa_writer")
    driver: Any = connection.connection.dbapi_connection
    driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN")
