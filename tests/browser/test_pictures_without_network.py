"""Photos and drawings while the server is away, and after the browser was closed."""

from uuid import uuid4

import pytest
from playwright.sync_api import expect
from sqlalchemy import func, select

from tests.browser.server import Server
from tests.browser.test_outbox import Opener, opened, plant, server  # noqa: F401  fixtures of the same plant
from tests.browser.test_pages import given_a_drawing
from tests.browser.test_photos import draw_on, keep, photo
from tests.browser.test_without_network import taken_along
from tests.plant import Plant
from wiring_qa.core.db import db
from wiring_qa.findings.attaching import SentPhoto, attach
from wiring_qa.findings.models import Finding, Photo

pytestmark = [pytest.mark.browser, pytest.mark.commits]

SHOWN = "image => image.decode().then(() => image.naturalWidth)"


def _photos(plant: Plant) -> int:  # noqa: F811
    db.session.rollback()
    assert plant.code
    return db.session.scalar(select(func.count()).select_from(Photo)) or 0


def test_photos_survive_the_browser_and_arrive_once_after_their_marks(
    plant: Plant,  # noqa: F811
    server: Server,  # noqa: F811
    opened: Opener,  # noqa: F811
) -> None:
    tablet = taken_along(opened)
    server.kill()
    tablet.tap(tablet.row(9).locator("[data-act=fault]"))
    take = tablet.page.locator("#fault-sheet input[type=file]").first
    for count in (1, 2):
        take.set_input_files(photo())
        draw_on(tablet)
        keep(tablet)
        # a browser encodes pictures in its idle time
        expect(tablet.page.locator("#fault-sheet [data-photo]")).to_have_count(count, timeout=20_000)
    tablet.tap("#fault-sheet [data-kind=loose]")
    tablet.tap("#fault-sheet [data-end=from]")
    expect(tablet.page.locator(".saved")).to_contain_text("On this tablet: 3")
    tablet = opened()
    tablet.open("/outbox")
    expect(tablet.page.locator("[data-kept-act] img:visible")).to_have_count(2)
    server.start()
    tablet.open("/outbox")
    expect(tablet.page.locator(".saved")).to_have_attribute("data-waiting", "0")
    assert _photos(plant) == 2
    assert set(db.session.scalars(select(Photo.about_id))) == {
        db.session.scalars(select(Finding.operation_id)).one()
    }


def test_what_a_cabinet_shows_istaken_along(
    plant: Plant,  # noqa: F811
    server: Server,  # noqa: F811
    opened: Opener,  # noqa: F811
) -> None:
    given_a_drawing(plant)
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    finding = db.session.scalars(select(Finding)).one()
    content = photo((800, 600))["buffer"]
    attach(SentPhoto(uuid4(), str(finding.operation_id), content), plant.person("li"), plant.code)
    tablet = taken_along(opened)
    server.kill()
    tablet = opened()
    tablet.open_cabinet("/walk")
    tablet.row(10).locator("[data-act=ok]").focus()
    expect(tablet.page.locator(".ends-inset .far text")).to_have_text("-X1")
    address = tablet.page.locator(".ends-inset image").get_attribute("href")
    ask = "async (address) => (await fetch(address)).headers.get('content-type')"
    assert tablet.page.evaluate(ask, address) == "image/jpeg"
    tablet.open_cabinet("/findings")
    assert tablet.page.locator("#finding-1 .photos img").evaluate(SHOWN) == 400
    tablet.tap("#finding-1 .photos a")
    assert tablet.page.locator("#large-photo img").evaluate(SHOWN) == 800
