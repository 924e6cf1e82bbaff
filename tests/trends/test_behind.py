"""Every number of a figure leads to what it counts."""

import re
from html import unescape

import pytest

from tests.plant import Plant
from tests.tightening.story import held, mend, ready
from tests.trends.read import page


@pytest.mark.parametrize(
    "figure", ["pareto-category", "pareto-device", "pareto-line", "pareto-wirer", "heat"]
)
def test_every_number_leads_to_as_many_findings_also_where_something_is_not_known(
    plant: Plant, figure: str
) -> None:
    plant.do("record_extra_wire", "li", found_device="-X1")
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    address = "/trends" if figure == "heat" else f"/trends?by={figure.removeprefix('pareto-')}"
    card = plant.client("lin").get(address).text.split(f'id="{figure}"')[1].split("</section>")[0]
    marks = re.findall(r'<a href="([^"]*)" aria-label="[^"]*?: (\d+)[^"]*">', card)
    assert marks
    for href, count in marks:
        said = page(plant, unescape(href))
        assert f" {count} entr" in said, (href, count)


def entries(plant: Plant, figure: str, address: str = "/trends") -> list[tuple[str, str]]:
    """Return what each mark of a figure says, and what is told over the list that it leads to."""
    card = plant.client("lin").get(address).text.split(f'id="{figure}"')[1].split("</section>")[0]
    marks = re.findall(r'<a href="([^"]*)" aria-label="([^"]*)">', card)
    assert marks
    return [(unescape(said), page(plant, unescape(href))) for href, said in marks]


def test_fixes_and_rechecks_are_listed_as_many_as_their_times_were_taken_of(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    plant.do("mark_faulty", "li", wire=10, kind="damaged", end="from")
    plant.do("confirm_fix", "chen", finding=1)
    plant.do("fail_recheck", "wang", finding=1, note="still moves")
    mend(plant, 1)
    (_fixes, listed_fixes), (_rechecks, listed) = entries(plant, "times")
    assert " 2 entries " in listed_fixes
    assert listed_fixes.count("No. 1 · Loose connection, -A1") == 2
    assert "2 entries · 1 failed" in listed
    assert listed.index(" failed ") < listed.index(" passed ")
    weeks = entries(plant, "rechecks")
    assert [said.split(": ")[1] for said, _list in weeks] == ["1 of 2 rechecks failed, 50 %"]
    assert "2 entries · 1 failed" in weeks[0][1]


def test_what_escaped_is_listed_with_its_complaints(plant: Plant) -> None:
    ready(plant)
    plant.do("spot_check_moved", "li", wire=1, end="from")
    plant.do("record_complaint", "lin", kind="dropped", wires="#2", words="It hangs loose")
    plant.do("record_complaint", "lin", kind="wrong", words="The lift stands")
    told = [(said, listed) for said, listed in entries(plant, "escapes") if ": 0 " not in said]
    ((said, listed),) = told
    assert said.endswith("1 at the spot check, 2 complaints")
    assert " 3 entries " in listed
    assert listed.count("Complaint No.") == 2
    for query, count in (
        ("category=main_switch", 1),
        ("category=normal", 1),
        ("category=-", 1),
        ("kind=wrong", 1),
    ):
        assert f"{count} entr" in page(plant, f"/trends/escapes?{query}"), query


def test_a_list_by_cabinets_tells_what_it_adds_up_to(plant: Plant) -> None:
    ready(plant)
    held(plant)
    assert "1 entry · 14 rows" in page(plant, "/trends/rows")
    for said, listed in entries(plant, "sizes"):
        moved, tried = re.findall(r"(\d+) of (\d+) terminations moved", said)[0]
        assert f"{tried} terminations tried, {moved} moved" in listed


def test_a_view_of_what_is_not_known_says_so(plant: Plant) -> None:
    plant.do("record_extra_wire", "li", found_device="-X1")
    text = re.sub(r"\s+", " ", plant.client("lin").get("/trends?category=-").text)
    assert '<option value="-" selected>not known</option>' in text
