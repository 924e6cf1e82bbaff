"""The walk with no finger on the screen: what keys mean, and what they must not mean in passing."""

import pytest
from playwright.sync_api import expect

from tests.browser.words import PIN, Tablet

pytestmark = pytest.mark.browser
KIND, END, PERSON = (
    "#fault-sheet [name=kind]",
    "#fault-sheet [name=end]",
    "#second-person-sheet [name=person]",
)


@pytest.fixture
def walking(tablet: Tablet) -> Tablet:
    tablet.sign_in("li")
    tablet.open_cabinet("/walk")
    tablet.page.wait_for_load_state("networkidle")
    return tablet


def press(tablet: Tablet, *keys: str) -> None:
    for key in keys:
        tablet.page.keyboard.press(key)


def chosen(tablet: Tablet, name: str) -> str:
    return tablet.page.locator(f"{name}:checked").input_value()


def test_rows_go_by_enter_alone(walking: Tablet) -> None:
    walking.row(9).locator("[data-act=ok]").focus()
    for wire in (9, 10, 11):
        press(walking, "Enter")
        walking.stands(wire, "in_order")
        expect(walking.row(wire + 1).locator("[data-act=ok]")).to_be_focused()
    walking.saved()


def test_a_named_check_is_ticked_by_space(walking: Tablet) -> None:
    walking.row(2).locator("[data-act=check-colour] input").focus()
    press(walking, "Space")
    walking.row(2).locator("[data-act=ok]").focus()
    press(walking, "Enter")
    walking.stands(2, "in_order")


def test_a_fault_is_chosen_by_arrows_and_meant_by_enter(walking: Tablet) -> None:
    walking.row(9).locator("[data-act=ok]").focus()
    press(walking, "f")
    walking.page.locator(KIND).first.focus()
    press(walking, "ArrowDown", "ArrowDown")
    assert chosen(walking, KIND) == "loose"
    walking.page.locator(END).first.focus()
    press(walking, "ArrowDown", "ArrowDown")
    assert chosen(walking, END) == "both"
    walking.stands(9, "todo")
    press(walking, "Enter")
    walking.stands(9, "faulty")
    walking.saved()
    walking.open_cabinet("/findings")
    expect(walking.page.locator("article[data-finding='1']")).to_contain_text("Both ends")


def test_arrows_pass_a_kind_of_the_whole_wire_without_recording_it(walking: Tablet) -> None:
    walking.row(9).locator("[data-act=ok]").focus()
    press(walking, "f")
    walking.page.locator(KIND).nth(1).focus()
    press(walking, "ArrowUp")
    assert chosen(walking, KIND) == "missing"
    press(walking, "ArrowDown", "ArrowDown")
    assert chosen(walking, KIND) == "loose"
    expect(walking.page.locator(f"{END}:checked")).to_have_count(0)
    press(walking, "Escape")
    walking.stands(9, "todo")


def test_a_whole_wire_kind_is_meant_by_space(walking: Tablet) -> None:
    walking.row(9).locator("[data-act=ok]").focus()
    press(walking, "f")
    walking.page.locator(KIND).first.focus()
    press(walking, "Space")
    walking.stands(9, "faulty")


def test_arrows_pass_a_second_person_without_confirming_as_them(walking: Tablet) -> None:
    walking.mark_ok(7)
    walking.second_person("wang", PIN)
    walking.stands(7, "in_order")
    walking.mark_ok(8)
    names = walking.page.locator(PERSON)
    expect(names.last).to_be_visible()
    names.last.focus()
    press(walking, "ArrowUp", "ArrowUp", "ArrowDown")
    expect(
        walking.page.locator("#second-person-sheet label", has_text="wang").locator("input")
    ).to_be_checked()
    walking.stands(8, "second_person")
    press(walking, "Enter")
    walking.stands(8, "in_order")
