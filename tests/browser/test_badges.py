"""A printed badge is read by the camera; with its person's PIN it takes a tablet over, offline too."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from shutil import which

import pytest
from playwright.sync_api import Playwright, expect
from qrcode import make

from tests.browser.camera import film
from tests.browser.conftest import ARGUMENTS, NAMES
from tests.browser.server import Server
from tests.browser.test_outbox import Opener, opened, plant, server  # noqa: F401  fixtures of the same plant
from tests.browser.test_without_network import READY, TAKEN
from tests.browser.words import PIN, Tablet
from tests.plant import Plant
from wiring_qa.people.badges import badge_of

pytestmark = [pytest.mark.browser, pytest.mark.commits]


@pytest.fixture
def seeing(
    plant: Plant,  # noqa: F811
    server: Server,  # noqa: F811, ARG001  its address is the plant's
    playwright: Playwright,
    tmp_path: Path,
) -> Iterator[Tablet]:
    """A tablet whose camera sees Wang's badge."""
    code = BytesIO()
    make(badge_of(plant.person("wang").id) or "").save(code)
    context = playwright.chromium.launch_persistent_context(
        tmp_path / "tablet",
        executable_path=next(found for name in NAMES if (found := which(name))),
        args=[
            *ARGUMENTS,
            "--use-fake-device-for-media-stream",
            f"--use-file-for-fake-video-capture={film(code.getvalue(), tmp_path / 'badge.y4m')}",
        ],
        has_touch=True,
        locale="en-GB",
        permissions=["camera"],
    )
    context.set_default_timeout(15_000)
    yield Tablet(context.pages[0], plant)
    context.close()


def _signs_in_by_badge(tablet: Tablet) -> None:
    tablet.tap("[data-act=scan-badge]")
    expect(tablet.page.locator("[name=name]")).to_have_value("wang")
    for digit in PIN:
        tablet.tap(f"[data-key='{digit}']")
    tablet.tap("[data-keypad] [type=submit]")
    expect(tablet.page.locator("body[data-person=wang]")).to_be_attached()
    tablet.started()


def test_a_badge_and_a_pin_sign_in_and_without_a_network_take_the_tablet_over(
    plant: Plant,  # noqa: F811
    server: Server,  # noqa: F811
    seeing: Tablet,
) -> None:
    seeing.open("/sign-in")
    _signs_in_by_badge(seeing)
    seeing.sign_in("li")
    seeing.page.evaluate(READY)
    seeing.open_cabinet("/walk")
    assert seeing.page.evaluate(TAKEN, plant.code)
    server.kill()
    seeing.mark_ok(7)
    expect(seeing.page.locator("#second-person-sheet")).to_be_visible()
    seeing.tap("#second-person-sheet [data-act=scan-badge]")
    seeing.stands(7, "in_order")
    seeing.tap(".menu summary")
    seeing.tap("[data-behaviour=change-person] button")
    seeing.page.wait_for_url("**/here?*")
    seeing.started()
    _signs_in_by_badge(seeing)
    seeing.page.wait_for_url("**/walk")


@pytest.mark.parametrize(("width", "height"), [(800, 1280), (1280, 800)])
def test_all_keys_of_the_pin_are_in_sight(
    server: Server,  # noqa: F811
    opened: Opener,  # noqa: F811
    width: int,
    height: int,
) -> None:
    tablet = opened()
    tablet.page.set_viewport_size({"width": width, "height": height})
    tablet.sign_in("li")
    tablet.page.evaluate(READY)
    server.kill()
    tablet.tap(".menu summary")
    tablet.tap("[data-behaviour=change-person] button")
    tablet.page.wait_for_url("**/here?*")
    tablet.started()
    tablet.tap("[data-names] [data-name=li]")
    last = tablet.page.locator("[data-keypad] [type=submit]").bounding_box()
    assert last
    assert last["y"] + last["height"] <= height
