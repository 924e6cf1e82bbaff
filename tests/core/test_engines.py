"""The set-up of both engines: durable, and found again after a restart of the server."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from flask import Flask
from sqlalchemy import text

from tests import databases
from tests.databases import PostgresDatabases, SqliteDatabases
from wiring_qa import create_app
from wiring_qa.core import engines
from wiring_qa.core.db import db

OTHERS = b"""SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()"""


@contextmanager
def _app(url: str) -> Iterator[Flask]:
    app = create_app(databases.test_settings(url), testing=True)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def test_sqlite_waits_for_the_disk_and_checks_foreign_keys(sqlite_databases: SqliteDatabases) -> None:
    with sqlite_databases.fresh() as url, _app(url):
        found = {
            name: db.session.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
        assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


@pytest.mark.parametrize(("rested", "is_found"), [(0.0, True), (3600.0, False)])
def test_a_connection_that_the_server_dropped_while_it_rested_is_made_anew(
    postgres_databases: PostgresDatabases, monkeypatch: pytest.MonkeyPatch, rested: float, is_found: bool
) -> None:
    monkeypatch.setattr(engines, "RESTED_SECONDS", rested)
    with postgres_databases.fresh() as url, _app(url) as app:
        client = app.test_client()
        assert client.get("/healthz").status_code == 200
        db.session.remove()
        with psycopg.connect(url) as connection:
            connection.execute(OTHERS)
        assert (client.get("/healthz").status_code == 200) is is_found
        db.session.remove()
        assert client.get("/healthz").status_code == 200
