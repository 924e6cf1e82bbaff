"""The mounting drawing: devices are placed by tapping, and the walk shows where the ends of a row are."""

import pytest
from playwright.sync_api import FilePayload, expect

from tests.browser.words import PASSWORD, Tablet
from tests.pictures import picture

pytestmark = pytest.mark.browser


def place(tablet: Tablet, x: float, y: float) -> None:
    """Tap the drawing, at shares of its sides, and wait until it is saved."""
    box = tablet.page.locator(".placing svg").bounding_box()
    assert box
    with tablet.page.expect_response("**/plant/place_device") as answer:
        tablet.page.touchscreen.tap(box["x"] + box["width"] * x, box["y"] + box["height"] * y)
    assert answer.value.ok


def test_a_lead_places_devices_and_an_inspector_sees_the_ends_of_each_row(tablet: Tablet) -> None:
    page = tablet.page
    tablet.sign_in("lin", PASSWORD)
    tablet.open("/tables/1")
    tablet.send(page.get_by_role("link", name="Mounting drawing"))
    file: FilePayload = {"name": "plate.png", "mimeType": "image/png", "buffer": picture((1200, 900), "PNG")}
    page.set_input_files("[name=file]", file)
    tablet.send(page.get_by_role("button", name="Upload the drawing"))
    tablet.started()
    page.locator(".placing .choice", has_text="-A1").tap()
    place(tablet, 0.25, 0.3)
    page.locator(".placing .choice", has_text="-X1").tap()
    place(tablet, 0.5, 0.5)
    mark = page.locator("[data-device='-X1']")
    box, whole = mark.locator("circle").last.bounding_box(), page.locator(".placing svg").bounding_box()
    assert box
    assert whole
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(whole["x"] + whole["width"] * 0.6, whole["y"] + whole["height"] * 0.75, steps=4)
    with page.expect_response("**/plant/place_device"):
        page.mouse.up()
    page.locator(".placing .choice", has_text="-K1").tap()
    place(tablet, 0.9, 0.1)
    page.locator("[data-device='-K1']").focus()
    with page.expect_response("**/plant/place_device"):
        page.keyboard.press("ArrowLeft")
    with page.expect_response("**/plant/place_device"):
        page.keyboard.press("Delete")
    expect(page.locator(".placing .choice", has_text="-K1")).to_have_count(1)
    tablet.open("/tables/1/drawing")
    expect(page.locator("svg [data-device]")).to_have_count(2)
    moved = page.locator("[data-device='-X1']").get_attribute("transform") or ""
    x, y = (float(part) for part in moved.removeprefix("translate(").rstrip(")").split())
    assert abs(x - 720) < 12
    assert abs(y - 675) < 12
    tablet.sign_in("li")
    tablet.open_cabinet("/walk")
    tablet.row(9).locator("[data-act=ok]").focus()
    inset = page.locator(".ends-inset")
    expect(inset).to_contain_text("109")
    expect(inset.locator(".near text")).to_have_text("-A1")
    expect(inset.locator(".far text")).to_have_text("-X1")
    tablet.mark_ok(9)
    expect(inset).to_contain_text("110")
    tablet.tap(".ends-inset button")
    expect(page.locator("#drawing-sheet [data-device]")).to_have_count(2)
    expect(page.locator("#drawing-sheet")).to_contain_text("110")
    tablet.tap("#drawing-sheet [data-close]")
    tablet.row(1).locator("[data-act=fault]").focus()
    expect(inset).to_be_hidden()
