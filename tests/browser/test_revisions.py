"""A new revision, from the comparison to the wire that is gone; marks that were on their way meanwhile."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.words import PASSWORD, Tablet
from tests.plant import REVISION, Plant
from tests.revisions.world import NEXT, add_revision, move, states, to_remove
from wiring_qa.checks.kinds import RowState
from wiring_qa.core.db import db

pytestmark = pytest.mark.browser
LONG = 20_000
CHANGES = {"changed": {10: {"colour": "RD"}}, "removed": (1,)}


def test_a_lead_compares_and_moves_and_the_walk_follows(
    tablet: Tablet, served: Plant, chromium: Browser
) -> None:
    with served.app.app_context():
        add_revision(**CHANGES)  # type: ignore[arg-type]  # the fields of a row
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, has_touch=True, locale="en-GB")
    desk = Tablet(context.new_page(), served)
    desk.sign_in("lin", PASSWORD)
    tablet.sign_in("li")
    tablet.open_cabinet("/walk")
    tablet.mark_ok(9)
    tablet.stands(9, "in_order")
    tablet.saved()

    desk.open("/tables/2")
    desk.page.get_by_role("link", name=REVISION).click()
    expect(desk.page.locator("tbody tr")).to_have_count(2)
    desk.page.get_by_role("link", name="Move 1 cabinet under way").click()
    desk.page.get_by_label("SN-1").check()
    desk.send(desk.page.get_by_role("button", name="Move the chosen cabinets"))
    expect(desk.page.get_by_text("Cabinets moved to revision A/3: 1")).to_be_visible()

    gone = tablet.page.locator("[data-removed]")
    expect(gone).to_have_count(1, timeout=LONG)
    tablet.stands(8, "in_order")
    tablet.stands(9, "todo")
    tablet.tap(gone)
    expect(gone).to_have_count(0)
    tablet.saved()
    with served.app.app_context():
        db.session.rollback()
        assert to_remove(served) == []
    context.close()


def test_marks_that_were_on_their_way_count_where_the_row_is_the_same(tablet: Tablet, served: Plant) -> None:
    with served.app.app_context():
        add_revision(**CHANGES)  # type: ignore[arg-type]  # the fields of a row
    tablet.sign_in("li")
    tablet.open_cabinet("/walk")
    tablet.go_offline()
    for wire in (9, 10):
        tablet.tap(tablet.row(wire).locator("[data-act=ok]"))
        tablet.stands(wire, "in_order")
    with served.app.app_context():
        move(served, NEXT)
    tablet.go_online()
    expect(tablet.page.locator("[data-removed]")).to_have_count(1, timeout=LONG)
    tablet.stands(8, "in_order")
    tablet.stands(9, "todo")
    with served.app.app_context():
        db.session.rollback()
        assert [place for place, state in states(served).items() if state is RowState.IN_ORDER] == [8]
    tablet.problems.clear()  # the browser tells of the cut network on the console


def test_a_wire_is_confirmed_gone_without_a_network(tablet: Tablet, served: Plant) -> None:
    with served.app.app_context():
        add_revision(**CHANGES)  # type: ignore[arg-type]  # the fields of a row
        move(served, NEXT)
    tablet.sign_in("li")
    tablet.open_cabinet("/walk")
    tablet.go_offline()
    tablet.tap("[data-removed]")
    expect(tablet.page.locator(".removed-wire [data-message]")).to_be_visible()
    tablet.go_online()
    expect(tablet.page.locator("[data-removed]")).to_have_count(0, timeout=LONG)
    with served.app.app_context():
        db.session.rollback()
        assert to_remove(served) == []
    tablet.problems.clear()  # the browser tells of the cut network on the console
