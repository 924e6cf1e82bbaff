"""What a person is asked about the columns, and how far a draft is with that."""

import re

import pytest
from flask.testing import FlaskClient

from tests.plant import Plant
from tests.tables.test_draft_pages import LACKING, UNNAMED, page, upload
from tests.tables.test_preview import TABLE, as_csv
from wiring_qa.tables.drafts.sureness import Sureness, asked_columns, progress_of, sureness_of
from wiring_qa.tables.kinds import Target
from wiring_qa.tables.previews import Column, Preview
from wiring_qa.tables.settled import Settled
from wiring_qa.tables.wires import Wires

DEVICE, OTHER = Target.FROM_DEVICE, Target.TO_DEVICE


@pytest.fixture
def lin(plant: Plant) -> FlaskClient:
    return plant.client("lin")


def previewed(*columns: Column) -> Preview:
    return Preview("csv", "utf-8", "", (), 1, [[each.header for each in columns]], columns, Wires.of(()), ())


@pytest.mark.parametrize(
    ("confidence", "targets", "mapping", "sureness"),
    [
        (1.0, (DEVICE,), {}, Sureness.SURE),
        (0.7, (DEVICE,), {}, Sureness.LIKELY),
        (0.5, (DEVICE,), {}, Sureness.GUESS),
        (0.0, (), {}, Sureness.UNKNOWN),
        (1.0, (DEVICE,), {"from_device": "a"}, Sureness.CHOSEN),
        (0.0, (), {"from_device": "b"}, Sureness.CHOSEN),
    ],
)
def test_a_column_is_as_sure_as_its_name_or_a_person_makes_it(
    confidence: float, targets: tuple[Target, ...], mapping: dict[str, str], sureness: Sureness
) -> None:
    assert sureness_of(Column(0, "a", targets, confidence), Settled(mapping=mapping)) is sureness


def test_an_unknown_column_is_asked_about_only_while_an_end_is_looked_for() -> None:
    sure, unknown = Column(0, "a", (DEVICE,), 1.0), Column(2, "c")
    assert asked_columns(previewed(sure, unknown), Settled()) == (unknown,)
    assert asked_columns(previewed(sure, Column(1, "b", (OTHER,), 1.0), unknown), Settled()) == ()
    doubted = Column(1, "b", (OTHER,), 0.5)
    assert asked_columns(previewed(sure, doubted, unknown), Settled()) == (doubted,)
    assert progress_of(previewed(sure, doubted), Settled())["asked"] == 1


def test_doubtful_columns_are_asked_about_with_their_texts_and_sure_ones_are_folded(lin: FlaskClient) -> None:
    here = upload(lin, as_csv(UNNAMED))
    text = page(lin, here, header_row="1")
    asked, _more, folded = text.partition("Columns that are settled")
    assert "What do these columns mean?" in asked
    assert 'name="column-1"' in asked
    assert any(words in asked for words in ("fairly sure", "only a guess", "not recognised"))
    assert "holds relay one, relay two" in asked
    assert 'name="column-0"' in folded


def test_a_meaning_sent_back_as_it_stands_is_settled(lin: FlaskClient) -> None:
    here = upload(lin, as_csv(UNNAMED))
    page(lin, here, header_row="1")
    fields = ("number", "from_device", "from_terminal", "to_device", "to_terminal")
    text = page(lin, here, columns="1", **{f"column-{place}": field for place, field in enumerate(fields)})
    assert "What do these columns mean?" not in text
    assert text.count("chosen by you") == 5
    assert text.count(">sure<") == 0


def test_a_table_that_is_sure_of_all_its_columns_asks_nothing(lin: FlaskClient) -> None:
    text = page(lin, upload(lin, as_csv(TABLE)))
    assert "What do these columns mean?" not in text
    assert "Columns that are settled: 9" in text


def test_drafts_are_listed_with_how_far_they_are(lin: FlaskClient) -> None:
    def listed() -> str:
        found = re.search(r'<section class="card">(.*?)</section>', page(lin, "/tables"), re.DOTALL)
        return " ".join(re.sub("<[^>]*>", " ", found[1]).split()) if found else ""

    assert listed() == ""
    here = upload(lin, as_csv(LACKING), "one.csv")
    assert "to be settled 3 wires of 5 rows · 1 row cannot be read" in listed()
    page(lin, here, **{"cell-5:1": "-K9"})
    assert "ready to be saved 4 wires of 5 rows" in listed()
    upload(lin, as_csv([["What", "Who"], ["bring it", "somebody"]]), "two.csv")
    assert "no table found in it yet" in listed()
