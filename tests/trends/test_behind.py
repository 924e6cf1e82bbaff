"""Every number of a figure leads to what it counts."""

import re
from html import unescape

import pytest

from tests.plant import Plant
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


def test_a_view_of_what_is_not_known_says_so(plant: Plant) -> None:
    plant.do("record_extra_wire", "li", found_device="-X1")
    text = re.sub(r"\s+", " ", plant.client("lin").get("/trends?category=-").text)
    assert '<option value="-" selected>not known</option>' in text
