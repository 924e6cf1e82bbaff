"""Databases for tests: one that all of them use in turn, and further ones that are nobody else's."""

import atexit
import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from tempfile import mkdtemp
from typing import Protocol
from uuid import uuid4

import psycopg
from flask import Flask

from tests.moments import Lent, LentDatabase, LentFile
from tests.plant import Plant
from wiring_qa import create_app
from wiring_qa.core.db import db
from wiring_qa.core.settings import Settings

KEY = "a key for tests, long enough"
FILES = mkdtemp(prefix="wiring-qa-")
"""Where photos and drawings of the tests lie: named by what they hold, they are in nobody's way."""
atexit.register(shutil.rmtree, FILES, ignore_errors=True)

MIGRATED, FOUNDED = "migrated", "founded"
"""The moments at which a test begins: the plant is empty, or it is the one of `plant.py`."""


def test_settings(url: str) -> Settings:
    """Return the settings of an app under test."""
    return Settings(
        secret_key=KEY,
        database_url=url,
        public_url="http://qa.test",
        timezone="Asia/Shanghai",
        storage_url=f"folder:{FILES}",
    )


@contextmanager
def opened(url: str) -> Iterator[Flask]:
    """An app on a database, which it lets go of at the end."""
    app = create_app(test_settings(url), testing=True)
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def migrate(url: str) -> None:
    """Bring an empty database to the newest schema, with what an empty plant needs."""
    with opened(url) as app:
        prepared = app.test_cli_runner().invoke(args=["prepare"])
        assert prepared.exit_code == 0, prepared.output


def keep_moments(lent: Lent) -> None:
    """Keep the moments at which tests begin, of a database that is migrated."""
    lent.keep(MIGRATED)
    with opened(lent.url) as app:
        Plant(app).found()
    lent.keep(FOUNDED)


class Databases(Protocol):
    """A source of migrated databases."""

    @property
    def lent(self) -> Lent:
        """The one that is lent to every test in its turn."""

    def fresh(self) -> AbstractContextManager[str]:
        """Lend the URL of a database that is nobody else's."""


class SqliteDatabases:
    """Copies of a migrated SQLite file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.lent = LentFile(folder / "lent.sqlite3")
        migrate(self.lent.url)
        keep_moments(self.lent)

    @contextmanager
    def fresh(self) -> Iterator[str]:
        """Lend a copy of the file."""
        path = self._folder / f"{uuid4().hex}.sqlite3"
        shutil.copyfile(self.lent.kept(MIGRATED), path)
        yield f"sqlite:///{path}"
        for each in self._folder.glob(f"{path.name}*"):
            each.unlink()


class PostgresDatabases:
    """Databases cloned from a migrated one."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._run("CREATE DATABASE migrated")
        migrate(self._of("migrated"))
        self._run("CREATE DATABASE lent TEMPLATE migrated")
        self.lent = LentDatabase(self._of("lent"))
        keep_moments(self.lent)

    def close(self) -> None:
        """Let go of the server."""
        self.lent.close()

    def _of(self, name: str) -> str:
        return self._url.replace("/postgres?", f"/{name}?")

    def _run(self, statement: str) -> None:
        with psycopg.connect(self._url, autocommit=True) as connection:
            connection.execute(statement.encode())

    @contextmanager
    def fresh(self) -> Iterator[str]:
        """Lend a clone."""
        name = f"t{uuid4().hex}"
        self._run(f"CREATE DATABASE {name} TEMPLATE migrated")
        yield self._of(name)
        self._run(f"DROP DATABASE {name} WITH (FORCE)")
