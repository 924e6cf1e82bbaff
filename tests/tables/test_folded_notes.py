"""Where nothing is wrong, notes that are only worth a look fold, so that the table comes first."""

import pytest
from flask.testing import FlaskClient

from tests.plant import Plant
from tests.tables.test_draft_pages import page, upload
from tests.tables.test_preview import as_csv

HEAD = ["No", "From", "To", "Colour"]
FOLDED = 'class="folded"'


@pytest.fixture
def lin(plant: Plant) -> FlaskClient:
    return plant.client("lin")


def odd_colours(count: int) -> list[list[str]]:
    return [HEAD, *([str(n), f"-K{n}:1", f"-X1:{n}", "sparkling"] for n in range(1, count + 1))]


def test_many_notes_fold_under_what_they_say_and_how_many_there_are(lin: FlaskClient) -> None:
    here = upload(lin, as_csv(odd_colours(9)), "odd.csv")
    text = page(lin, here)
    assert FOLDED in text
    assert "(9)" in text
    assert "sparkling" in text


def test_notes_that_are_asked_for_or_few_stand_open(lin: FlaskClient) -> None:
    here = upload(lin, as_csv(odd_colours(9)), "odd.csv")
    assert FOLDED not in page(lin, f"{here}?level=warning")
    assert FOLDED not in page(lin, upload(lin, as_csv(odd_colours(2)), "few.csv"))


def test_what_is_wrong_is_never_folded(lin: FlaskClient) -> None:
    rows = [*odd_colours(9), ["10", "", "-X1:10", "RD"]]
    assert FOLDED not in page(lin, upload(lin, as_csv(rows), "wrong.csv"))
