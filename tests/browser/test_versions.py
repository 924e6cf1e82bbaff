"""A new version of the app reaches tablets at work: with full outboxes, open pages, a network that goes."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.server import Server
from tests.browser.test_outbox import (  # noqa: F401  fixtures of the same plant
    GROWN,
    OK_ALL,
    Opener,
    checked,
    opened,
    plant,
    server,
)
from tests.browser.test_without_network import taken_along
from tests.browser.words import Tablet
from tests.plant import Plant

pytestmark = [pytest.mark.browser, pytest.mark.commits]

NEW = "0123456789ab"


def _versions(tablet: Tablet) -> set[str]:
    """Return the versions of the assets that the open page came with."""
    loaded = tablet.page.evaluate("() => performance.getEntriesByType('resource').map(({ name }) => name)")
    return {found[1] for name in loaded if (found := re.search(r"/static/(\w+)/", name))}


def _opened_anew(tablet: Tablet, old: str) -> set[str]:
    """Open the walk until the new server gives it: where that is late, the kept page is shown, and whole."""
    for _time in range(10):
        tablet.open_cabinet("/walk")
        found = _versions(tablet)
        if found != {old}:
            break
    return found


def test_a_full_outbox_and_a_page_left_open_survive_a_new_version(
    plant: Plant,  # noqa: F811
    server: Server,  # noqa: F811
    opened: Opener,  # noqa: F811
) -> None:
    tablet = taken_along(opened)
    (old,) = _versions(tablet)
    server.kill()
    assert tablet.page.evaluate(OK_ALL.replace("PAUSE", "0")) == GROWN
    expect(tablet.page.locator("li[data-kept]")).to_have_count(GROWN)
    left_open = tablet.page
    another = Tablet(tablet.page.context.new_page(), plant)
    another.open("/outbox")
    expect(another.page.locator("[data-kept-act]")).to_have_count(GROWN)
    server.start_version(NEW)
    assert _opened_anew(another, old) == {NEW}
    another.saved()
    assert checked(plant) == dict.fromkeys(range(100, 100 + GROWN), 1)
    # the page of before still runs the code that it came with, and still marks
    expect(left_open.locator("li[data-kept]")).to_have_count(0)
    assert _versions(tablet) == {old}
    tablet.mark_ok(9)
    tablet.saved()
    another.stands(9, "in_order")
    ask = "(path) => fetch(path).then(({ status }) => status)"
    assert tablet.page.evaluate(ask, f"/static/{old}/scanning/decoder.js") == 200
    server.kill()
    for path in ("/", f"/c/{plant.code}/walk", f"/c/{plant.code}/findings"):
        tablet.open(path)
        assert _versions(tablet) == {NEW}


def test_a_new_page_is_not_kept_by_an_old_worker_that_lacks_its_assets(
    server: Server,  # noqa: F811
    opened: Opener,  # noqa: F811
) -> None:
    tablet = taken_along(opened)
    (old,) = _versions(tablet)
    server.kill()
    server.start_version(NEW, has_worker=False)
    assert _opened_anew(tablet, old) == {NEW}
    server.kill()
    tablet.page.context.new_cdp_session(tablet.page).send("Network.clearBrowserCache")
    tablet.open_cabinet("/walk")
    assert _versions(tablet) == {old}
    tablet.mark_ok(9)
    tablet.stands(9, "in_order")
