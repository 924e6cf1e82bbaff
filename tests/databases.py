"""A fresh database for each test, copied from one that the migrations made."""

import atexit
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Protocol
from uuid import uuid4

import psycopg

from wiring_qa import create_app
from wiring_qa.core.db import db
from wiring_qa.core.settings import Settings

KEY = "a key for tests, long enough"
FILES = mkdtemp(prefix="wiring-qa-")
"""Where photos and drawings of the tests lie: named by what they hold, they are in nobody's way."""
atexit.register(shutil.rmtree, FILES, ignore_errors=True)


def test_settings(url: str) -> Settings:
    """Return the settings of an app under test."""
    return Settings(
        secret_key=KEY,
        database_url=url,
        public_url="http://qa.test",
        timezone="Asia/Shanghai",
        storage_url=f"folder:{FILES}",
    )


def migrate(url: str) -> None:
    """Bring an empty database to the newest schema, with what an empty plant needs."""
    app = create_app(test_settings(url), testing=True)
    with app.app_context():
        prepared = app.test_cli_runner().invoke(args=["prepare"])
        assert prepared.exit_code == 0, prepared.output
        db.session.remove()
        db.engine.dispose()


class Databases(Protocol):
    """A source of migrated databases."""

    def fresh(self, name: str = "") -> AbstractContextManager[str]:
        """Lend the URL of a database that is nobody else's, under the name if one is given."""


class SqliteDatabases:
    """Copies of a migrated SQLite file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._template = folder / "template.sqlite3"
        migrate(f"sqlite:///{self._template}")

    @contextmanager
    def fresh(self, name: str = "") -> Iterator[str]:
        """Lend a copy of the file."""
        path = self._folder / f"{name or uuid4().hex}.sqlite3"
        shutil.copyfile(self._template, path)
        yield f"sqlite:///{path}"
        for each in self._folder.glob(f"{path.name}*"):
            each.unlink()


class PostgresDatabases:
    """Databases cloned from a migrated one."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._run("CREATE DATABASE migrated")
        migrate(self._of("migrated"))

    def _of(self, name: str) -> str:
        return self._url.replace("/postgres?", f"/{name}?")

    def _run(self, statement: str) -> None:
        with psycopg.connect(self._url, autocommit=True) as connection:
            connection.execute(statement.encode())

    @contextmanager
    def fresh(self, name: str = "") -> Iterator[str]:
        """Lend a clone."""
        name = name or f"t{uuid4().hex}"
        self._run(f"CREATE DATABASE {name} TEMPLATE migrated")
        yield self._of(name)
        self._run(f"DROP DATABASE {name} WITH (FORCE)")
