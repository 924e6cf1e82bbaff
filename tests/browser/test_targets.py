"""What people touch on a tablet is as high as a thumb; links within running text are read first."""

import pytest

from tests.browser.words import PASSWORD, PIN, Tablet
from tests.plant import Plant

pytestmark = pytest.mark.browser

TOUCHED = "a[href], button, summary, select, textarea, input:not([type=hidden])"
LOW = """(touched) => {
  const isInText = (each) => each.matches("a, button") && getComputedStyle(each).display === "inline" &&
    [...each.parentElement.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const around = (each) =>
    each.matches("[type=checkbox], [type=radio], [type=file]") && each.closest("label") || each;
  const low = [...document.querySelectorAll(touched)]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !isInText(each))
    .filter((each) => !each.matches(".unseen, .skip, [disabled], svg a"))
    .map((each) => [around(each), around(each).getBoundingClientRect()])
    .filter(([, box]) => box.width > 1 && box.height > 1 && box.height < 47.5);
  return [...new Set(low.map(([each, box]) => `${Math.round(box.height)}: ${each.outerHTML.slice(0, 110)}`))];
}"""
CABINET = {
    "li": ("", "/walk", "/walk/9/fault", "/walk/7/second-person", "/walk/extra-wire", "/findings",
           "/rechecks", "/tightening", "/spot-check", "/record", "/journal", "/label"),
    "chen": ("", "/walk", "/fixes", "/findings", "/tightening", "/tightening/1"),
    "lin": ("", "/findings", "/rechecks", "/release", "/record", "/wirers", "/revision", "/complaints",
            "/trace?wires=109", "/journal"),
}  # fmt: skip
PLANT = {
    "li": ("/", "/preferences", "/cabinets"),
    "chen": ("/", "/fixes", "/preferences"),
    "lin": ("/", "/cabinets", "/cabinets/new", "/tables", "/tables/1", "/complaints", "/trends", "/journal",
            "/tablets", "/settings/sampling"),
}  # fmt: skip


def given(plant: Plant) -> str:
    """Give the plant's cabinet findings, a round of tightening and a complaint."""
    with plant.app.app_context():
        plant.do("mark_faulty", "wang", wire=9, kind="loose", end="from")
        plant.do("mark_faulty", "wang", wire=10, kind="missing", end="both")
        plant.do("mark_ok", "wang", wire=7)
        plant.do("confirm_fix", "zhao", finding=2)
        plant.do("assign_wirers", "lin", wirers=["chen"])
        plant.do("start_round", "li")
        plant.do("record_complaint", "lin", kind="loose", wires="109", words="Motor stops")
        return plant.code


@pytest.mark.parametrize(("name", "secret"), [("li", PIN), ("chen", PIN), ("lin", PASSWORD)])
def test_what_is_touched_is_as_high_as_a_thumb(tablet: Tablet, name: str, secret: str) -> None:
    code = given(tablet.plant)
    tablet.sign_in(name, secret)
    found: dict[str, list[str]] = {}
    for path in (*PLANT[name], *(f"/c/{code}{part}" for part in CABINET[name])):
        tablet.open(path)
        found[path.replace(code, "CODE")] = tablet.page.evaluate(LOW, TOUCHED)
    assert {path: low for path, low in found.items() if low} == {}
