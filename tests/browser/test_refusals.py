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
