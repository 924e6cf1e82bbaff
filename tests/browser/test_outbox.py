"""What is marked while the server is away arrives once, whatever happens in between."""

import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Playwright, expect
from sqlalchemy import select, update

from tests.browser.conftest import ARGUMENTS, NAMES
from tests.browser.server import Server
from tests.browser.words import Tablet
from tests.databases import FILES, KEY, test_settings as settings_for
from tests.plant import Plant
from tests.statements import grow
from wiring_qa import create_app
from wiring_qa.checks.models import Check
from wiring_qa.core.db import db
from wiring_qa.people.models import Person
from wiring_qa.tables.models import Wire

pytestmark = [pytest.mark.browser, pytest.mark.commits]

GROWN = 200
KILLS = 8
OK_ALL = """async (most) => {
  const rows = [...document.querySelectorAll('li[data-wire][data-state=todo]')].filter(
    (row) => Number(row.dataset.wire) >= 100).slice(0, most || undefined);
  for (const row of rows) {
    row.querySelector('[data-act=ok]').click();
    await new Promise((later) => setTimeout(later, PAUSE));
  }
  return rows.length;
}"""
SAVED = """() => [...document.querySelectorAll('li[data-wire][data-state=in_order]:not([data-kept])')].map(
  (row) => Number(row.dataset.wire))"""
Opener = Callable[[], Tablet]


@pytest.fixture
def plant(database_url: str, secrets: dict[str, str]) -> Iterator[Plant]:
    """The plant with a large cabinet; everyone has a PIN."""
    app = create_app(settings_for(database_url), testing=True)
    with app.app_context():
        plant = Plant(app)
        db.session.execute(update(Person).values(secrets))
        db.session.commit()
        grow(plant, GROWN)
        yield plant
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def server(plant: Plant, database_url: str) -> Iterator[Server]:
    settings = {"DATABASE_URL": database_url, "SECRET_KEY": KEY, "STORAGE_URL": f"folder:{FILES}"}
    server = Server({f"WIRING_QA_{name}": value for name, value in settings.items()})
    server.start()
    plant.address = server.address
    yield server
    server.kill()


@pytest.fixture
def opened(playwright: Playwright, plant: Plant, tmp_path: Path) -> Iterator[Opener]:
    """Opens the browser of one tablet, closing it first if it is open; what it keeps is kept."""
    contexts: list[BrowserContext] = []

    def open_it() -> Tablet:
        while contexts:
            contexts.pop().close()
        path = next(found for name in NAMES if (found := shutil.which(name)))
        context = playwright.chromium.launch_persistent_context(
            tmp_path / "tablet", executable_path=path, args=list(ARGUMENTS), has_touch=True, locale="en-GB"
        )
        context.set_default_timeout(40_000)
        contexts.append(context)
        return Tablet(context.pages[0], plant)

    yield open_it
    for context in contexts:
        context.close()


def checked(plant: Plant) -> Counter[int]:
    """Count the checks of each grown row."""
    db.session.rollback()
    sequence = select(Wire.sequence).join(Check, Check.wire_id == Wire.id).where(Wire.sequence >= 100)
    assert plant.code
    return Counter(db.session.scalars(sequence))


def _walking(opened: Opener) -> Tablet:
    tablet = opened()
    tablet.sign_in("li")
    tablet.open_cabinet("/walk")
    return tablet


def test_two_hundred_marks_made_without_a_server_survive_the_browser_and_arrive_once(
    plant: Plant, server: Server, opened: Opener
) -> None:
    tablet = _walking(opened)
    server.kill()
    assert tablet.page.evaluate(OK_ALL.replace("PAUSE", "0")) == GROWN
    expect(tablet.page.locator("li[data-kept]")).to_have_count(GROWN)
    expect(tablet.page.locator(".saved")).to_contain_text(f"On this tablet: {GROWN} · oldest 0 min")
    expect(tablet.page.locator(".saved")).to_have_attribute("data-state", "failing")
    opened()
    server.start()
    assert checked(plant) == Counter()
    tablet = _walking(opened)
    tablet.saved()
    assert checked(plant) == Counter(range(100, 100 + GROWN))
    expect(tablet.page.locator("li[data-kept]")).to_have_count(0)
    tablet.stands(299, "in_order")


def test_what_a_tablet_shows_as_saved_is_saved_however_often_the_server_dies(
    plant: Plant, server: Server, opened: Opener
) -> None:
    chance = random.Random(4)  # noqa: S311  a repeatable one
    tablet = _walking(opened)
    batches: Counter[str] = Counter()
    for end in ("requestfinished", "requestfailed"):
        tablet.page.on(end, lambda request, end=end: batches.update([end] if "/sync" in request.url else []))
    seen: set[int] = set()
    for _ in range(KILLS):
        # a batch is on its way: it is read, applied, answered or heard when the server goes
        with tablet.page.expect_request("**/sync"):
            tablet.page.evaluate(f"() => {{ ({OK_ALL.replace('PAUSE', '5')})({GROWN // KILLS}); }}")
        tablet.page.wait_for_timeout(chance.uniform(0, 250))
        server.kill()
        shown = set(tablet.page.evaluate(SAVED))
        assert seen <= shown <= set(checked(plant))
        seen = shown
        server.start()
    assert seen
    assert batches["requestfailed"] >= KILLS / 3
    expect(tablet.page.locator(".saved")).to_have_attribute("data-state", "saved", timeout=30_000)
    assert checked(plant) == Counter(range(100, 100 + GROWN))
    assert set(tablet.page.evaluate(SAVED)) >= set(range(100, 100 + GROWN))


def test_a_tablet_that_keeps_nothing_says_so_and_sends_at_once(
    plant: Plant, server: Server, opened: Opener
) -> None:
    tablet = opened()
    tablet.page.add_init_script(
        "IDBObjectStore.prototype.add = () => { throw new DOMException('no room', 'QuotaExceededError'); };"
    )
    tablet.sign_in("li")
    tablet.open_cabinet("/walk")
    tablet.tap(tablet.row(100).locator("[data-act=ok]"))
    expect(tablet.page.locator("[data-behaviour=storage-notice]")).to_contain_text("keeps nothing")
    expect(tablet.page.locator("li[data-kept]")).to_have_count(0)
    tablet.stands(100, "in_order")
    assert checked(plant) == Counter([100])
    server.kill()
    tablet.tap(tablet.row(101).locator("[data-act=ok]"))
    expect(tablet.row(101).locator("[data-message]")).to_contain_text("NOT kept")
    tablet.stands(101, "todo")


def test_what_was_refused_waits_for_who_can_mend_it(server: Server, opened: Opener) -> None:
    tablet = _walking(opened)
    server.kill()
    tablet.tap(tablet.row(9).locator("[data-act=ok]"))
    tablet.tap(tablet.row(10).locator("[data-act=ok]"))
    expect(tablet.page.locator("li[data-kept]")).to_have_count(2)
    opened()
    db.session.execute(update(Wire).where(Wire.sequence == 9).values(extra_checks=["label"]))
    db.session.commit()
    server.start()
    tablet = opened()
    tablet.sign_in("li")
    expect(tablet.page.locator(".saved")).to_have_text("Not accepted: 1")
    tablet.open_cabinet("/walk")
    tablet.stands(9, "todo")
    tablet.stands(10, "in_order")
    tablet.tap(".saved-link")
    item = tablet.page.locator("[data-kept-act]")
    expect(item).to_contain_text("Row marked in order")
    expect(item.locator("[data-part=reason]")).to_have_text("Confirm this first: label.")
    tablet.started()
    tablet.tap(item.locator("[data-act=dismiss]"))
    expect(item).to_have_count(0)
    tablet.saved()
    tablet.open("/rejected")
    expect(tablet.page.locator("main")).to_contain_text("Everything that was sent was accepted.")
