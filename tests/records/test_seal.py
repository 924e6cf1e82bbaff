from sqlalchemy import delete, select, update

from tests.plant import Plant
from wiring_qa.checks.models import Check
from wiring_qa.checks.tallies import CachedFirstChecks
from wiring_qa.core.db import db
from wiring_qa.journal.models import ChainHead, JournalEntry


def head_of(plant: Plant) -> tuple[int, str]:
    query = select(ChainHead.position, ChainHead.hash).where(ChainHead.chain == plant.code)
    position, digest = db.session.execute(query).one()
    return position, digest


def page(plant: Plant, position: int, digest: str) -> str:
    answer = plant.client("li").get(f"/c/{plant.code}/record/seal/{position}/{digest}")
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def test_a_paper_of_the_last_entry_is_the_record_as_it_stands(plant: Plant) -> None:
    plant.do("mark_ok", "li", wire=9)
    assert "is the record as it stands" in page(plant, *head_of(plant))


def test_an_older_paper_says_how_many_entries_came_since(plant: Plant) -> None:
    plant.do("mark_ok", "li", wire=9)
    printed = head_of(plant)
    plant.do("mark_ok", "li", wire=10)
    plant.do("mark_ok", "li", wire=11)
    said = page(plant, *printed)
    assert "Since then 2 journal entries were added" in said
    assert "is the record as it stands" not in said


def test_a_paper_with_a_hash_that_never_was_is_not_to_be_relied_on(plant: Plant) -> None:
    plant.do("mark_ok", "li", wire=9)
    position, digest = head_of(plant)
    for at, forged in (
        (position, "0" * 64),
        (position - 1, digest),
        (position + 1, digest),
        (10**30, digest),
    ):
        assert "Do not rely on this paper" in page(plant, at, forged)


def test_a_journal_that_was_changed_vouches_for_no_paper(plant: Plant) -> None:
    plant.do("mark_ok", "li", wire=9)
    plant.do("mark_ok", "li", wire=10)
    head = head_of(plant)
    entry = (JournalEntry.chain == plant.code, JournalEntry.position == 2)
    db.session.execute(update(JournalEntry).where(*entry).values(data={"wire": 11}))
    db.session.commit()
    said = page(plant, *head)
    assert "it does not hold at entry 2" in said
    assert "is the record as it stands" not in said


def test_a_journal_that_was_cut_off_vouches_for_no_paper(plant: Plant) -> None:
    plant.do("mark_ok", "li", wire=9)
    head = head_of(plant)
    db.session.execute(delete(Check))
    db.session.execute(delete(CachedFirstChecks))
    db.session.execute(
        delete(JournalEntry).where(JournalEntry.chain == plant.code, JournalEntry.position == 2)
    )
    db.session.commit()
    assert "it does not hold at entry 2" in page(plant, *head)
