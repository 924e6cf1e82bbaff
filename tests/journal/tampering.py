"""Tampers with the record as someone would who has the database but not the plant's key."""

import sqlite3
from contextlib import closing

import psycopg
from flask import Flask

from wiring_qa.core.db import db
from wiring_qa.journal.chain_rows import BrokenPlace
from wiring_qa.journal.verify import verify


def tamper(app: Flask, *statements: str) -> None:
    """Run statements past the app and past the database's foreign keys."""
    db.session.rollback()
    url = app.config["WIRING_QA"].database_url
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as connection, connection:
            for statement in statements:
                connection.execute(statement)
        return
    with psycopg.connect(url) as postgres:
        postgres.execute("SET session_replication_role = replica")
        for statement in statements:
            postgres.execute(statement.encode())


def breaks(app: Flask) -> list[BrokenPlace]:
    """Return what the walk over all chains finds."""
    return verify(app.config["WIRING_QA"].keys).breaks


def places(app: Flask) -> list[tuple[str | None, int | None, str]]:
    """Return the broken places of chains."""
    return [(each.chain, each.position, each.reason) for each in breaks(app) if each.fact is None]


def facts(app: Flask) -> list[tuple[str, str]]:
    """Return the tables of facts that do not fit the journal, with the reason."""
    return [(each.fact.split()[0], each.reason) for each in breaks(app) if each.fact is not None]
