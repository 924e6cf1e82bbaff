"""Engines, the app and clients that are signed in; the people and the cabinet stand in `plant.py`."""

import gc
import shutil
from collections.abc import Iterator
from contextlib import closing

import pytest
from argon2 import PasswordHasher
from flask import Flask
from hypothesis import HealthCheck, settings

from tests import postgres
from tests.clients import Client
from tests.databases import (
    FOUNDED,
    MIGRATED,
    Databases,
    PostgresDatabases,
    SqliteDatabases,
    test_settings,
)
from tests.folders import quick_folder
from tests.order import dealt
from tests.plant import Plant
from wiring_qa import create_app
from wiring_qa.core.db import db
from wiring_qa.people import passwords

# how long an example takes is the machine's matter, not the property's
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items[:] = dealt(items)


def pytest_collection_finish() -> None:
    """Spare the garbage collector the thousands of tests, which live to the end."""
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def hasher_of_a_plant() -> Iterator[PasswordHasher]:
    """What hashes secrets slowly on purpose; the tests have one that is quick instead."""
    with pytest.MonkeyPatch.context() as patched:
        slow = passwords._hasher
        patched.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        yield slow


@pytest.fixture(scope="session")
def sqlite_databases() -> Iterator[SqliteDatabases]:
    folder = quick_folder()
    yield SqliteDatabases(folder)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_databases() -> Iterator[PostgresDatabases]:
    with postgres.server() as url, closing(PostgresDatabases(url)) as databases:
        yield databases


@pytest.fixture(params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest) -> Databases:
    """Both engines, one after the other: whatever asks for it runs on each."""
    name = "sqlite_databases" if request.param == "sqlite" else "postgres_databases"
    found: Databases = request.getfixturevalue(name)
    return found


@pytest.fixture
def moment(request: pytest.FixtureRequest) -> str:
    """What the database holds when the test begins: the plant, if it asks for the plant."""
    return FOUNDED if "plant" in request.fixturenames else MIGRATED


@pytest.fixture
def database_url(databases: Databases, moment: str) -> str:
    databases.lent.go_back_to(moment)
    return databases.lent.url


@pytest.fixture(scope="session")
def apps() -> Iterator[dict[str, Flask]]:
    """The app of each engine: to be made, it reads all rooms, and each query and template when first used."""
    made: dict[str, Flask] = {}
    yield made
    for app in made.values():
        with app.app_context():
            db.engine.dispose()


@pytest.fixture
def app(database_url: str, databases: Databases, apps: dict[str, Flask]) -> Iterator[Flask]:
    """The app on a database of the test's own, configured as it was made."""
    if database_url not in apps:
        apps[database_url] = _app(database_url)
    app = apps[database_url]
    kept = [(each, dict(each)) for each in (app.config, app.extensions)]
    with app.app_context():
        yield app
        db.session.remove()
        if not databases.lent.stays_open:
            db.engine.dispose()
    for each, before in kept:
        each.clear()
        each.update(before)


def _app(url: str) -> Flask:
    app = create_app(test_settings(url), testing=True)
    app.test_client_class = Client
    app.config["WTF_CSRF_ENABLED"] = False  # what guards against forged requests has a test of its own
    return app


@pytest.fixture
def plant(app: Flask, databases: Databases) -> Plant:
    """The one world of the tests: people, a wiring table and a cabinet."""
    return Plant(app, databases.lent)
