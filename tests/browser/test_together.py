"""Several tablets on one cabinet: each sees what the others did, and both end alike."""

import random
from collections import Counter
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from sqlalchemy import select

from tests.browser.words import Tablet
from tests.plant import Plant
from wiring_qa.checks.models import Check
from wiring_qa.core.db import db
from wiring_qa.people.models import Person

pytestmark = pytest.mark.browser

STATES = """() => Object.fromEntries([...document.querySelectorAll('li[data-wire]')].map(
  (row) => [row.dataset.wire, row.dataset.state]))"""
# in one go, as a row that another marks may fold between a look at it and the tap
TAP = """([wire, faulty]) => {
  const row = document.querySelector(`li[data-wire="${wire}"]`);
  if (row.dataset.state !== 'todo') return 0;
  row.querySelector(faulty ? '[data-act=fault]' : '[data-act=ok]').click();
  if (!faulty) return 1;
  document.querySelector('#fault-sheet [data-kind=loose] input, #fault-sheet input[data-kind=loose]').click();
  document.querySelector('#fault-sheet [data-end=from] input, #fault-sheet input[data-end=from]').click();
  return 1;
}"""
NORMAL = range(9, 15)
FAULTS = 0.4
ROUNDS = 14
LONG = 20_000


@pytest.fixture
def other(served: Plant, chromium: Browser) -> Iterator[Tablet]:
    context = chromium.new_context(viewport={"width": 800, "height": 1280}, has_touch=True, locale="en-GB")
    yield Tablet(context.new_page(), served)
    context.close()


def _walking(tablet: Tablet, name: str) -> Tablet:
    tablet.sign_in(name)
    tablet.open_cabinet("/walk")
    return tablet


def test_anothers_mark_turns_the_row_without_moving_ones_place(tablet: Tablet, other: Tablet) -> None:
    _walking(tablet, "li")
    _walking(other, "wang")
    mine = tablet.row(14)
    mine.scroll_into_view_if_needed()
    mine.locator("[data-act=ok]").focus()
    before = mine.bounding_box()
    other.mark_ok(9)
    other.mark_faulty(10, "loose", "from")
    expect(tablet.row(9)).to_have_attribute("data-state", "in_order", timeout=LONG)
    expect(tablet.row(10)).to_have_attribute("data-state", "faulty", timeout=LONG)
    after = mine.bounding_box()
    assert before
    assert after
    assert abs(after["y"] - before["y"]) < 2
    expect(mine.locator("[data-act=ok]")).to_be_focused()


def test_two_tablets_cut_and_joined_at_random_end_alike(tablet: Tablet, other: Tablet) -> None:
    chance = random.Random(11)  # noqa: S311  a repeatable one
    tablets = (_walking(tablet, "li"), _walking(other, "wang"))
    made: Counter[str] = Counter()
    for _ in range(ROUNDS):
        one, name = chance.choice(list(zip(tablets, ("li", "wang"), strict=True)))
        chance.choice((one.go_online, lambda one=one: one.page.context.set_offline(True)))()
        made[name] += one.page.evaluate(TAP, [chance.choice(NORMAL), chance.random() < FAULTS])
    for one in tablets:
        one.go_online()
        expect(one.page.locator(".saved")).not_to_have_attribute("data-state", "failing", timeout=LONG)
        expect(one.page.locator("li[data-kept]")).to_have_count(0, timeout=LONG)
    with tablet.plant.app.app_context():
        by = select(Person.name).join(Check, Check.by_id == Person.id)
        assert Counter(db.session.scalars(by)) == made
    truth = how_rows_stand(tablet.plant, tablet)
    for one in tablets:
        one.page.wait_for_function(
            f"(theirs) => JSON.stringify(({STATES})()) === JSON.stringify(theirs)", arg=truth, timeout=LONG
        )
    tablet.problems.clear()  # the browser tells of the cut network on the console


def how_rows_stand(plant: Plant, tablet: Tablet) -> dict[str, str]:
    """Return how the rows stand on a page that is drawn anew; those that are open go on as they are."""
    page = tablet.page.context.new_page()
    page.goto(f"{plant.address}/c/{plant.code}/walk")
    page.locator("html[data-behaviours=started]").wait_for(state="attached")
    states: dict[str, str] = page.evaluate(STATES)
    page.close()
    return states


def test_new_work_comes_into_sight_with_a_sound(tablet: Tablet) -> None:
    tablet.sign_in("chen")
    tablet.started()
    tablet.page.evaluate(
        "document.addEventListener('sounded', () => { document.body.dataset.sounded = 'yes'; })"
    )
    tablet.tap(tablet.page.get_by_label("Sound for new work"))
    tablet.page.evaluate("delete document.body.dataset.sounded")
    expect(tablet.page.locator("[data-work] a[href$='/fixes']")).to_have_count(0)
    with tablet.plant.app.app_context():
        tablet.plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    expect(tablet.page.locator("[data-work] a[href$='/fixes']")).to_have_count(1, timeout=10_000)
    expect(tablet.page.locator("body[data-sounded=yes]")).to_be_attached()
    with tablet.plant.app.app_context():
        tablet.plant.do("mark_faulty", "li", wire=10, kind="loose", end="from")
    expect(tablet.page.locator("[data-work] a[data-count='2']")).to_have_count(1, timeout=10_000)
    tablet.page.evaluate("delete document.body.dataset.sounded")
    with tablet.plant.app.app_context():
        tablet.plant.do("confirm_fix", "zhao", finding=1)
    expect(tablet.page.locator("[data-work] a[href$='/fixes'][data-count='1']")).to_have_count(
        1, timeout=10_000
    )
    expect(tablet.page.locator("body[data-sounded=yes]")).to_have_count(0)


def test_new_work_is_in_sight_within_ten_seconds_of_the_servers_return(tablet: Tablet) -> None:
    tablet.page.clock.install()
    tablet.sign_in("chen")
    tablet.started()
    tablet.page.route("**/position", lambda route: route.abort())
    for _ in range(8):
        tablet.page.clock.run_for(15_000)
        tablet.page.wait_for_timeout(200)
    tablet.page.unroute("**/position")
    with tablet.plant.app.app_context():
        tablet.plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    tablet.page.clock.run_for(10_000)
    expect(tablet.page.locator("[data-work] a[href$='/fixes']")).to_have_count(1)
    tablet.problems.clear()  # the browser tells of the requests that found nobody
