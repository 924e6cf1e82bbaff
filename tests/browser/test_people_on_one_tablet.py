"""Several people on one tablet without a network: what each of them did arrives as theirs."""

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from tests.browser.server import Server
from tests.browser.test_outbox import Opener, opened, plant, server  # noqa: F401  fixtures of the same plant
from tests.browser.test_without_network import READY, TAKEN
from tests.browser.words import PIN, Tablet
from tests.people.tablets import invite
from tests.plant import Plant
from wiring_qa.checks.models import Check, SecondConfirmation
from wiring_qa.core.db import db
from wiring_qa.offline.accepting import accept
from wiring_qa.offline.models import RejectedOperation
from wiring_qa.people.models import Person
from wiring_qa.people.signed_in import whoever
from wiring_qa.tables.models import Wire

pytestmark = [pytest.mark.browser, pytest.mark.commits]


def _goes_on(tablet: Tablet, name: str) -> None:
    """Take the tablet over, by a touch of one's name and one's PIN on the large keys."""
    tablet.tap(f"[data-names] [data-name={name}]")
    for digit in PIN:
        tablet.tap(f"[data-key='{digit}']")
    tablet.tap("[data-keypad] [type=submit]")
    expect(tablet.page.locator(f"body[data-person={name}]")).to_be_attached()
    tablet.started()


def _changes_to(tablet: Tablet, name: str) -> None:
    tablet.tap(".menu summary")
    tablet.tap("[data-behaviour=change-person] button")
    tablet.page.wait_for_url("**/here?*")
    tablet.started()
    _goes_on(tablet, name)


def _by(model: type[Check | SecondConfirmation], plant: Plant) -> dict[int, str]:  # noqa: F811
    assert plant.code
    db.session.rollback()
    query = (
        select(Wire.sequence, Person.name)
        .join(model, model.wire_id == Wire.id)
        .join(Person, Person.id == model.by_id)
    )
    return dict(db.session.execute(query).all())


def test_two_people_mark_on_one_tablet_without_a_server_and_each_mark_arrives_as_theirs(
    plant: Plant,  # noqa: F811
    server: Server,  # noqa: F811
    opened: Opener,  # noqa: F811
) -> None:
    invitation = invite(plant)
    tablet = opened()
    tablet.open(invitation)
    tablet.send(tablet.page.get_by_role("button", name="Enrol this tablet"))
    for name in ("zhao", "wang", "li"):
        tablet.page.goto(f"{plant.address}/sign-in?name={name}")
        tablet.started()
        tablet.page.fill("[name=name]", name)
        tablet.page.fill("[name=secret]", PIN)
        tablet.page.press("[name=secret]", "Enter")
        expect(tablet.page.locator(f"body[data-person={name}]")).to_be_attached()
        tablet.started()
    tablet.page.evaluate(READY)
    tablet.open_cabinet("/walk")
    assert tablet.page.evaluate(TAKEN, plant.code)
    server.kill()
    tablet.mark_ok(9)
    tablet.mark_ok(7)
    tablet.second_person("wang", PIN)
    tablet.stands(7, "in_order")
    tablet.mark_ok(8)
    tablet.second_person("zhao", PIN)
    tablet.stands(8, "in_order")
    _changes_to(tablet, "wang")
    tablet.stands(9, "in_order")
    tablet.mark_ok(10)
    tablet.mark_faulty(11, "loose", "from")
    expect(tablet.page.locator("li[data-kept]")).to_have_count(5)
    plant.do(
        "change_person", "root", chain="plant", person=plant.person("zhao").id, name="zhao", role="wirer"
    )
    server.start()
    tablet.open_cabinet("/walk")
    tablet.stands(8, "second_person")
    expect(tablet.row(8)).to_contain_text("Who entered this has left since.")
    expect(tablet.page.locator("li[data-kept]")).to_have_count(0)
    expect(tablet.page.locator("body[data-person=wang]")).to_be_attached()
    assert _by(Check, plant) == {9: "li", 7: "li", 8: "li", 10: "wang", 11: "wang"}
    assert _by(SecondConfirmation, plant) == {7: "wang"}


def test_a_wrong_pin_takes_no_tablet_over(
    plant: Plant,  # noqa: F811
    server: Server,  # noqa: F811
    opened: Opener,  # noqa: F811
) -> None:
    tablet = opened()
    tablet.open("/sign-in")
    tablet.page.fill("[name=name]", "li")
    tablet.page.fill("[name=secret]", PIN)
    tablet.page.press("[name=secret]", "Enter")
    expect(tablet.page.locator("body[data-person=li]")).to_be_attached()
    tablet.page.evaluate(READY)
    server.kill()
    tablet.started()
    tablet.tap(".menu summary")
    tablet.tap("[data-behaviour=change-person] button")
    tablet.page.wait_for_url("**/here?*")
    tablet.started()
    tablet.tap("[data-names] [data-name=li]")
    for digit in "9999":
        tablet.tap(f"[data-key='{digit}']")
    tablet.tap("[data-keypad] [type=submit]")
    expect(tablet.page.locator("[data-message]")).to_have_text("The name and the PIN do not fit together.")
    tablet.page.goto(f"{plant.address}/")
    expect(tablet.page.locator("main")).to_contain_text("This page is not on this tablet.")


def _signs_in(tablet: Tablet, name: str) -> None:
    tablet.open("/sign-in")
    tablet.page.fill("[name=name]", name)
    tablet.page.fill("[name=secret]", PIN)
    tablet.page.press("[name=secret]", "Enter")
    expect(tablet.page.locator(f"body[data-person={name}]")).to_be_attached()
    tablet.started()


def test_what_a_lead_recorded_after_all_leaves_the_list_of_its_tablet(
    plant: Plant,  # noqa: F811
    server: Server,  # noqa: F811
    opened: Opener,  # noqa: F811
) -> None:
    tablet = opened()
    _signs_in(tablet, "li")
    tablet.page.evaluate(READY)
    tablet.open_cabinet("/walk")
    server.kill()
    tablet.mark_ok(9)
    expect(tablet.page.locator("li[data-kept]")).to_have_count(1)
    tablet.page.goto("about:blank")  # who still looks at a row is told there, and nothing waits for a lead
    li = plant.person("li").id
    plant.do("change_person", "root", chain="plant", person=li, name="li", role="inspector")
    server.start()
    _signs_in(tablet, "wang")
    tablet.open("/outbox")
    kept = tablet.page.locator("[data-kept-act]")
    expect(kept).to_contain_text("Who entered this has left since.")
    db.session.rollback()
    number = db.session.scalar(select(RejectedOperation.number))
    lin = whoever(plant.person("lin").id)
    assert number
    assert lin
    with plant.app.test_request_context():
        assert accept(number, "it was done before", lin).refusal is None
    tablet.open("/outbox")
    expect(kept).to_have_count(0)
    expect(tablet.page.locator(".saved")).to_have_attribute("data-state", "saved")
    assert _by(Check, plant) == {9: "li"}


def test_who_a_tablet_was_taken_over_from_is_the_second_person_by_name_and_by_one_touch_after(
    plant: Plant,  # noqa: F811
    server: Server,  # noqa: F811
    opened: Opener,  # noqa: F811
) -> None:
    tablet = opened()
    for name in ("wang", "li"):
        tablet.sign_in(name)
        tablet.started()
    tablet.page.evaluate(READY)
    tablet.open_cabinet("/walk")
    assert tablet.page.evaluate(TAKEN, plant.code)
    server.kill()
    _changes_to(tablet, "wang")
    tablet.mark_ok(7)
    expect(tablet.page.locator("#second-person-sheet [data-name=lin]")).to_be_visible()
    expect(tablet.page.locator("#second-person-sheet [data-name=wang]")).to_be_hidden()
    tablet.second_person("li", PIN)
    tablet.stands(7, "in_order")
    tablet.mark_ok(8)
    tablet.second_person("li")
    tablet.stands(8, "in_order")
    server.start()
    tablet.open("/sign-in")  # nobody is signed in on the server; what waits is sent all the same
    expect(tablet.page.locator(".saved")).to_have_attribute("data-waiting", "0")
    assert _by(Check, plant) == {7: "wang", 8: "wang"}
    assert _by(SecondConfirmation, plant) == {7: "li", 8: "li"}
