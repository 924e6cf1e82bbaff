"""The walk is entered by what is left; the rest of the table is one touch away, and the numbers hold."""

import pytest
from playwright.sync_api import expect

from tests.browser.words import Tablet

pytestmark = pytest.mark.browser


def test_the_numbers_are_of_the_whole_table_whatever_the_filter_shows(tablet: Tablet) -> None:
    with tablet.plant.app.app_context():
        tablet.plant.do("mark_ok", "wang", wire=10)
        tablet.plant.do("mark_faulty", "wang", wire=11, kind="loose", end="to")
    tablet.sign_in("li")
    tablet.open_cabinet("/walk?show=left")
    bar = tablet.page.locator(".walk-bar")
    rows = tablet.page.locator("li[data-wire]:visible")
    expect(rows).to_have_count(12)
    expect(tablet.row(10)).to_be_hidden()
    tablet.mark_ok(9)
    tablet.stands(9, "in_order")
    expect(bar.locator("[data-count=checked]")).to_have_text("3")
    expect(bar.locator("[data-count=left]")).to_have_text("11")
    expect(bar.locator("[data-count=findings]").first).to_have_text("1")
    tablet.tap(bar.locator("[data-filter=all]"))
    expect(rows).to_have_count(14)
    tablet.tap(bar.locator("[data-filter=findings]"))
    expect(rows).to_have_count(1)
    tablet.tap(bar.locator("[data-filter=left]"))
    expect(rows).to_have_count(11)


def test_the_server_and_the_page_count_the_same(tablet: Tablet) -> None:
    with tablet.plant.app.app_context():
        tablet.plant.do("mark_faulty", "wang", wire=11, kind="loose", end="to")
        tablet.plant.do("mark_faulty", "wang", wire=11, kind="damaged", end="from")
        tablet.plant.do("record_extra_wire", "wang", found_device="-K1")
        tablet.plant.do("mark_faulty", "wang", wire=10, kind="missing_part", end="from")
        tablet.plant.do("confirm_fix", "chen", finding=4)
    tablet.sign_in("li")
    tablet.open_cabinet("/walk")
    names = ("left", "checked", "findings")
    places = [tablet.page.locator(f".walk-bar [data-count={name}]").first for name in names]
    told = [place.inner_text() for place in places]
    tablet.mark_ok(13)
    tablet.saved()
    for place, count, step in zip(places, told, (-1, 1, 0), strict=True):
        expect(place).to_have_text(str(int(count) + step))
    tablet.tap("[data-filter=findings]")
    expect(tablet.page.locator("li[data-wire]:visible")).to_have_count(int(told[2]))


def test_a_search_finds_an_end_as_its_label_has_it(tablet: Tablet) -> None:
    tablet.sign_in("li")
    tablet.open_cabinet("/walk")
    rows = tablet.page.locator("li[data-wire]:visible")
    for typed, count in (("-K2:A1", 1), ("k2:a1", 1), ("x1:1", 3), ("k2", 1), ("109", 1), ("A1", 4)):
        tablet.page.fill("[name=q]", typed)
        expect(rows).to_have_count(count)
