"""The history of a cabinet and of the plant, in the reader's language."""

import re
from uuid import uuid4

import pytest

from tests.plant import Plant


def words(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


@pytest.fixture
def told(plant: Plant) -> Plant:
    plant.do("mark_ok", "li", wire=4, confirmed=["label"])
    plant.do("mark_faulty", "wang", wire=12, kind="loose", end="from", note="松 <b>")
    return plant


def test_a_cabinets_history_says_who_did_what(told: Plant) -> None:
    page = words(told.client("chen").get(f"/c/{told.code}/journal").text)
    assert "History of SN-1" in page
    assert "3 entries" in page
    newest, before, first = (
        page.index("Row marked faulty"),
        page.index("Row marked in order"),
        page.index("Cabinet added"),
    )
    assert newest < before < first
    assert "Kind: Loose" in page
    assert "Note: 松 &lt;b&gt;" in page
    assert page.index(" wang ") < before


def test_it_is_told_in_the_readers_language(told: Plant) -> None:
    client = told.client("chen")
    client.post("/language", data={"language": "zh_Hans"})
    assert '<html lang="zh-Hans"' in client.get(f"/c/{told.code}/journal").text


def test_the_plants_history_is_for_leads(told: Plant) -> None:
    wang = told.person("wang").id
    told.do("set_pin", "root", chain="plant", person=wang, pin="803512")
    page = words(told.client("lin").get("/journal").text)
    assert "PIN set" in page
    assert "Person: wang" in page
    assert "803512" not in page
    assert told.client("li").get("/journal").status_code == 403


@pytest.mark.parametrize("code", ["NOSUCHONE", "plant"])
def test_a_chain_that_is_no_cabinets_has_no_page(told: Plant, code: str) -> None:
    assert told.client("li").get(f"/c/{code}/journal").status_code == 404


def test_a_long_history_comes_in_pages(told: Plant) -> None:
    for _ in range(25):
        told.do("mark_ok", "li", wire=9)
        told.do("take_back_mark", "li", wire=9)
    client = told.client("li")
    first, second = (client.get(f"/c/{told.code}/journal?page={each}").text for each in (1, 2))
    assert "Page 1 of 2" in first
    assert "Cabinet added" not in first
    assert "Cabinet added" in second


@pytest.mark.parametrize(
    ("path", "fields", "said"),
    [
        ("/c/CODE/assign_wirers", {"wirers": "nobody"}, 'value="nobody" checked'),
        ("/plant/add_webhook", {"url": "https://mes.example"}, "A finding was raised"),
        ("/plant/add_webhook", {"url": "mes", "events": "finding.raised"}, 'value="finding.raised"'),
        (
            "/plant/save_label_layout",
            {"name": "Ours", "media": "a4-24", "fields": "colour"},
            "not one of the choices",
        ),
        ("/c/CODE/mark_ok", {"wire": "4"}, "This was not recorded"),
        ("/c/CODE/mark_ok", {"wire": str(10**40)}, "This was not recorded"),
        ("/plant/remove_webhook", {"webhook": str(2**31)}, "This was not recorded"),
    ],
)
def test_what_is_refused_is_asked_for_again_whatever_its_field(
    told: Plant, path: str, fields: dict[str, str], said: str
) -> None:
    by = told.client("li" if "mark" in path else "lin")
    answer = by.post(path.replace("CODE", told.code), data={"id": str(uuid4()), **fields})
    assert answer.status_code in {409, 422}
    assert said in re.sub(r"\s+", " ", answer.text)
