"""The table that a draft will be: it sorts, says what the file says, and every cell of it can be mended."""

import re

import pytest
from flask.testing import FlaskClient

from tests.plant import Plant
from tests.statements import counted
from tests.tables.test_draft_pages import page, upload
from tests.tables.test_preview import TABLE, as_csv

SORTED = [
    ["线号", "起点元件", "起点端子", "终点元件", "终点端子", "线径", "颜色", "长度", "备注"],
    ["10", "-K10", "1", "-X1", "1", "2.5", "蓝", "35cm", ""],
    ["9", "-K2", "1", "-X1", "2", "AWG14", "", "350", "按钮线"],
    ["", "-K1", "1", "-X1", "10", "10", "RD/BK", "", ""],
]


@pytest.fixture
def lin(plant: Plant) -> FlaskClient:
    return plant.client("lin")


def rows(text: str) -> list[int]:
    """Return the rows of the file in the order in which the page shows them."""
    return [int(row) for row in re.findall(r'<tr id="row-(\d+)">', text)]


def row(text: str, number: int) -> str:
    """Return the cells of a row as the page writes them."""
    found = re.search(rf'<tr id="row-{number}">.*?</tr>', text, re.DOTALL)
    assert found is not None
    return found[0]


@pytest.mark.parametrize(
    ("column", "ascending", "descending"),
    [
        ("row", [2, 3, 4], [4, 3, 2]),
        ("number", [3, 2, 4], [2, 3, 4]),
        ("from", [4, 3, 2], [2, 3, 4]),
        ("to", [2, 3, 4], [4, 3, 2]),
        ("colour", [2, 4, 3], [4, 2, 3]),
        ("size", [3, 2, 4], [4, 2, 3]),
        ("length", [2, 3, 4], [2, 3, 4]),
        ("why", [3, 4, 2], [4, 3, 2]),
        ("remark", [3, 2, 4], [3, 2, 4]),
        ("no such column", [2, 3, 4], [4, 3, 2]),
    ],
)
def test_the_table_sorts_by_any_column_as_people_count_and_blanks_come_last(
    lin: FlaskClient, column: str, ascending: list[int], descending: list[int]
) -> None:
    here = upload(lin, as_csv(SORTED))
    assert rows(page(lin, f"{here}?sort={column}")) == ascending
    assert rows(page(lin, f"{here}?sort={column}&order=desc")) == descending


def test_the_heading_that_sorts_says_so_and_turns_the_order_round(lin: FlaskClient) -> None:
    here = upload(lin, as_csv(SORTED))
    text = page(lin, f"{here}?sort=size")
    heading = re.search(r'<th [^>]*aria-sort="ascending">(.*?)</th>', text, re.DOTALL)
    assert heading is not None
    assert "Size" in heading[1]
    assert "sort=size&amp;order=desc" in heading[1]
    assert text.count("aria-sort") == 1


def test_only_columns_that_hold_something_are_shown(lin: FlaskClient) -> None:
    text = page(lin, upload(lin, as_csv(SORTED)))
    assert "sort=length" in text
    assert "sort=potential" not in text


def test_what_the_file_says_stands_beside_what_was_made_of_it_where_they_differ(lin: FlaskClient) -> None:
    text = page(lin, upload(lin, as_csv(SORTED)))
    said = {
        number: re.findall(r"in the file:</span> (.*?)</small>", row(text, number)) for number in (2, 3, 4)
    }
    assert said == {2: ["蓝", "35cm"], 3: ["AWG14"], 4: ["RD/BK"]}
    assert "2.08" in row(text, 3)
    whole = [["线号", "起点", "终点"], ["1", "=A1+S1-K1:13", "-X1:1"], ["2", "-K2:1", "-X1:2"]]
    assert "=A1+S1-K1:13" in row(page(lin, upload(lin, as_csv(whole))), 2)


def test_each_row_says_why_it_has_its_category_and_its_flags(lin: FlaskClient) -> None:
    text = page(lin, upload(lin, as_csv(SORTED)))
    assert "按钮线 fits the rule" in row(text, 3)
    assert "10 mm² is at or above 6 mm²." in row(text, 4)


def test_any_cell_of_the_table_is_mended_where_it_stands_and_the_page_stays_as_it_was(
    lin: FlaskClient,
) -> None:
    here = upload(lin, as_csv(SORTED))
    opened = page(lin, f"{here}?sort=size&edit=3")
    form = re.search(r'<form method="post"\s+action="([^"]*)"\s+id="edit"(.*?)</form>', opened, re.DOTALL)
    assert form is not None
    assert re.findall(r'name="(cell-3:\d)"', form[2]) == [f"cell-3:{column}" for column in range(9)]
    action = form[1].replace("&amp;", "&")
    answer = lin.post(action, data={"cell-3:5": "16", "cell-3:6": "红", "back": "row-3"})
    assert answer.headers["Location"] == f"{here}?sort=size#row-3"
    text = page(lin, f"{here}?sort=size")
    assert rows(text) == [2, 4, 3]
    assert "16 mm²" in row(text, 3)


def test_a_heading_that_was_a_wire_after_all_is_mended_into_one(lin: FlaskClient) -> None:
    here = upload(lin, as_csv([*TABLE, ["-K9"]]))
    assert "This row is the heading of a group" in page(lin, f"{here}?edit=5&at=layout")
    text = page(lin, here, **{"cell-5:0": "104", "cell-5:1": "-K9", "cell-5:3": "-X1"})
    assert "Wires" in text
    assert rows(text) == [2, 3, 4, 5]


@pytest.mark.parametrize(
    "asked",
    ["page=9999999999999", "page=-1", "edit=99", "edit=x", "told=0", "order=up", "show=none", "level=x"],
)
def test_an_address_that_asks_for_what_is_not_there_shows_the_page(lin: FlaskClient, asked: str) -> None:
    answer = lin.get(f"{upload(lin, as_csv(SORTED))}?{asked}")
    assert answer.status_code == 200
    assert rows(answer.get_data(as_text=True)) == [2, 3, 4]


def test_a_page_costs_as_many_statements_and_rows_whatever_the_file_holds(lin: FlaskClient) -> None:
    costs = []
    for count in (100, 2_000):
        many = [
            [str(each), f"-A{each}", "1", "-X1", str(each), "thick", "蓝", "", ""] for each in range(count)
        ]
        here = upload(lin, as_csv([SORTED[0], *many]))
        lin.get(here)
        with counted() as sent:
            text = page(lin, f"{here}?sort=to")
        costs.append((len(sent), len(rows(text)), text.count("data-level=")))
        assert not any("content," in statement for statement in sent)
    assert costs[0] == costs[1]
    assert costs[0][1:] == (50, 20)
