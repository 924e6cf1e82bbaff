"""A tablet without room: the browser itself refuses to keep more, and nothing is lost without a word."""

from collections import Counter

import pytest
from playwright.sync_api import expect

from tests.browser.server import Server
from tests.browser.test_outbox import Opener, checked, opened, plant, server  # noqa: F401  the same plant
from tests.browser.words import Tablet
from tests.plant import Plant

pytestmark = [pytest.mark.browser, pytest.mark.commits]

FILLED = """async () => {
  const { src } = document.querySelector('script[type=module]');
  const { holdRoom } = await import(new URL('../outbox/reserve.js', src));
  if (!(await holdRoom())) return false;
  const opening = indexedDB.open('whatever else');
  opening.onupgradeneeded = () => opening.result.createObjectStore('things', { autoIncrement: true });
  const db = await new Promise((give) => { opening.onsuccess = () => give(opening.result); });
  for (const size of [1e6, 1e5, 1e4, 1e3, 100]) {
    for (let fits = true; fits;) {
      const things = new Uint8Array(size);
      for (let at = 0; at < size; at += 65536) crypto.getRandomValues(things.subarray(at, at + 65536));
      const change = db.transaction('things', 'readwrite');
      change.objectStore('things').add(things);
      fits = await new Promise((give) => {
        change.oncomplete = () => give(true);
        change.onabort = () => give(false);
      });
    }
  }
  return true;
}"""


def _has_room(tablet: Tablet, size: int) -> None:
    """Give the app so many bytes of the browser's storage."""
    quota = {"origin": tablet.plant.address, "quotaSize": size}
    tablet.page.context.new_cdp_session(tablet.page).send("Storage.overrideQuotaForOrigin", quota)


def test_what_the_browser_has_no_room_for_is_sent_at_once_or_said_to_be_lost(
    plant: Plant,  # noqa: F811
    server: Server,  # noqa: F811
    opened: Opener,  # noqa: F811
) -> None:
    tablet = opened()
    _has_room(tablet, 1)
    tablet.sign_in("li")
    tablet.open_cabinet("/walk")
    notice = tablet.page.locator("[data-behaviour=storage-notice]")
    expect(notice).to_contain_text("nearly full")
    tablet.tap(tablet.row(100).locator("[data-act=ok]"))
    expect(notice).to_contain_text("keeps nothing")
    tablet.stands(100, "in_order")
    expect(tablet.page.locator("li[data-kept]")).to_have_count(0)
    assert checked(plant) == Counter([100])
    server.kill()
    tablet.tap(tablet.row(101).locator("[data-act=ok]"))
    expect(tablet.row(101).locator("[data-message]")).to_contain_text("NOT kept")
    tablet.stands(101, "todo")
    server.start()
    assert checked(plant) == Counter([100])


@pytest.mark.usefixtures("server")
@pytest.mark.parametrize("kept", [True, False])
def test_whether_the_browser_promises_to_keep_it_is_told_where_the_day_begins(
    opened: Opener,  # noqa: F811
    kept: bool,
) -> None:
    tablet = opened()
    tablet.page.add_init_script(
        f"if (isSecureContext) StorageManager.prototype.persist = async () => {str(kept).lower()};"
    )
    tablet.sign_in("li")
    notice = tablet.page.locator("[data-behaviour=storage-notice]")
    if kept:
        expect(tablet.page.locator(".saved")).to_have_attribute("data-state", "saved")
        expect(notice).to_be_hidden()
    else:
        expect(notice).to_contain_text("may delete what it keeps")
    tablet.open_cabinet("/walk")
    expect(notice).to_be_hidden()


@pytest.mark.usefixtures("server")
def test_room_that_is_not_there_is_told_before_anything_fails(opened: Opener) -> None:  # noqa: F811
    tablet = opened()
    _has_room(tablet, 3_000_000)
    tablet.sign_in("li")
    tablet.open_cabinet("/walk")
    expect(tablet.page.locator("[data-behaviour=storage-notice]")).to_contain_text("nearly full")
    tablet.tap(tablet.row(100).locator("[data-act=ok]"))
    tablet.saved()


def test_room_is_held_back_for_marks(
    plant: Plant,  # noqa: F811
    server: Server,  # noqa: F811
    opened: Opener,  # noqa: F811
) -> None:
    tablet = opened()
    _has_room(tablet, 9_000_000)
    tablet.sign_in("li")
    tablet.open_cabinet("/walk")
    assert tablet.page.evaluate(FILLED)
    server.kill()
    tablet.tap(tablet.row(100).locator("[data-act=ok]"))
    expect(tablet.page.locator(".saved")).to_contain_text("On this tablet: 1")
    expect(tablet.row(100).locator("[data-message]")).to_be_hidden()
    server.start()
    tablet.saved()
    assert checked(plant) == Counter([100])


@pytest.mark.usefixtures("server")
def test_a_tablet_that_is_nearly_full_says_so_before_anything_fails(opened: Opener) -> None:  # noqa: F811
    tablet = opened()
    tablet.page.add_init_script(
        "StorageManager.prototype.estimate = async () => ({ usage: 95e6, quota: 1e8 });"
    )
    tablet.sign_in("li")
    expect(tablet.page.locator("[data-behaviour=storage-notice]")).to_contain_text("nearly full")
