"""The main job, from the first row to the release, with three roles on one tablet."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.words import PASSWORD, PIN, Tablet

pytestmark = pytest.mark.browser


def inspect(tablet: Tablet) -> None:
    """Li walks the table: rows in order, a loose, a wrong and swapped, a missing connection, wide spans."""
    tablet.sign_in("li")
    tablet.open_cabinet("/walk")
    tablet.mark_ok(1, "colour", "lug", "size")
    tablet.mark_ok(2, "colour")
    tablet.mark_ok(3, "size")
    for wire in (4, 5, 6):
        tablet.mark_ok(wire, "label")
    tablet.mark_ok(7)
    tablet.second_person("wang", PIN)
    tablet.stands(7, "in_order")
    tablet.counted()
    tablet.mark_ok(8)
    tablet.second_person("wang")
    tablet.stands(8, "in_order")
    assert tablet.counted() == 2
    tablet.mark_ok(9)
    assert tablet.counted() == 1
    tablet.mark_faulty(10, "loose", "to")
    assert tablet.counted() == 3
    tablet.stands(10, "faulty")
    tablet.mark_faulty(11, "missing")
    assert tablet.counted() == 2
    tablet.stands(11, "faulty")
    tablet.mark_faulty(12, "wrong", "to")
    tablet.page.locator("#fault-sheet [name=swapped_with]").select_option("13")
    tablet.page.fill("#fault-sheet [name=found_device]", "-X1")
    tablet.page.fill("#fault-sheet [name=found_terminal]", "10")
    tablet.tap("#fault-sheet button[type=submit]")
    tablet.stands(12, "faulty")
    tablet.stands(13, "faulty")
    tablet.mark_ok(14)
    tablet.stands(14, "in_order")
    tablet.saved()


def fix(tablet: Tablet) -> None:
    """Chen fixes what was found; the swapped pair is one card."""
    tablet.sign_in("chen")
    tablet.open_cabinet("/fixes")
    cards = tablet.page.locator("article[data-finding]")
    expect(cards).to_have_count(3)
    for left in (2, 1):
        tablet.tap(tablet.page.locator("[data-act=fixed]").first)
        expect(cards).to_have_count(left)
    tablet.tap(tablet.page.locator("[data-act=fixed]").first)
    expect(tablet.page.get_by_text("Nothing is to be fixed on this cabinet.")).to_be_visible()


def recheck(tablet: Tablet) -> None:
    """Wang rechecks: a plain one in one tap, one against the table with each end and the pull."""
    tablet.sign_in("wang")
    tablet.open_cabinet("/rechecks")
    loose = tablet.page.locator("article[data-finding='1']")
    tablet.counted()
    tablet.tap(loose.locator("[data-act=recheck-pass]"))
    assert tablet.counted() == 1
    expect(loose).to_have_count(0)
    missing = tablet.page.locator("article[data-finding='2']")
    tablet.tap(missing.locator("[data-act=recheck-pass]"))
    expect(missing.get_by_text("Confirm each end and the pull, one by one.")).to_be_visible()
    tablet.problems.clear()  # the refusal's status is told on the console too
    for act in ("confirm-from", "confirm-to", "confirm-pull"):
        tablet.tap(missing.locator(f"[data-act={act}]"))
    tablet.tap(missing.locator("[data-act=recheck-pass]"))
    expect(missing).to_have_count(0)
    for finding in (3, 4):
        card = tablet.page.locator(f"article[data-finding='{finding}']")
        tablet.tap(card.locator("[data-act=recheck-pass]"))
        expect(card).to_have_count(0)


def tighten(tablet: Tablet) -> None:
    """Zhao confirms each group with tool and setting, which are offered again."""
    tablet.sign_in("zhao")
    tablet.open_cabinet("/tightening")
    groups = tablet.page.locator("a[data-group]").count()
    tablet.open_cabinet("/tightening/1")
    tablet.page.fill("[name=tool]", "driver 7")
    tablet.page.fill("[name=clutch_setting]", "5")
    for _group in range(groups):
        with tablet.page.expect_navigation():
            tablet.tap("[data-act=confirm-group]")
    expect(tablet.page.locator("[data-act=confirm-group]")).to_have_count(0)


def spot_check(tablet: Tablet) -> None:
    """Li, who tightened nothing, tries the drawn rows."""
    tablet.sign_in("li")
    tablet.open_cabinet("/spot-check")
    held = tablet.page.locator("[data-act=held]")
    for left in range(held.count() - 1, -1, -1):
        tablet.tap(held.first)
        expect(held).to_have_count(left)


def test_from_the_first_row_to_the_release(tablet: Tablet) -> None:
    inspect(tablet)
    fix(tablet)
    recheck(tablet)
    tighten(tablet)
    spot_check(tablet)
    tablet.sign_in("lin", PASSWORD)
    tablet.open_cabinet()
    tablet.tap(tablet.page.get_by_role("link", name="Release this cabinet"))
    tablet.tap("[data-act=release]")
    expect(tablet.page.locator(".stage-line")).to_contain_text("lin")
    tablet.open_cabinet("/record")
    for words in ("Loose connection", "Fixed by chen", "Recheck passed: wang", "driver 7", "Released by lin"):
        expect(tablet.page.locator("main")).to_contain_text(re.compile(re.escape(words)))


def test_a_missing_part_says_how_many_rows_it_holds_up_and_holds_them(tablet: Tablet) -> None:
    tablet.sign_in("li")
    tablet.open_cabinet("/walk")
    tablet.tap(tablet.row(9).locator("[data-act=fault]"))
    tablet.tap("#fault-sheet summary")
    tablet.tap("#fault-sheet [data-kind=missing_part]")
    expect(tablet.page.locator("#fault-sheet [data-end=from]")).to_contain_text("puts 4 rows on hold")
    tablet.tap("#fault-sheet [data-end=from]")
    tablet.stands(9, "faulty")
    tablet.stands(12, "waiting_part")


def test_a_mark_is_taken_back_from_the_folded_row(tablet: Tablet) -> None:
    tablet.sign_in("li")
    tablet.open_cabinet("/walk")
    tablet.mark_ok(9)
    expect(tablet.row(9).locator("[data-mark]")).to_contain_text("li")
    tablet.tap(tablet.row(9).locator("[data-fold]"))
    tablet.tap(tablet.row(9).locator("[data-act=undo]"))
    tablet.stands(9, "todo")


def test_the_walk_goes_by_keyboard(tablet: Tablet) -> None:
    tablet.sign_in("li")
    tablet.open_cabinet("/walk")
    tablet.row(9).locator("[data-act=ok]").focus()
    tablet.page.keyboard.press("Enter")
    tablet.stands(9, "in_order")
    expect(tablet.row(10).locator("[data-act=ok]")).to_be_focused()
    tablet.page.keyboard.press("f")
    expect(tablet.page.locator("#fault-sheet")).to_be_visible()
    tablet.page.keyboard.press("Escape")
    tablet.page.keyboard.press("/")
    expect(tablet.page.locator("[name=q]")).to_be_focused()
    tablet.page.keyboard.type("k3")
    expect(tablet.page.locator("li[data-wire]:visible")).to_have_count(1)


def test_a_mark_waits_for_the_network_and_is_not_lost(tablet: Tablet) -> None:
    tablet.sign_in("li")
    tablet.open_cabinet("/walk")
    tablet.go_offline()
    tablet.mark_ok(9)
    expect(tablet.page.locator(".saved")).to_have_attribute("data-state", "failing")
    tablet.go_online()
    tablet.saved()
    tablet.problems.clear()  # the browser tells of the cut network on the console
    tablet.open_cabinet("/walk")
    tablet.stands(9, "in_order")
