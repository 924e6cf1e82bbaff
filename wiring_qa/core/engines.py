"""How SQLite and PostgreSQL are set up so that an acknowledged write survives a power cut."""

from typing import Any

from sqlalchemy import Connection, Engine, event

WRITER = {"wiring_qa_writer": True}
"""Execution options of a transaction that will write."""


def engine_options(url: str) -> dict[str, Any]:
    """Return the engine's options for a database URL."""
    options: dict[str, Any] = {"pool_size": 20, "max_overflow": 60}
    if url.startswith("postgresql"):
        options["pool_pre_ping"] = True
    return options


def prepare(engine: Engine) -> None:
    """Attach what SQLite needs; PostgreSQL is durable as it comes."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin)


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
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
