"""The work beside the walk while the server is away: groups are tightened, wires too many are recorded."""

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from tests.browser.server import Server
from tests.browser.test_outbox import Opener, opened, plant, server  # noqa: F401  fixtures of the same plant
from tests.browser.test_without_network import READY, TAKEN, taken_along
from tests.browser.words import Tablet
from tests.plant import Plant
from wiring_qa.core.db import db
from wiring_qa.findings.models import Finding
from wiring_qa.tightening.models import Confirmation, Group

pytestmark = [pytest.mark.browser, pytest.mark.commits]


def _confirm(tablet: Tablet, group: int) -> None:
    tablet.page.wait_for_url(f"**/tightening/{group}")
    tablet.started()
    tablet.page.fill("[name=tool]", "driver 7")
    tablet.page.fill("[name=clutch_setting]", "5")
    tablet.tap("[data-act=confirm-group]")


def test_a_wirer_who_took_a_cabinet_along_confirms_its_groups_one_after_another(
    plant: Plant,  # noqa: F811
    server: Server,  # noqa: F811
    opened: Opener,  # noqa: F811
) -> None:
    plant.do("start_round", "li")
    tablet = opened()
    tablet.sign_in("chen")
    tablet.page.evaluate(READY)
    tablet.open("/cabinets")
    tablet.tap("[data-act=take-along]")
    expect(tablet.page.locator("[data-act=take-along]")).to_have_text("On this tablet: 1 cabinets")
    assert tablet.page.evaluate(TAKEN, plant.code)
    server.kill()
    tablet.open_cabinet("/tightening")
    tablet.tap("[data-group='1']")
    _confirm(tablet, 1)
    _confirm(tablet, 2)
    tablet.page.wait_for_url("**/tightening/3")
    expect(tablet.page.locator(".saved")).to_contain_text("On this tablet: 2")
    tablet.open_cabinet("/tightening")
    for group in (1, 2):
        expect(tablet.page.locator(f"[data-group='{group}'] .on-tablet")).to_be_visible()
    expect(tablet.page.locator("[data-group][data-kept]")).to_have_count(2)
    tablet.tap("[data-group='1']")
    tablet.page.wait_for_url("**/tightening/1")
    expect(tablet.page.locator("[data-act=confirm-group]")).to_be_disabled()
    server.start()
    tablet.open_cabinet("/tightening")
    tablet.saved()
    expect(tablet.page.locator(".tile.done")).to_have_count(2)
    db.session.rollback()
    confirmed = select(Group.number).join(Confirmation, Confirmation.group_id == Group.id)
    assert sorted(db.session.scalars(confirmed)) == [1, 2]


def test_a_wire_that_the_table_does_not_have_is_recorded(
    plant: Plant,  # noqa: F811
    server: Server,  # noqa: F811
    opened: Opener,  # noqa: F811
) -> None:
    tablet = taken_along(opened)
    server.kill()
    tablet.tap(tablet.page.get_by_role("link", name="Extra wire"))
    tablet.page.wait_for_url("**/walk/extra-wire")
    tablet.started()
    tablet.page.fill("[name=found_device]", "-X1")
    tablet.tap("[data-act=extra-wire]")
    tablet.page.wait_for_url("**/walk")
    expect(tablet.page.locator(".saved")).to_contain_text("On this tablet: 1")
    server.start()
    tablet.open_cabinet("/findings")
    tablet.saved()
    db.session.rollback()
    assert [each.found_device for each in db.session.scalars(select(Finding))] == ["-X1"]
    assert plant.code
