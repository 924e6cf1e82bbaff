"""Each main screen by axe in light and dark, and the walk without JavaScript."""

import json
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, FilePayload, expect

from tests.browser.words import PASSWORD, Tablet
from tests.pictures import picture
from tests.plant import MODEL, REVISION, Plant
from tests.revisions.world import NEXT, add_revision
from tests.tables.test_draft_pages import LACKING, UNNAMED
from tests.tables.test_preview import as_csv
from wiring_qa.drawings.uploading import SentDrawing, upload

pytestmark = pytest.mark.browser
AXE = Path(__file__).parent / "axe" / "axe.min.js"
CABINET = (
    "", "/walk", "/walk/10/fault", "/walk/extra-wire", "/fixes", "/rechecks", "/findings", "/tightening",
    "/tightening/1", "/spot-check", "/release", "/record", "/record/seal/1/x", "/journal",
    "/label", "/complaints", "/complaints/1", "/trace?wires=109", "/wirers", "/drawing", "/revision?to=A/4",
)  # fmt: skip
PLANT = (
    "/", "/cabinets", "/cabinets/new", "/tables", "/tables/1", "/settings/categories", "/settings/sampling",
    "/settings/labels", "/settings/api", "/settings/webhooks", "/labels/preview?layout=a4-8",
    "/labels", "/preferences", "/journal", "/fixes", "/tables/1/drawing", "/tables/1/compare/2",
    "/tables/1/move/3", "/tablets", "/tablets/1/invitation",
    "/complaints", "/trends?model=NICE-3000", "/trends/findings", "/trends/report", "/trends/pace",
)  # fmt: skip
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")


def violations(tablet: Tablet) -> list[str]:
    """Return what axe finds on the page."""
    tablet.page.evaluate(AXE.read_text())  # not a script tag: the page's policy forbids a foreign one
    found = tablet.page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(RULES)}}})")
    return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found["violations"]]


def given_a_drawing(plant: Plant) -> None:
    """Give the plant's model a mounting drawing with a device on it."""
    upload(SentDrawing(str(uuid4()), MODEL, "plate.png", picture(kind="PNG")), plant.person("lin"))
    plant.do("place_device", "lin", chain="plant", drawing=1, device="-X1", x_percent=30, y_percent=40)


def draft_of(tablet: Tablet, rows: list[list[str]]) -> str:
    """Send a table as a file; return the address of its draft."""
    tablet.open("/tables")
    file: FilePayload = {"name": "drive.csv", "mimeType": "text/csv", "buffer": as_csv(rows)}
    tablet.page.set_input_files("[name=file]", file)
    tablet.send(tablet.page.get_by_role("button", name="Look at it"))
    return tablet.page.url.removeprefix(tablet.plant.address)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_main_screen_shuts_anyone_out(tablet: Tablet, theme: str) -> None:
    with tablet.plant.app.app_context():
        given_a_drawing(tablet.plant)
        add_revision(changed={9: {"colour": "RD"}}, removed=(14,))
        add_revision("A/4", changed={9: {"colour": "BK"}})
        tablet.plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
        tablet.plant.do("mark_faulty", "li", wire=10, kind="missing", end="both")
        tablet.plant.do("confirm_fix", "chen", finding=2)
        tablet.plant.do("start_round", "li")
        tablet.plant.do("record_complaint", "lin", kind="loose", wires="109", words="Motor stops")
        tablet.plant.do("invite_tablet", "lin", chain="plant", name="Hall A 1")
        moved = tablet.plant.do(
            "add_cabinet", "lin", chain=None, serial="SN-2", model=MODEL, revision=REVISION
        )
        tablet.plant.do("move_to_revision", "lin", chain=moved["code"], revision=NEXT)
    tablet.page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]  # one of its literals
    tablet.open("/sign-in")
    found = {"/sign-in": violations(tablet)}
    tablet.open("/here")
    found["/here"] = violations(tablet)
    tablet.sign_in("lin", PASSWORD)
    drafts = [draft_of(tablet, rows) for rows in (LACKING, UNNAMED)]
    paths = [f"/c/{tablet.plant.code}{part}" for part in CABINET] + list(PLANT) + drafts
    paths.append(f"/c/{moved['code']}/walk")
    for path in paths:
        tablet.open(path)
        found[path] = violations(tablet)
    assert {path: said for path, said in found.items() if said} == {}


def test_the_walk_works_without_javascript(served: Plant, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 800, "height": 1280})
    tablet = Tablet(context.new_page(), served, scripted=False)
    tablet.sign_in("li")
    tablet.open_cabinet("/walk")
    tablet.row(9).locator("[data-act=ok]").click()
    tablet.stands(9, "in_order")
    expect(tablet.row(10).locator("[data-act=ok]")).to_be_in_viewport(ratio=1)
    tablet.row(10).locator("[data-act=fault]").click()
    tablet.page.locator("[data-kind=loose]").click()
    tablet.page.locator("[data-end=from]").click()
    tablet.page.get_by_role("button", name="Save").click()
    expect(tablet.row(10)).to_have_attribute("data-state", "faulty")
    context.close()


@pytest.mark.parametrize("path", ["", "/walk", "/fixes", "/record"])
@pytest.mark.parametrize("width", [390, 768, 1280])
def test_no_screen_scrolls_sideways(tablet: Tablet, path: str, width: int) -> None:
    tablet.page.set_viewport_size({"width": width, "height": 900})
    tablet.sign_in("lin", PASSWORD)
    tablet.open_cabinet(path)
    wide = tablet.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0


@pytest.mark.parametrize("path", ["/", "/cabinets"])
def test_a_lead_reads_the_cabinets_on_a_phone(tablet: Tablet, path: str) -> None:
    tablet.page.set_viewport_size({"width": 390, "height": 844})
    tablet.sign_in("lin", PASSWORD)
    tablet.open(path)
    row = tablet.page.locator("table tbody tr").first
    expect(row.get_by_role("link", name="SN-1")).to_be_visible()
    widths = row.locator("> *").evaluate_all("cells => cells.map(each => each.clientWidth).filter(Boolean)")
    assert min(widths) > 300


def test_the_way_back_in_the_bar_is_as_large_as_a_thumb(tablet: Tablet) -> None:
    tablet.page.set_viewport_size({"width": 390, "height": 844})
    tablet.sign_in("li")
    tablet.open_cabinet("/walk")
    for name in (".bar-brand", "a.bar-place"):
        box = tablet.page.locator(name).bounding_box()
        assert box
        assert (box["width"] >= 48, box["height"] >= 48) == (True, True)


def test_a_name_in_the_journal_is_not_broken_within(tablet: Tablet) -> None:
    with tablet.plant.app.app_context():
        tablet.plant.do("mark_faulty", "wang", wire=9, kind="loose", end="from")
        words = "The motor stops while the door opens, and starts again once it is shut"
        tablet.plant.do("record_complaint", "lin", kind="loose", wires="109", words=words)
    tablet.sign_in("lin", PASSWORD)
    tablet.open_cabinet("/journal")
    name = tablet.page.get_by_role("cell", name="wang")
    script = (
        "cell => { const all = new Range(); all.selectNode(cell.firstChild); return all.getClientRects() }"
    )
    assert len(name.evaluate(script)) == 1
