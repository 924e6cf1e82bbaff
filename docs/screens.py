"""Which screens the pictures of docs/ show, who sees them, and what they touch before."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page, ViewportSize

from wiring_qa.cabinets.kinds import Stage
from wiring_qa.demo.crew import PASSWORD, PIN
from wiring_qa.demo.tables import designs

UPRIGHT, FLAT = ViewportSize(width=800, height=1280), ViewportSize(width=1280, height=900)


@dataclass(frozen=True)
class Person:
    """Someone of the demo plant, and the screen they work at."""

    name: str
    secret: str
    screen: ViewportSize


INSPECTOR, WIRER = Person("Li Min", PIN, UPRIGHT), Person("Chen Gang", PIN, UPRIGHT)
LEAD = Person("Lin Yue", PASSWORD, FLAT)


@dataclass(frozen=True)
class Picture:
    """One picture: of which page it is, who sees it, and what they touch before."""

    name: str
    who: Person
    path: str
    stage: Stage | None = None
    """The stage of the cabinet whose code stands for ``CODE`` in the path."""
    before: Callable[[Page], None] = lambda _page: None
    height: int = 0
    """The part of the screen that is shown, from above, in pixels; 0 is all of it."""


def _where_work_is(page: Page) -> None:
    """Scroll to where done rows end and rows left to do begin."""
    page.locator(".row[data-state=todo] [data-act=ok]:visible").first.wait_for()
    page.evaluate(
        "scrollBy(0, document.querySelector('.row[data-state=todo]').getBoundingClientRect().top - 620)"
    )


def _fault(page: Page) -> None:
    _where_work_is(page)
    page.locator(".row[data-state=todo] [data-act=fault]:visible").first.tap()
    page.locator("#fault-sheet [data-kind=loose]").wait_for()


def _second_person(page: Page) -> None:
    row = page.locator(".row[data-state=todo][data-wide]").first
    row.scroll_into_view_if_needed()
    for check in row.locator("[data-act^=check-]").all():
        check.tap()
    row.locator("[data-act=ok]").tap()
    page.locator("#second-person-sheet label:visible").first.tap()


def _group(page: Page) -> None:
    with page.expect_navigation():
        page.locator("a[data-group]").last.tap()


def _upload(page: Page) -> None:
    design = designs()[0]
    page.set_input_files(
        "[name=file]", {"name": design.filename, "mimeType": "text/csv", "buffer": design.content}
    )
    with page.expect_navigation():
        page.locator("form[enctype] [type=submit]").click()


PICTURES = (
    Picture("sign-in", INSPECTOR, "/sign-in", height=900),
    Picture("inspector-home", INSPECTOR, "/", height=900),
    Picture("walk", INSPECTOR, "/c/CODE/walk", Stage.INSPECTING, _where_work_is),
    Picture("fault", INSPECTOR, "/c/CODE/walk", Stage.INSPECTING, _fault),
    Picture("second-person", INSPECTOR, "/c/CODE/walk", Stage.INSPECTING, _second_person),
    Picture("rechecks", INSPECTOR, "/c/CODE/rechecks", Stage.RECHECKING),
    Picture("spot-check", INSPECTOR, "/c/CODE/spot-check", Stage.SPOT_CHECK),
    Picture("fixes", WIRER, "/c/CODE/fixes", Stage.FIXING),
    Picture("tightening", WIRER, "/c/CODE/tightening", Stage.TIGHTENING),
    Picture("group", WIRER, "/c/CODE/tightening", Stage.TIGHTENING, _group),
    Picture("lead-home", LEAD, "/"),
    Picture("import", LEAD, "/tables", before=_upload),
    Picture("cabinet", LEAD, "/c/CODE", Stage.FIXING),
    Picture("release", LEAD, "/c/CODE/release", Stage.READY, height=700),
    Picture("record", LEAD, "/c/CODE/record", Stage.RELEASED),
)
