"""The problems of a draft: narrowed so that the counts add up, and mended where they stand."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.plant import Plant
from tests.tables.test_draft_pages import page, upload
from tests.tables.test_preview import TABLE, as_csv
from wiring_qa.tables.drafts import changes as draft_changes

MESSY = [
    *TABLE,
    ["104", "", "1", "-X1", "4", "1.5", "蓝", "", ""],
    ["105", "-K5", "1", "-X1", "5", "1.5", "彩虹", "", ""],
    ["106", "-K6", "1", "-X1", "6", "thick", "彩虹", "", ""],
    ["107", "-K7", "", "-X1", "7", "1.5", "彩虹", "", ""],
]


@pytest.fixture
def lin(plant: Plant) -> FlaskClient:
    return plant.client("lin")


def told(text: str) -> list[int]:
    """Return the rows whose problems are shown."""
    shown = re.findall(r'<li class="problem" data-level=.*?</li>', text, re.DOTALL)
    return [int(found[1]) for each in shown if (found := re.search(r"<b>Row (\d+)", each))]


def levels(text: str) -> list[int]:
    """Return the counts of all, of what cannot be read, of what is worth a look."""
    tabs = re.search(r'aria-label="Which problems">(.*?)</nav>', text, re.DOTALL)
    assert tabs is not None
    return [int(count) for count in re.findall(r'tab-count">(\d+)', tabs[1])]


def choices(text: str, name: str) -> dict[str, int]:
    """Return what a select offers, with the counts."""
    select = re.search(rf'<select class="select" name="{name}">(.*?)</select>', text, re.DOTALL)
    assert select is not None
    found = re.findall(r"<option[^>]*>\s*(.*?) \((\d+)\)\s*</option>", select[1], re.DOTALL)
    return {words: int(count) for words, count in found}


def test_problems_are_told_errors_first_and_their_counts_add_up(lin: FlaskClient) -> None:
    text = page(lin, upload(lin, as_csv(MESSY)))
    assert told(text)[0] == 5
    assert levels(text) == [6, 1, 5]
    kinds = choices(text, "problem")
    assert kinds == {
        "Anything": 6, "Colour not known": 3, "No device where the wire begins": 1,
        "Cross-section not readable": 1, "Terminal missing": 1,
    }  # fmt: skip
    columns = choices(text, "column")
    assert columns == {"Any column": 6, "起点元件": 1, "起点端子": 1, "线径": 1, "颜色": 3}


@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        ("level=error", [5]),
        ("level=warning", [6, 7, 7, 8, 8]),
        ("problem=bad_colour", [6, 7, 8]),
        ("column=6", [6, 7, 8]),
        ("column=5&level=warning", [7]),
        ("problem=bad_colour&level=error", []),
    ],
)
def test_they_are_narrowed_by_level_by_what_is_wrong_and_by_column(
    lin: FlaskClient, asked: str, rows: list[int]
) -> None:
    text = page(lin, f"{upload(lin, as_csv(MESSY))}?{asked}")
    assert told(text) == rows
    assert ("None of these is left." in text) == (not rows)


def test_the_counts_beside_a_choice_are_those_of_the_other_choices(lin: FlaskClient) -> None:
    text = page(lin, f"{upload(lin, as_csv(MESSY))}?problem=bad_colour")
    assert levels(text) == [3, 0, 3]
    assert choices(text, "column") == {"Any column": 3, "颜色": 3}
    assert choices(text, "problem")["Anything"] == 6


def test_a_cell_is_mended_at_its_problem_and_the_choice_stays(lin: FlaskClient) -> None:
    here = upload(lin, as_csv(MESSY))
    answer = lin.post(f"{here}?problem=bad_colour", data={"cell-6:6": "红", "back": "problems"})
    assert answer.headers["Location"] == f"{here}?problem=bad_colour#problems"
    assert told(page(lin, answer.headers["Location"])) == [7, 8]


def test_one_text_mends_every_cell_that_reads_the_same(lin: FlaskClient) -> None:
    here = upload(lin, as_csv(MESSY))
    assert "Put it in all 3 alike" in page(lin, here)
    sent = {"cell-6:6": "红", "cell-7:6": "彩虹", "cell-8:6": "彩虹", "alike": "6:6:彩虹"}
    text = page(lin, here, **sent)
    assert levels(text) == [3, 1, 2]
    assert "Cells changed by you" in text
    assert text.count('name="restore_cell"') == 3


def test_the_alike_are_mended_though_the_one_was_kept_before(lin: FlaskClient) -> None:
    here = upload(lin, as_csv(MESSY))
    page(lin, here, **{"cell-6:6": "红"})
    assert levels(page(lin, here, alike="6:6:彩虹", **{"cell-6:6": "红"})) == [3, 1, 2]


def test_what_is_settled_at_the_same_time_is_settled_both(
    plant: Plant, lin: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, other, calls = upload(lin, as_csv(MESSY)), plant.client("lin"), []
    settled_as_usual = draft_changes.with_cells

    def meanwhile(*what: Any) -> Any:
        calls.append(what)
        if len(calls) == 1:
            other.post(here, data={"cell-6:6": "红"})
        return settled_as_usual(*what)

    monkeypatch.setattr(draft_changes, "with_cells", meanwhile)
    text = page(lin, here, **{"cell-7:6": "黑"})
    assert len(calls) == 3
    assert {"6:6", "7:6"} == set(re.findall(r'name="restore_cell"\s+value="(\d:\d)"', text))


def test_cells_without_a_problem_or_without_a_text_are_none_of_the_alike(lin: FlaskClient) -> None:
    here = upload(lin, as_csv(MESSY))
    for place, old, text in (("2:6", "蓝", "红"), ("5:1", "", "-K9")):
        page(lin, here, alike=f"{place}:{old}", **{f"cell-{place}": text})
    assert page(lin, here).count('name="restore_cell"') == 2
    page(lin, here, alike="9999:1:x", **{"cell-9999:1": "y"})
    assert page(lin, here).count('name="restore_cell"') == 2


def test_the_whole_row_of_a_problem_can_be_opened(lin: FlaskClient) -> None:
    text = page(lin, f"{upload(lin, as_csv(MESSY))}?edit=5&at=problems")
    assert text.index('id="problems"') < text.index("Row 5 of the file") < text.index('id="table"')


@pytest.mark.parametrize("back", ["https://elsewhere.example", "//x", "ROW", "a b"])
def test_the_place_to_come_back_to_is_one_of_the_page(lin: FlaskClient, back: str) -> None:
    here = upload(lin, as_csv(MESSY))
    assert lin.post(here, data={"back": back}).headers["Location"] == here
