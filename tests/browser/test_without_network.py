"""The app without a network: it opens, shows what was marked, and takes on a new version whole."""

import re
from collections import Counter

import pytest
from playwright.sync_api import expect
from sqlalchemy import func, select

from tests.browser.server import Server
from tests.browser.test_outbox import Opener, opened, plant, server  # noqa: F401  fixtures of the same plant
from tests.browser.words import PASSWORD, Tablet
from tests.plant import Plant
from wiring_qa.checks.models import Check
from wiring_qa.core.db import db

pytestmark = [pytest.mark.browser, pytest.mark.commits]

READY = "async () => { await navigator.serviceWorker.ready; }"
TAKE = "async (code) => (await navigator.serviceWorker.ready).active.postMessage({ take: [code] })"
TAKEN = """async (code) => {
  for (let tries = 0; tries < 200; tries += 1) {
    for (const name of await caches.keys()) {
      const keys = await (await caches.open(name)).keys();
      if (keys.some(({ url }) => url.endsWith(`/c/${code}/spot-check`))) return true;
    }
    await new Promise((later) => setTimeout(later, 50));
  }
  return false;
}"""


def _count(plant: Plant) -> int:  # noqa: F811
    db.session.rollback()
    assert plant.code
    return db.session.scalar(select(func.count()).select_from(Check)) or 0


def taken_along(opened: Opener) -> Tablet:  # noqa: F811
    """Open a cabinet once with a network, as Li."""
    tablet = opened()
    tablet.sign_in("li")
    tablet.page.evaluate(READY)
    tablet.open_cabinet("/walk")
    assert tablet.page.evaluate(TAKEN, tablet.plant.code)
    return tablet


def test_a_cabinet_opened_once_is_there_without_a_server_after_the_browser_was_closed(
    plant: Plant,  # noqa: F811
    server: Server,  # noqa: F811
    opened: Opener,  # noqa: F811
) -> None:
    taken_along(opened)
    server.kill()
    tablet = opened()
    tablet.open("/")
    expect(tablet.page.locator("h1")).to_have_text("My work")
    tablet.open_cabinet("/walk")
    tablet.tap(tablet.row(9).locator("[data-act=ok]"))
    tablet.mark_faulty(10, "loose", "from")
    expect(tablet.page.locator("li[data-kept]")).to_have_count(2)
    tablet = opened()
    tablet.open("/")
    tablet.page.fill("#cabinet-code", f" {plant.code[:3].lower()}-{plant.code[3:]}")
    tablet.page.press("#cabinet-code", "Enter")
    tablet.page.wait_for_url(f"**/c/{plant.code}")
    tablet.open_cabinet("/walk")
    tablet.stands(9, "in_order")
    tablet.stands(10, "faulty")
    expect(tablet.row(9).locator(".on-tablet")).to_be_visible()
    for part in ("", "/findings", "/fixes", "/rechecks", "/tightening", "/spot-check"):
        tablet.open_cabinet(part)
        expect(tablet.page.locator("body[data-person=li]")).to_be_attached()
    tablet.page.goto(f"{plant.address}/preferences")
    expect(tablet.page.locator("main")).to_contain_text("This page is not on this tablet.")
    server.start()
    tablet.open_cabinet("/walk")
    tablet.saved()
    assert _count(plant) == 2


def test_a_first_visit_is_enough_though_no_page_came_through_the_worker_yet(
    plant: Plant,  # noqa: F811
    server: Server,  # noqa: F811
    opened: Opener,  # noqa: F811
) -> None:
    tablet = taken_along(opened)
    tablet.page.evaluate("async () => { for (const name of await caches.keys()) await caches.delete(name); }")
    tablet.page.evaluate(TAKE, plant.code)
    assert tablet.page.evaluate(TAKEN, plant.code)
    server.kill()
    tablet.open_cabinet("/walk")
    expect(tablet.page.locator("body[data-person=li]")).to_be_attached()


@pytest.mark.parametrize(("name", "is_shown"), [("wang", True), ("chen", False)])
def test_what_was_kept_for_another_is_shown_to_who_does_the_same_work_as_their_own(
    plant: Plant,  # noqa: F811
    server: Server,  # noqa: F811
    opened: Opener,  # noqa: F811
    name: str,
    is_shown: bool,
) -> None:
    tablet = taken_along(opened)
    tablet.sign_in(name)
    tablet.open("/")
    expect(tablet.page.locator(f"body[data-person={name}]")).to_be_attached()
    server.kill()
    tablet.page.goto(f"{plant.address}/c/{plant.code}/walk")
    if is_shown:
        expect(tablet.page.locator(f"body[data-person={name}]")).to_be_attached()
        expect(tablet.page.locator(".menu-name")).to_have_text(name)
    else:
        expect(tablet.page.locator("main")).to_contain_text("This page is not on this tablet.")
    tablet.open("/")
    expect(tablet.page.locator(f"body[data-person={name}]")).to_be_attached()


def test_an_api_call_is_never_answered_with_a_page(
    plant: Plant,  # noqa: F811
    server: Server,  # noqa: F811
    opened: Opener,  # noqa: F811
) -> None:
    tablet = taken_along(opened)
    server.kill()
    call = "async (path) => fetch(path).then((response) => response.status, () => 'no answer')"
    assert tablet.page.evaluate(call, f"/c/{plant.code}/walk") == "no answer"
    assert tablet.page.evaluate(call, "/healthz") == "no answer"


def test_a_new_version_comes_whole_and_leaves_the_outbox_as_it_is(
    plant: Plant,  # noqa: F811
    server: Server,  # noqa: F811
    opened: Opener,  # noqa: F811
) -> None:
    tablet = taken_along(opened)
    server.kill()
    tablet.tap(tablet.row(9).locator("[data-act=ok]"))
    expect(tablet.page.locator("li[data-kept]")).to_have_count(1)
    server.start_version("0123456789ab")
    tablet.open_cabinet("/walk")
    tablet.saved()
    loaded = tablet.page.evaluate("() => performance.getEntriesByType('resource').map(({ name }) => name)")
    versions = Counter(found[1] for name in loaded if (found := re.search(r"/static/(\w+)/", name)))
    assert set(versions) == {"0123456789ab"}
    assert _count(plant) == 1


def test_figures_are_there_without_a_server_for_the_view_that_was_opened_and_no_other(
    plant: Plant,  # noqa: F811
    server: Server,  # noqa: F811
    opened: Opener,  # noqa: F811
) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    tablet = opened()
    tablet.sign_in("lin", PASSWORD)
    tablet.page.evaluate(READY)
    tablet.open("/trends?span=4-weeks&kind=loose")
    tablet.open("/trends/report?span=month")
    server.kill()
    tablet.open("/trends?span=4-weeks&kind=loose")
    expect(tablet.page.locator("#pareto-kind .chart a")).to_have_count(1)
    expect(tablet.page.locator("main")).to_contain_text("Counted")
    tablet.open("/trends/report?span=month")
    expect(tablet.page.locator("h1")).to_have_text("Quality report")
    tablet.page.goto(f"{plant.address}/trends?span=4-weeks&kind=missing")
    expect(tablet.page.locator("main")).to_contain_text("This page is not on this tablet.")
