"""What goes wrong on the way and is put right: late parts, fixes that do not hold, rows that move."""

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.words import PASSWORD, Tablet
from tests.tightening.story import confirm, held, inspect_all

pytestmark = pytest.mark.browser


def done(tablet: Tablet, act: str, by: str, **fields: Any) -> None:
    """Let someone else have done something before."""
    with tablet.plant.app.app_context():
        tablet.plant.do(act, by, **fields)


def card(tablet: Tablet, finding: int) -> Locator:
    return tablet.page.locator(f"article[data-finding='{finding}']")


def confirm_each(tablet: Tablet, finding: int) -> None:
    for act in ("confirm-from", "confirm-to", "confirm-pull"):
        tablet.tap(card(tablet, finding).locator(f"[data-act={act}]"))
    tablet.tap(card(tablet, finding).locator("[data-act=recheck-pass]"))


def test_a_fix_that_does_not_hold_goes_back_to_the_wirer(tablet: Tablet) -> None:
    done(tablet, "mark_faulty", "li", wire=9, kind="loose", end="from")
    done(tablet, "confirm_fix", "chen", finding=1)
    tablet.sign_in("li")
    tablet.open_cabinet("/rechecks")
    tablet.tap(card(tablet, 1).locator("summary", has_text="Not fixed"))
    card(tablet, 1).locator("form", has=tablet.page.locator("[data-act=recheck-fail]")).locator(
        "[name=note]"
    ).fill("Still turns by hand")
    tablet.tap(card(tablet, 1).locator("[data-act=recheck-fail]"))
    expect(card(tablet, 1)).to_have_count(0)
    tablet.sign_in("chen")
    tablet.open_cabinet("/fixes")
    expect(card(tablet, 1)).to_contain_text("Still turns by hand")
    tablet.tap(card(tablet, 1).locator("[data-act=fixed]"))
    expect(tablet.page.get_by_text("Nothing is to be fixed on this cabinet.")).to_be_visible()
    tablet.sign_in("li")
    tablet.open_cabinet("/rechecks")
    tablet.counted()
    tablet.tap(card(tablet, 1).locator("[data-act=recheck-pass]"))
    assert tablet.counted() == 1
    expect(card(tablet, 1)).to_have_count(0)


def test_nobody_is_offered_the_recheck_of_their_own_fix(tablet: Tablet) -> None:
    done(tablet, "mark_faulty", "li", wire=9, kind="loose", end="from")
    done(tablet, "confirm_fix", "lin", finding=1)
    tablet.sign_in("lin", PASSWORD)
    tablet.open_cabinet("/rechecks")
    expect(card(tablet, 1)).to_contain_text("You made this fix; another person rechecks it.")
    expect(card(tablet, 1).locator("[data-act=recheck-pass]")).to_have_count(0)


def test_a_part_that_comes_late_has_all_its_rows_checked(tablet: Tablet) -> None:
    done(tablet, "mark_faulty", "li", wire=13, kind="missing_part", end="from")
    tablet.sign_in("chen")
    tablet.open_cabinet("/fixes")
    tablet.tap(card(tablet, 1).locator("[data-act=fixed]"))
    expect(tablet.page.get_by_text("Nothing is to be fixed on this cabinet.")).to_be_visible()
    tablet.sign_in("li")
    tablet.open_cabinet("/rechecks")
    confirm_each(tablet, 1)
    expect(card(tablet, 1)).to_contain_text("2 rows of this device are not checked since the part is in.")
    tablet.problems.clear()  # the refusal's status is told on the console too
    tablet.open_cabinet("/walk")
    for wire in (13, 14):
        tablet.mark_ok(wire)
    tablet.stands(14, "in_order")
    tablet.saved()
    tablet.open_cabinet("/rechecks")
    confirm_each(tablet, 1)
    expect(card(tablet, 1)).to_have_count(0)


def test_a_wire_that_the_table_does_not_have_is_a_finding(tablet: Tablet) -> None:
    tablet.sign_in("li")
    tablet.open_cabinet("/walk")
    tablet.tap(tablet.page.get_by_role("link", name="Extra wire"))
    tablet.page.fill("[name=found_device]", "-X1")
    tablet.page.fill("[name=found_terminal]", "12")
    tablet.send("[data-act=extra-wire]")
    tablet.open_cabinet("/findings")
    expect(card(tablet, 1)).to_contain_text("Extra wire")
    expect(card(tablet, 1)).to_contain_text("-X1")


def test_a_lead_accepts_a_deviation_with_a_reason(tablet: Tablet) -> None:
    done(tablet, "mark_faulty", "li", wire=9, kind="wrong_colour", end="both")
    tablet.sign_in("lin", PASSWORD)
    tablet.open_cabinet("/findings")
    tablet.tap(card(tablet, 1).locator("summary"))
    card(tablet, 1).locator("[name=reason]").fill("The customer agrees")
    tablet.tap(card(tablet, 1).locator("[data-act=concede]"))
    expect(card(tablet, 1)).to_contain_text("Conceded by lin")
    expect(card(tablet, 1)).to_contain_text("The customer agrees")


def test_a_row_that_moves_fails_the_round_and_a_new_one_begins(tablet: Tablet) -> None:
    with tablet.plant.app.app_context():
        inspect_all(tablet.plant)
        confirm(tablet.plant)
    tablet.sign_in("wang")
    tablet.open_cabinet("/spot-check")
    first = tablet.page.locator("article[data-wire='1']")
    tablet.tap(first.locator("[data-act=moved]"))
    tablet.tap(first.locator("[data-end=from]"))
    expect(tablet.page.locator("[data-act=held]")).to_have_count(0)
    tablet.open_cabinet()
    expect(tablet.page.locator(".blockers")).to_contain_text("Findings not fixed: 1")
    expect(tablet.page.locator(".blockers")).to_contain_text("Groups whose tightening is not confirmed")


def test_a_released_record_is_frozen_until_the_lead_reopens_it(tablet: Tablet) -> None:
    with tablet.plant.app.app_context():
        inspect_all(tablet.plant)
        confirm(tablet.plant)
        held(tablet.plant, by="wang")
        tablet.plant.do("release_cabinet", "lin")
    tablet.sign_in("li")
    tablet.open_cabinet("/walk")
    expect(tablet.page.locator("[data-act=ok]:visible")).to_have_count(0)
    tablet.sign_in("lin", PASSWORD)
    tablet.open_cabinet("/release")
    tablet.page.fill("[name=reason]", "Other motor protection")
    tablet.send("[data-act=reopen]")
    tablet.open_cabinet("/record")
    expect(tablet.page.locator("main")).to_contain_text("Other motor protection")
    tablet.sign_in("li")
    tablet.open_cabinet("/walk")
    tablet.tap(tablet.row(9).locator("[data-fold]"))
    expect(tablet.row(9).locator("[data-act=fault]")).to_be_visible()
