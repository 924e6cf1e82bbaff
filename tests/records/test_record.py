from uuid import uuid4

from sqlalchemy import select

from tests.plant import Plant
from tests.tightening.story import held, ready
from wiring_qa.core.db import db
from wiring_qa.journal.models import ChainHead


def record(plant: Plant, query: str = "") -> str:
    return plant.client("lin").get(f"/c/{plant.code}/record{query}").get_data(as_text=True)


def test_the_record_tells_check_finding_fix_and_recheck_with_who_did_it(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from", note="half a turn")
    plant.do("confirm_fix", "chen", finding=1, note="retightened")
    plant.do("fail_recheck", "wang", finding=1, note="still moves")
    plant.do("confirm_fix", "zhao", finding=1)
    plant.do("pass_recheck", "wang", finding=1)
    page = record(plant)
    story = [
        "Checked, faulty: li",
        "half a turn",
        "Fixed by chen",
        "retightened",
        "Not fixed: wang",
        "still moves",
    ]
    story += ["Fixed by zhao", "Recheck passed: wang"]
    places = [page.index(words) for words in story]
    assert places == sorted(places)


def test_the_record_tells_tightening_spot_check_and_release(plant: Plant) -> None:
    ready(plant)
    held(plant)
    plant.do("release_cabinet", "lin", note="to the customer")
    page = record(plant)
    for words in (
        "Tightening round 1",
        "driver 7",
        "Spot check, round 1",
        "Held",
        "Released by lin",
        "last hash",
    ):
        assert words in page


def test_a_row_s_history_stands_in_the_order_it_was_recorded(plant: Plant) -> None:
    plant.do("mark_ok", "li", wire=7)
    plant.do("confirm_as_second_person", "zhao", wire=7)
    plant.do("mark_faulty", "wang", wire=7, kind="missing", end="to")
    plant.do("confirm_fix", "chen", finding=1)
    plant.do("pass_recheck", "li", finding=1, confirmed=["from", "to", "pull"])
    plant.do("confirm_as_second_person", "wang", wire=7)
    page = record(plant, "?show=findings")
    story = [
        "Checked, in order: li",
        "Second person: zhao",
        "Checked, faulty: wang",
        "Finding 1: Missing connection",
        "Recheck passed: li",
        "against the wiring table",
        "Second person: wang",
    ]
    places = [page.index(words) for words in story]
    assert places == sorted(places)
    assert "Rows in order: 1 of 14" in page


def test_a_concession_stands_in_the_record_with_its_reason(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="wrong_colour", end="both")
    plant.do("grant_concession", "lin", finding=1, reason="customer agreed in writing")
    page = record(plant)
    assert "Conceded by lin" in page
    assert "customer agreed in writing" in page


def test_the_record_ends_with_the_hash_of_the_journal_s_last_entry(plant: Plant) -> None:
    plant.do("mark_ok", "li", wire=9)
    head = db.session.execute(select(ChainHead.hash).where(ChainHead.chain == plant.code)).scalar_one()
    assert f"Journal: 2 entries, last hash {head}" in " ".join(record(plant).split())


def test_what_was_taken_back_stays_in_the_record(plant: Plant) -> None:
    plant.do("mark_ok", "li", wire=9)
    plant.do("take_back_mark", "li", wire=9)
    assert "taken back" in record(plant)


def test_an_extra_wire_is_in_the_record_and_rows_can_be_cut_to_those_with_findings(plant: Plant) -> None:
    plant.do("record_extra_wire", "li", found_device="-X1")
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    page = record(plant, "?show=findings")
    assert "Extra wire" in page
    assert page.count("data-wire=") == 1


def test_what_the_record_lists_has_the_comma_of_the_readers_language(plant: Plant) -> None:
    plant.do("mark_ok", "li", wire=1, confirmed=["colour", "lug", "size"])
    plant.do("assign_wirers", "lin", wirers=["chen", "zhao"])
    client = plant.client("lin")
    for language, checks, names in (
        ("en", "colour, lug, size", "chen, zhao"),
        ("zh-CN", "颜色、线鼻子、平方数", "chen、zhao"),
    ):
        page = client.get(f"/c/{plant.code}/record", headers={"Accept-Language": language}).text
        assert checks in page
        assert names in page


def test_what_a_refusal_lists_has_it_too(plant: Plant) -> None:
    data = {"id": str(uuid4()), "wire": "1", "confirmed": ["size"]}
    headers = {"Accept": "application/json", "Accept-Language": "zh-TW"}
    answer = plant.client("li").post(f"/c/{plant.code}/mark_ok", data=data, headers=headers)
    assert answer.json is not None
    assert "顏色、" in answer.json["message"]
