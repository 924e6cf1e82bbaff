import re

import pytest

from tests.plant import Plant


@pytest.mark.parametrize(
    ("ending", "media_type", "shown"),
    [
        ("png", "image/png", True),
        ("svg", "image/svg+xml", True),
        ("pdf", "application/pdf", False),
        ("zpl", "application/vnd.zebra.zpl", False),
    ],
)
def test_a_label_is_had_in_every_format(plant: Plant, ending: str, media_type: str, shown: bool) -> None:
    answer = plant.client("li").get(f"/c/{plant.code}/label.{ending}")
    assert (answer.status_code, answer.mimetype) == (200, media_type)
    assert ("Content-Disposition" not in answer.headers) == shown


def test_no_other_format_is_had(plant: Plant) -> None:
    assert plant.client("li").get(f"/c/{plant.code}/label.exe").status_code == 404


def test_the_label_s_page_shows_it_with_its_formats(plant: Plant) -> None:
    page = plant.client("li").get(f"/c/{plant.code}/label").get_data(as_text=True)
    assert f'src="/c/{plant.code}/label.png"' in page
    for ending in ("pdf", "png", "svg", "zpl"):
        assert f'href="/c/{plant.code}/label.{ending}"' in page


@pytest.mark.parametrize(("query", "chosen"), [("", 0), ("?q=sn", 1), ("?all=1", 1)])
def test_what_was_searched_for_is_chosen_already(plant: Plant, query: str, chosen: int) -> None:
    page = plant.client("lin").get(f"/labels{query}").get_data(as_text=True)
    boxes = re.findall(r"<input type=\"checkbox\"[^>]*>", page)
    assert len(boxes) == 1
    assert sum(" checked" in box for box in boxes) == chosen


def test_a_sheet_holds_the_chosen_and_needs_one(plant: Plant) -> None:
    client = plant.client("lin")
    sheet = client.get(f"/labels.pdf?code={plant.code}&code=NOSUCH")
    assert sheet.data.startswith(b"%PDF")
    none = client.get("/labels.pdf")
    assert none.status_code == 409
    assert "Choose at least one cabinet" in none.get_data(as_text=True)
