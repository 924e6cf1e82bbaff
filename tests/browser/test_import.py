"""A lead makes a wiring table of a messy file: says what a column means, mends cells, looks around, saves."""

import pytest
from playwright.sync_api import Browser, FilePayload, expect

from tests.browser.test_pages import violations
from tests.browser.words import PASSWORD, Tablet
from tests.plant import Plant
from tests.tables.test_preview import as_csv

pytestmark = pytest.mark.browser
MESSY = [
    ["NICE-3000 接线表"],
    ["线号", "起点", "起点端子", "终点元件", "终点端子", "规格 线", "颜色", "备注"],
    ["101", "-K1", "1", "-X1", "1", "AWG14", "蓝", "按钮线"],
    ["102", "", "2", "-X1", "2", "1.5", "红", ""],
    ["103", "-K3", "1", "-X1", "10", "thick", "彩虹", ""],
    [],
    ["104", "-K4", "1", "-X1", "3", "2.5", "彩虹", ""],
    ["小计", "", "", "", "", "4"],
]


def send_file(tablet: Tablet) -> None:
    """Send the messy file as a lead does."""
    tablet.sign_in("lin", PASSWORD)
    tablet.open("/tables")
    file: FilePayload = {"name": "messy.csv", "mimeType": "text/csv", "buffer": as_csv(MESSY)}
    tablet.page.set_input_files("[name=file]", file)
    tablet.send(tablet.page.get_by_role("button", name="Look at it"))


def play(tablet: Tablet) -> None:
    """Go from the file to the saved table."""
    page = tablet.page
    send_file(tablet)
    expect(page.get_by_role("group", name="What became of the rows")).to_contain_text("Rows of the file 8")
    # the column whose name says too little is asked about, and its meaning holds for all rows
    asked = page.locator("#columns")
    expect(asked.get_by_role("heading", level=2)).to_have_text("What do these columns mean?")
    asked.get_by_label("规格 线").select_option("cross_section_mm2")
    tablet.send(asked.get_by_role("button", name="Read it so"))
    expect(asked.get_by_role("heading", level=2)).to_have_text("What the columns mean")
    # leaving loses nothing
    tablet.open("/tables")
    expect(page.get_by_text("1 row cannot be read")).to_be_visible()
    tablet.send(page.get_by_role("link", name="messy.csv"))
    # the problems, narrowed; one cell is mended where it is told, two alike at once
    problems = page.locator("#problems")
    tablet.send(problems.get_by_role("link", name="Cannot be read 1"))
    problems.get_by_label("Text of row 4, 起点").fill("-K2")
    tablet.send(problems.get_by_role("button", name="Keep the new texts").first)
    tablet.send(problems.get_by_role("link", name="Show all problems"))
    problems.get_by_label("What is wrong").select_option("bad_colour")
    tablet.send(problems.get_by_role("button", name="Show"))
    problems.get_by_label("Text of row 5, 颜色").fill("黄绿")
    tablet.send(problems.get_by_role("button", name="Put it in all 2 alike").first)
    # the table sorts, and any of its cells can be mended
    tablet.send(page.get_by_role("columnheader", name="To", exact=True).get_by_role("link"))
    expect(page.locator("[aria-sort=ascending]")).to_contain_text("To")
    rows = page.locator("tr[id^=row-]")
    expect(rows.nth(2)).to_have_id("row-7")
    tablet.send(page.get_by_role("link", name="Mend row 3"))
    page.locator("#edit").get_by_label("颜色").fill("黑")
    tablet.send(page.locator("#edit").get_by_role("button", name="Keep the new texts"))
    expect(page.locator("#row-3")).to_contain_text("BK")
    expect(page.locator("[aria-sort=ascending]")).to_contain_text("To")
    page.get_by_label("Model").fill("NICE-3000")
    page.get_by_label("Revision").fill("B")
    tablet.send(page.get_by_role("button", name="Save 4 wires"))
    expect(page.get_by_role("heading", level=1)).to_have_text("NICE-3000 B")


def test_a_messy_file_becomes_a_wiring_table(tablet: Tablet) -> None:
    play(tablet)


def test_it_does_so_without_javascript(served: Plant, chromium: Browser) -> None:
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 768, "height": 1024}, has_touch=True
    )
    play(Tablet(context.new_page(), served, scripted=False))
    context.close()


def test_a_text_is_kept_though_nobody_sent_the_form(tablet: Tablet) -> None:
    send_file(tablet)
    here = tablet.page.url.removeprefix(tablet.plant.address)
    tablet.page.get_by_label("Text of row 4, 起点").fill("-K2")
    tablet.page.keyboard.press("Tab")
    expect(tablet.page.get_by_text("Your texts are kept.")).to_be_visible()
    tablet.open("/tables")
    expect(tablet.page.get_by_text("row cannot be read")).to_have_count(0)
    tablet.open(here)
    expect(tablet.page.locator("#changed")).to_contain_text("-K2")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_draft_shuts_no_one_out_whatever_is_open_on_it(tablet: Tablet, theme: str) -> None:
    tablet.page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]  # one of its literals
    send_file(tablet)
    here = tablet.page.url.removeprefix(tablet.plant.address)
    found = {}
    for asked in (
        "?edit=3&sort=size",
        "?edit=4&at=problems&level=error",
        "?edit=8&at=layout",
        "?problem=twice",
    ):
        tablet.open(here + asked)
        for summary in tablet.page.locator("details:not([open]) > summary").all()[::-1]:
            if summary.is_visible():
                tablet.tap(summary)
        found[asked] = violations(tablet)
    assert {asked: said for asked, said in found.items() if said} == {}


@pytest.mark.parametrize("width", [390, 768, 1280])
def test_a_draft_scrolls_sideways_in_its_table_only(tablet: Tablet, width: int) -> None:
    tablet.page.set_viewport_size({"width": width, "height": 900})
    send_file(tablet)
    tablet.open(tablet.page.url.removeprefix(tablet.plant.address) + "?edit=3&sort=size")
    wide = tablet.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0


def test_the_table_is_sorted_and_a_row_opened_by_keyboard(tablet: Tablet) -> None:
    send_file(tablet)
    page = tablet.page
    page.get_by_role("columnheader", name="Number").get_by_role("link").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("[aria-sort]")).to_contain_text("Number")
    page.get_by_role("link", name="Mend row 3").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("#edit")).to_be_visible()
    page.get_by_role("region", name="The table as it will be").focus()
    expect(page.get_by_role("region", name="The table as it will be")).to_be_focused()
