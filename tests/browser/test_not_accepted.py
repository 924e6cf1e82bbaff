"""What was not accepted, as its pages show it on a phone."""

from uuid import uuid4

import pytest
from playwright.sync_api import expect

from tests.browser.test_pages import violations
from tests.browser.words import PASSWORD, Tablet
from tests.findings.photos import send_photo
from tests.offline.tablet import operation, send
from tests.pictures import picture

pytestmark = pytest.mark.browser
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.mark.parametrize(("theme", "language"), [("light", "en"), ("dark", "zh_Hans")])
def test_a_mark_and_a_photo_fit_on_a_phone(tablet: Tablet, theme: str, language: str) -> None:
    plant = tablet.plant
    with plant.app.test_request_context():
        mark = operation(plant, "mark_faulty", wire=9, kind="smudged", note="看不清" * 20 + "x" * 90)
        send(plant.client("li"), mark)
        send_photo(plant, uuid4(), picture((1800, 900)), uuid4())
    tablet.page.set_viewport_size({"width": 390, "height": 844})
    tablet.page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]  # one of its literals
    tablet.sign_in("lin", PASSWORD)
    cookie = {"name": "language", "value": language, "url": plant.address}
    tablet.page.context.add_cookies([cookie])  # type: ignore[list-item]  # playwright's own dictionary
    tablet.page.route("**/sync", lambda route: route.abort())
    tablet.open_cabinet("/walk")
    tablet.mark_faulty(9, "loose", "from")
    for path in ("/rejected", "/outbox"):
        tablet.open(path)
        expect(tablet.page.locator("main .card")).to_have_count(2 if path == "/rejected" else 1)
        assert tablet.page.evaluate(WIDE) <= 0, path
        assert violations(tablet) == [], path
    tablet.problems.clear()  # the cut way is told on the console
