import html
import re
from uuid import uuid4

import pytest

from tests.plant import Plant
from tests.statements import counted, grow

MOST = {"walk": 9, "mark": 12, "record": 19}
"""The statements of a page or a mark as a whole: the session's, the journal's and the stage's among them."""


def test_the_walk_shows_every_row_with_what_it_asks_for(plant: Plant) -> None:
    page = plant.client("li").get(f"/c/{plant.code}/walk").get_data(as_text=True)
    assert page.count("data-wire=") == 14
    for word in ("pull 90 N", "large wire", "wide span", "look-alike", "check-colour", "10 mm²"):
        assert word in page
    assert page.count('data-act="ok"') == 14


def test_only_a_plain_page_has_rows_that_name_forms(plant: Plant) -> None:
    """Thousands of buttons that name a form cost a tablet seconds; without scripts they are what posts."""
    page, plain = (plant.client("li").get(f"/c/{plant.code}/walk{query}").text for query in ("", "?plain=1"))
    rows, plain_rows = (re.findall(r'<li class="row".*?</li>', text, re.DOTALL) for text in (page, plain))
    assert not [row for row in rows if "form=" in row or "<form" in row]
    assert all('form="take-back-mark"' in row for row in plain_rows)
    assert plain.count('form="mark-ok"') + plain.count('type="submit" form="ok-') == 14
    assert "<noscript>" in page
    assert "<noscript>" not in plain


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ("show=left", 13),
        ("show=findings", 0),
        ("show=special", 8),
        ("q=109", 1),
        ("q=k2", 1),
        ("q=-K2:a1", 1),
    ],
)
def test_filters_and_search_work_on_the_server_too(plant: Plant, query: str, rows: int) -> None:
    plant.do("mark_ok", "li", wire=10)
    client = plant.client("li")
    plain = client.get(f"/c/{plant.code}/walk?plain=1&{query}").text
    assert plain.count("data-wire=") == rows
    page = client.get(f"/c/{plant.code}/walk?{query}").text
    tags = re.findall(r'<li class="row".*?>\n', page)
    assert len(tags) == 14, "scripts filter and count on the page itself"
    assert len([tag for tag in tags if not tag.endswith(" hidden>\n")]) == rows


def test_a_tab_counts_the_rows_that_it_leaves(plant: Plant) -> None:
    """An extra wire is no row, and two findings on a row are one row."""
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    plant.do("mark_faulty", "li", wire=9, kind="damaged", end="to")
    plant.do("mark_faulty", "li", wire=10, kind="missing_part", end="from")
    plant.do("confirm_fix", "chen", finding=3)
    plant.do("record_extra_wire", "li", found_device="-K1")
    client = plant.client("li")
    for show in ("all", "left", "findings", "special"):
        page = client.get(f"/c/{plant.code}/walk?plain=1&show={show}").text
        (count,) = re.findall(rf'data-count="{show}">(\d+)<', page)
        assert page.count("data-wire=") == int(count), show


def test_only_the_heading_of_a_look_alike_device_says_that_it_is_one(plant: Plant) -> None:
    page = plant.client("li").get(f"/c/{plant.code}/walk").get_data(as_text=True)
    headings = re.findall(r'class="section-heading">.*?</header>', page, re.DOTALL)
    named = [re.findall(r"<h2>(.*?)</h2>", heading)[0] for heading in headings if "look-alike" in heading]
    assert named == ["-K1"]


def test_the_walk_goes_by_number_too(plant: Plant) -> None:
    page = plant.client("li").get(f"/c/{plant.code}/walk?order=number").get_data(as_text=True)
    assert "101 … 114" in page


def test_a_mark_by_script_answers_with_the_row_alone(plant: Plant) -> None:
    answer = plant.client("li").post(
        f"/c/{plant.code}/mark_ok",
        data={"id": str(uuid4()), "wire": "9"},
        headers={"Accept": "application/json"},
    )
    assert answer.status_code == 200
    assert answer.json is not None
    assert answer.json["result"] == "applied"
    assert [row["wire"] for row in answer.json["answer"]["rows"]] == [9]
    assert len(answer.data) < 500


def test_a_form_without_script_goes_back_to_the_row(plant: Plant) -> None:
    number = str(uuid4())
    data = {"id": number, "wire": "9", "next": f"/c/{plant.code}/walk"}
    client = plant.client("li")
    assert client.post(f"/c/{plant.code}/mark_ok", data=data).headers["Location"] == f"/c/{plant.code}/walk"
    assert client.post(f"/c/{plant.code}/mark_ok", data=data).status_code == 303
    page = client.get(f"/c/{plant.code}/record").get_data(as_text=True)
    assert page.count("Checked, in order") == 1


@pytest.mark.parametrize(
    ("query", "act", "wire", "anchor"),
    [
        ("", "mark_ok", 9, "#row-11"),  # 10 is in order already
        ("show=left&order=number", "mark_ok", 9, "#row-11"),
        ("order=number", "mark_ok", 7, "#row-8"),  # a wide-span row waits for its second person
        ("order=number", "mark_ok", 14, "#row-1"),
        ("q=109", "mark_ok", 9, ""),
        ("", "take_back_mark", 10, "#row-10"),
    ],
)
def test_a_plain_page_comes_back_where_the_work_goes_on(
    plant: Plant, query: str, act: str, wire: int, anchor: str
) -> None:
    plant.do("mark_ok", "li", wire=10)
    plant.do("mark_ok", "wang", wire=12)
    client = plant.client("li")
    page = client.get(f"/c/{plant.code}/walk?plain=1&{query}").text
    form = re.search(rf'action="/c/{plant.code}/{act}"(.*?)</form>', page, re.DOTALL)
    assert form
    fields = dict(re.findall(r'name="(\w+)" value="(.*?)"', form[1]))
    fields["next"] = html.unescape(fields["next"])
    onward = client.post(f"/c/{plant.code}/{act}", data={**fields, "wire": str(wire)})
    address = client.get(onward.headers["Location"]).headers["Location"]
    assert address.partition("#")[0].startswith(f"/c/{plant.code}/walk?")
    assert {"plain=1", *query.split("&")} - {""} <= set(
        address.partition("#")[0].partition("?")[2].split("&")
    )
    assert "".join(address.partition("#")[1:]) == anchor


def test_a_refused_form_keeps_what_was_entered(plant: Plant) -> None:
    data = {"id": str(uuid4()), "wire": "9", "kind": "wrong", "end": "to", "note": "behind the duct"}
    answer = plant.client("li").post(f"/c/{plant.code}/mark_faulty", data=data)
    page = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert "Say where the wire was found." in page
    assert "behind the duct" in page


@pytest.mark.parametrize("wires", [200, 2000])
def test_walk_record_and_mark_take_a_bounded_number_of_statements(plant: Plant, wires: int) -> None:
    grow(plant, wires)
    client = plant.client("li")
    client.get("/")
    with counted() as sent:
        page = client.get(f"/c/{plant.code}/walk")
    assert page.get_data(as_text=True).count("data-wire=") == wires + 14
    assert len(sent) <= MOST["walk"], sent
    with counted() as sent:
        client.get(f"/c/{plant.code}/record")
    assert len(sent) <= MOST["record"], sent
    with counted() as sent:
        answer = client.post(
            f"/c/{plant.code}/mark_ok",
            data={"id": str(uuid4()), "wire": "100"},
            headers={"Accept": "application/json"},
        )
    assert answer.status_code == 200
    assert len(sent) <= MOST["mark"], sent
