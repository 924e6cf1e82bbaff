"""Photos: marked up with a finger, kept without a network, sent after their marks, seen in the record."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import FilePayload, Locator, expect

from tests.browser.words import PASSWORD, Tablet
from tests.pictures import picture

pytestmark = pytest.mark.browser


def photo(size: tuple[int, int] = (1800, 1200)) -> FilePayload:
    """Return a photo as the camera gives it."""
    return {"name": "photo.jpg", "mimeType": "image/jpeg", "buffer": picture(size)}


def draw_on(tablet: Tablet) -> None:
    """Draw from the upper left to the middle of the photo that is marked up."""
    expect(part(tablet, "canvas")).to_be_visible()
    box = part(tablet, "canvas").bounding_box()
    assert box
    mouse = tablet.page.mouse
    mouse.move(box["x"] + box["width"] * 0.2, box["y"] + box["height"] * 0.2)
    mouse.down()
    mouse.move(box["x"] + box["width"] * 0.4, box["y"] + box["height"] * 0.4)
    mouse.move(box["x"] + box["width"] * 0.5, box["y"] + box["height"] * 0.5)
    mouse.up()


def part(tablet: Tablet, name: str) -> Locator:
    return tablet.page.locator(f"#mark-photo [data-part={name}]")


def keep(tablet: Tablet) -> None:
    """Keep the photo that is marked up."""
    expect(part(tablet, "canvas")).to_be_visible()
    tablet.tap(part(tablet, "keep"))
    expect(part(tablet, "canvas")).to_be_hidden()


def reds(content: bytes) -> int:
    """Count the pixels in the colour of marks."""
    red, green, _blue = Image.open(BytesIO(content)).convert("RGB").split()
    marked = ImageChops.multiply(
        red.point(lambda value: 255 * (value > 180)), green.point(lambda value: 255 * (value < 70))
    )
    return marked.histogram()[255]


def test_a_fault_with_a_marked_photo_takes_the_way_through_the_outbox_to_the_record(tablet: Tablet) -> None:
    tablet.sign_in("li")
    tablet.open_cabinet("/walk")
    tablet.go_offline()
    tablet.tap(tablet.row(9).locator("[data-act=fault]"))
    tablet.page.locator("#fault-sheet input[type=file]").first.set_input_files(photo())
    expect(part(tablet, "undo")).to_be_disabled()
    draw_on(tablet)
    expect(part(tablet, "undo")).to_be_enabled()
    keep(tablet)
    # the fault is raised while the photo may still be on its way
    tablet.tap("#fault-sheet [data-kind=loose]")
    tablet.tap("#fault-sheet [data-end=from]")
    tablet.stands(9, "faulty")
    expect(tablet.page.locator(".saved")).to_contain_text("On this tablet: 2")
    tablet.go_online()
    tablet.open_cabinet("/walk")  # what was left is sent after a reload
    tablet.saved()
    tablet.problems.clear()  # the browser tells of the cut network on the console
    tablet.sign_in("lin", PASSWORD)
    tablet.open_cabinet("/record")
    link = tablet.page.locator(".record-finding a[data-large]")
    shown = tablet.page.context.request.get(tablet.plant.address + (link.get_attribute("href") or ""))
    assert Image.open(BytesIO(shown.body())).size == (1600, 1067)
    assert reds(shown.body()) > 1000
    tablet.tap(link)
    expect(tablet.page.locator("#large-photo img")).to_have_js_property("naturalWidth", 1600)
    expect(tablet.page.locator("#large-photo [data-part=about]")).to_contain_text("Photo 1 of finding 1")


def test_several_photos_are_added_to_a_finding_and_one_is_thrown_away(tablet: Tablet) -> None:
    with tablet.plant.app.app_context():
        tablet.plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    tablet.sign_in("chen")
    tablet.open_cabinet("/fixes")
    tablet.page.locator("input[type=file][multiple]").set_input_files([photo((600, 400)), photo((400, 600))])
    draw_on(tablet)
    tablet.tap(part(tablet, "undo"))
    tablet.tap(part(tablet, "keep"))
    expect(part(tablet, "canvas")).to_have_js_property("width", 400)
    tablet.tap(part(tablet, "discard"))
    expect(part(tablet, "canvas")).to_be_hidden()
    expect(tablet.page.locator("#finding-1 .photos li")).to_have_count(1)
    tablet.saved()
    tablet.open_cabinet("/fixes")
    expect(tablet.page.locator("#finding-1 .photos img")).to_have_count(1)
    expect(tablet.page.locator("#finding-1 .photos img")).to_have_attribute("width", "600")
    source = tablet.page.locator("#finding-1 .photos a").get_attribute("href") or ""
    assert reds(tablet.page.context.request.get(tablet.plant.address + source).body()) == 0


def test_what_is_no_picture_is_said_at_once_and_a_photo_that_is_refused_can_be_dismissed(
    tablet: Tablet,
) -> None:
    with tablet.plant.app.app_context():
        tablet.plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    tablet.sign_in("chen")
    tablet.open_cabinet("/fixes")
    choose = tablet.page.locator("input[type=file][multiple]")
    choose.set_input_files({"name": "list.csv", "mimeType": "text/csv", "buffer": b"1;2"})
    expect(tablet.page.locator("[data-behaviour=add-photos] [data-message]")).to_contain_text("no picture")
    tablet.page.route(
        "**/c/*/photos/**", lambda route: route.fulfill(status=409, json={"message": "Frozen."})
    )
    choose.set_input_files(photo((600, 400)))
    keep(tablet)
    expect(tablet.page.locator("#finding-1 .photo-note")).to_have_text("Frozen.")
    expect(tablet.page.locator(".saved")).to_have_text("Not accepted: 1")
    tablet.open("/outbox")
    item = tablet.page.locator("[data-kept-act]")
    expect(item).to_contain_text("Photo added to a finding")
    expect(item.locator("img")).to_be_visible()
    tablet.tap(item.locator("[data-act=dismiss]"))
    expect(item).to_have_count(0)
    tablet.problems.clear()  # the browser tells of the refusal on the console


def test_a_photo_that_a_lead_must_judge_is_kept_by_the_server_and_let_go_by_the_tablet(
    tablet: Tablet,
) -> None:
    tablet.sign_in("li")
    tablet.open_cabinet("/walk")
    tablet.go_offline()
    tablet.tap(tablet.row(9).locator("[data-act=fault]"))
    tablet.page.locator("#fault-sheet input[type=file]").first.set_input_files(photo((600, 400)))
    keep(tablet)
    tablet.tap("#fault-sheet [data-kind=loose]")
    tablet.tap("#fault-sheet [data-end=from]")
    expect(tablet.page.locator(".saved")).to_contain_text("On this tablet: 2")
    context = tablet.page.context
    tablet.page.close()  # a page that is left for another may still hear that the network is there again
    tablet.problems.clear()
    tablet = Tablet(context.new_page(), tablet.plant)
    with tablet.plant.app.app_context():
        li = tablet.plant.person("li").id
        tablet.plant.do("change_person", "root", chain="plant", person=li, name="li", role="inspector")
    tablet.go_online()
    tablet.open("/sign-in")  # nobody need be signed in for what is on the tablet to leave it
    expect(tablet.page.locator(".saved")).to_have_text("Not accepted: 1")
    tablet.sign_in("wang")
    tablet.open("/outbox")
    expect(tablet.page.locator("[data-kept-act]")).to_contain_text(["Row marked faulty"])
    expect(tablet.page.locator(".saved")).to_have_text("Not accepted: 1")
    tablet.problems.clear()  # the browser tells of the refusal on the console
    tablet.sign_in("lin", PASSWORD)
    tablet.open("/rejected")
    for what in ("Row marked faulty", "Photo added to a finding"):
        card = tablet.page.locator("article", has_text=what)
        card.locator("[name=reason]").fill("seen")
        tablet.send(card.locator("[data-act=accept]"))
    expect(tablet.page.locator("article")).to_have_count(0)
    tablet.open_cabinet("/findings")
    expect(tablet.page.locator("#finding-1 .photos img")).to_have_js_property("naturalWidth", 400)
