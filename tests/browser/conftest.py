"""A real server and a real Chromium."""

import shutil
import threading
from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, Playwright, expect, sync_playwright
from sqlalchemy import update
from werkzeug.serving import make_server

from tests.browser.words import PASSWORD, PIN, Tablet
from tests.databases import FOUNDED, Databases, test_settings as settings_for
from tests.plant import Plant
from wiring_qa import create_app
from wiring_qa.core.db import db
from wiring_qa.people.models import Person
from wiring_qa.people.passwords import hashed

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip

expect.set_options(
    timeout=15_000
)  # how fast a page is, is measured elsewhere; a busy machine fails no journey


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    assert path, "Chromium is not installed: `make test` installs it where it may."
    browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def secrets() -> dict[str, str]:
    """The hashes of everyone's PIN and password."""
    return {"pin_hash": hashed(PIN), "password_hash": hashed(PASSWORD)}


@pytest.fixture
def moment() -> str:
    """Every journey begins in the plant."""
    return FOUNDED


@pytest.fixture
def served(database_url: str, secrets: dict[str, str]) -> Iterator[Plant]:
    """Serve the plant of the tests on an address of its own; everyone has a PIN, leads a password."""
    # not the last journey's app: a late request to it could still be at the last journey's database
    app: Flask = create_app(settings_for(database_url), testing=True)
    with app.app_context():
        plant = Plant(app)
        db.session.execute(update(Person).values(secrets))
        db.session.commit()
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    plant.address = f"http://127.0.0.1:{server.server_port}"
    yield plant
    server.shutdown()
    thread.join()
    server.server_close()
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def databases(sqlite_databases: Databases) -> Databases:
    """Journeys run on SQLite; one of them says otherwise."""
    return sqlite_databases


@pytest.fixture
def tablet(served: Plant, chromium: Browser) -> Iterator[Tablet]:
    context = chromium.new_context(
        viewport={"width": 800, "height": 1280},
        has_touch=True,
        locale="en-GB",
        service_workers="block",  # what runs without a network has journeys of its own
    )
    context.set_default_timeout(20_000)
    tablet = Tablet(context.new_page(), served)
    yield tablet
    context.close()
    assert tablet.problems == []
