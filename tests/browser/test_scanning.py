"""A cabinet's label is read by the camera, with and without a network; without a camera the code is typed."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, expect

from tests.browser.camera import film
from tests.browser.conftest import ARGUMENTS, NAMES
from tests.browser.server import Server
from tests.browser.test_outbox import plant, server  # noqa: F401  fixtures of the same plant
from tests.browser.test_without_network import READY, TAKEN
from tests.browser.words import Tablet
from tests.plant import Plant

pytestmark = [pytest.mark.browser, pytest.mark.commits]

LIVE = """() => { const { getUserMedia } = MediaDevices.prototype;
  MediaDevices.prototype.getUserMedia = async function (wanted) {
    const stream = await getUserMedia.call(this, wanted);
    globalThis.cameras = [...(globalThis.cameras || []), ...stream.getTracks()];
    return stream;
  }; }"""
NATIVE = """globalThis.texts = ['https://elsewhere.test/'];
globalThis.BarcodeDetector = class {
  static async getSupportedFormats() { return ['qr_code']; }
  async detect() { return globalThis.texts.map((rawValue) => ({ rawValue })); }
};"""


@pytest.fixture
def seeing(
    plant: Plant,  # noqa: F811
    server: Server,  # noqa: F811, ARG001  its address is the plant's
    playwright: Playwright,
    tmp_path: Path,
) -> Iterator[Tablet]:
    """A tablet whose camera sees a label of the plant's cabinet; Li is signed in."""
    label = plant.client("lin").get(f"/c/{plant.code}/label.png")
    context = playwright.chromium.launch_persistent_context(
        tmp_path / "tablet",
        executable_path=next(found for name in NAMES if (found := shutil.which(name))),
        args=[
            *ARGUMENTS,
            "--use-fake-device-for-media-stream",
            f"--use-file-for-fake-video-capture={film(label.data, tmp_path / 'label.y4m')}",
        ],
        has_touch=True,
        locale="en-GB",
        permissions=["camera"],
    )
    context.set_default_timeout(15_000)
    tablet = Tablet(context.pages[0], plant)
    tablet.sign_in("li")
    yield tablet
    context.close()


def _scan(tablet: Tablet) -> None:
    tablet.open("/")
    tablet.tap("[data-act=scan]")
    tablet.page.wait_for_url(f"**/c/{tablet.plant.code}")
    expect(tablet.page.locator("body")).to_contain_text("SN-")


def test_a_label_opens_its_cabinet_with_and_without_a_network(
    seeing: Tablet,
    server: Server,  # noqa: F811
) -> None:
    _scan(seeing)
    seeing.page.evaluate(READY)
    assert seeing.page.evaluate(TAKEN, seeing.plant.code)
    server.kill()
    _scan(seeing)


def test_a_sheet_that_is_closed_lets_go_of_the_camera(seeing: Tablet) -> None:
    seeing.page.add_init_script(f"({LIVE})()")
    seeing.page.add_init_script("Worker.prototype.postMessage = () => {};")  # nothing is ever found
    seeing.open("/")
    seeing.tap("[data-act=scan]")
    expect(seeing.page.locator("#scan-sheet")).to_have_attribute("data-state", "looking")
    assert seeing.page.evaluate("cameras.map((each) => each.readyState)") == ["live"]
    seeing.tap("#scan-sheet [data-close]")
    expect(seeing.page.locator("#scan-sheet")).to_be_hidden()
    seeing.page.wait_for_function("cameras.every((each) => each.readyState === 'ended')")


def test_another_code_than_a_cabinets_is_told_and_looking_goes_on(seeing: Tablet) -> None:
    seeing.page.add_init_script(NATIVE)
    seeing.open("/")
    seeing.tap("[data-act=scan]")
    expect(seeing.page.locator("#scan-sheet [data-part=said]")).to_have_text(
        "This QR code is no cabinet's label."
    )
    expect(seeing.page.locator("#scan-sheet")).to_have_attribute("data-state", "looking")
    label = f"https://older-address.test/c/{seeing.plant.code}"
    seeing.page.evaluate("(label) => { texts = [label]; }", label)
    seeing.page.wait_for_url(f"{seeing.plant.address}/c/{seeing.plant.code}")


@pytest.mark.parametrize(
    ("error", "said"),
    [
        ("NotFoundError", "No camera was found"),
        ("NotAllowedError", "may not use the camera"),
        ("NotReadableError", "another app may be using it"),
        (None, "only to pages with https"),
    ],
)
def test_without_a_camera_the_code_is_typed(
    served: Plant, chromium: Browser, error: str | None, said: str
) -> None:
    context = chromium.new_context(has_touch=True, locale="en-GB", service_workers="block")
    tablet = Tablet(context.new_page(), served)
    stub = f"async () => {{ throw new DOMException('', '{error}'); }}"
    tablet.page.add_init_script(
        f"if (isSecureContext) MediaDevices.prototype.getUserMedia = {stub if error else 'undefined'};"
    )
    tablet.sign_in("li")
    tablet.tap("[data-act=scan]")
    expect(tablet.page.locator("#scan-sheet [data-part=said]")).to_contain_text(said)
    expect(tablet.page.locator("#scan-sheet video")).to_be_hidden()
    tablet.tap("#scan-sheet [data-act=type]")
    expect(tablet.page.locator("#cabinet-code")).to_be_focused()
    tablet.page.keyboard.type(served.code)
    tablet.page.keyboard.press("Enter")
    tablet.page.wait_for_url(f"**/c/{served.code}")
    context.close()
    assert tablet.problems == []
