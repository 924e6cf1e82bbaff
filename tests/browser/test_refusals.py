"""What is refused says why, once, where it was entered."""

import pytest
from playwright.sync_api import expect

from tests.browser.words import Tablet

pytestmark = pytest.mark.browser


def test_a_fault_of_another_kind_asks_for_its_note_once(tablet: Tablet) -> None:
    tablet.sign_in("li")
    tablet.open_cabinet("/walk")
    tablet.tap(tablet.row(9).locator("[data-act=fault]"))
    tablet.tap("#fault-sheet summary")
    tablet.tap("#fault-sheet [data-kind=other]")
    tablet.tap("#fault-sheet [data-end=to]")
    tablet.tap("#fault-sheet button[type=submit]")
    said = tablet.page.locator("#fault-sheet form > [data-message]")
    expect(said).to_have_text("Describe the fault in a note.")
    tablet.page.keyboard.press("Escape")
    tablet.tap(tablet.row(10).locator("[data-act=fault]"))
    expect(tablet.page.locator("#fault-sheet [data-kind=other]")).to_be_hidden()
    tablet.problems.clear()  # the refusal's status is told on the console too


def test_a_torque_that_cannot_be_is_told_at_the_drawn_row(tablet: Tablet) -> None:
    with tablet.plant.app.app_context():
        for wire in range(1, 15):
            tablet.plant.do("mark_ok", "wang", wire=wire, confirmed=["label", "colour", "lug", "size"])
        for wire in (7, 8):
            tablet.plant.do("confirm_as_second_person", "li", wire=wire)
        for group in range(1, 11):
            tablet.plant.do("confirm_group", "chen", group=group, tool="driver 1", clutch_setting="4")
    tablet.sign_in("li")
    tablet.open_cabinet("/spot-check")
    row = tablet.page.locator("article[data-wire='1']")
    row.locator("[name=torque_nm]").fill("-2")
    tablet.tap(row.locator("[data-act=held]"))
    expect(row.locator("[data-message]")).to_contain_text("Between 0.01 and 1000.")
    tablet.problems.clear()


def test_what_waits_on_a_tablet_is_listed_in_the_readers_words(tablet: Tablet) -> None:
    tablet.sign_in("li")
    cookie = {"name": "language", "value": "zh_Hans", "url": tablet.plant.address}
    tablet.page.context.add_cookies([cookie])  # type: ignore[list-item]  # playwright's own dictionary
    tablet.page.route("**/sync", lambda route: route.abort())
    tablet.open_cabinet("/walk")
    title = tablet.row(9).get_attribute("data-title") or ""
    assert "→" in title
    tablet.mark_faulty(9, "loose", "from")
    tablet.mark_ok(4, "label")
    tablet.open("/outbox")
    fault = tablet.page.locator("[data-kept-act]", has_text="松动").locator("[data-part=details]")
    expect(fault).to_contain_text(f"行: {title} · 问题种类: 松动 · 哪一端: 起点端")
    order = tablet.page.locator("[data-kept-act]", has_text="确认").locator("[data-part=details]")
    expect(order).to_contain_text("标签")
    for raw in ("loose", "from", "label", "A/2"):
        assert raw not in tablet.page.locator(".outbox").inner_text()
    tablet.problems.clear()  # the cut way is told on the console
