"""Whatever is changed in the database behind the app's back, the walk over the chains finds."""

import pytest
from flask import Flask
from sqlalchemy import select

from tests.journal.tampering import breaks, facts, places, tamper
from tests.plant import Plant
from wiring_qa.core.db import db
from wiring_qa.journal import chain as chains
from wiring_qa.journal.chain_rows import AT_ONCE
from wiring_qa.journal.entries import hashed
from wiring_qa.journal.models import JournalEntry
from wiring_qa.journal.verify import verify

LAST = 5
"""The cabinet's chain: added, three rows in order, one loose."""


@pytest.fixture
def code(plant: Plant) -> str:
    for wire in (9, 10, 11):
        plant.do("mark_ok", "li", wire=wire)
    plant.do("mark_faulty", "wang", wire=12, kind="loose", end="from", note="松")
    return plant.code


def test_an_untouched_journal_holds(app: Flask, code: str) -> None:
    report = verify(app.config["WIRING_QA"].keys)
    assert report.as_json() == {"ok": True, "chains": 2, "entries": LAST + 1, "breaks": []}
    assert code


@pytest.mark.parametrize(
    "change",
    [
        "type = 'mark_faulty'",
        "actor_id = (SELECT id FROM people WHERE name = 'wang')",
        "actor_id = NULL",
        "tablet = 'another'",
        "at = '2020-01-01 00:00:00.000000'",
        "received_at = '2020-01-01 00:00:00.000000'",
        """data = '{"wire": 14}'""",
        "data = 'null'",
        """answer = '{"rows": []}'""",
        f"previous_hash = '{'f' * 64}'",
        f"hash = '{'f' * 64}'",
        "id = '00000000-0000-0000-0000-000000000000'",
    ],
)
def test_an_edited_entry_is_found_in_its_place(app: Flask, code: str, change: str) -> None:
    tamper(app, f"UPDATE journal_entries SET {change} WHERE chain = '{code}' AND position = 3")
    assert places(app) == [(code, 3, "edited")]


@pytest.mark.parametrize("position", [1, LAST])
def test_the_first_and_the_last_entry_are_watched_too(app: Flask, code: str, position: int) -> None:
    tamper(app, f"UPDATE journal_entries SET data = '{{}}' WHERE chain = '{code}' AND position = {position}")
    assert places(app) == [(code, position, "edited")]


@pytest.mark.parametrize("position", [1, 3, LAST])
def test_a_removed_entry_is_found_in_its_place(app: Flask, code: str, position: int) -> None:
    tamper(app, f"DELETE FROM journal_entries WHERE chain = '{code}' AND position = {position}")
    assert places(app) == [(code, position, "missing")]


def test_a_chain_whose_entries_are_all_gone_is_found(app: Flask, code: str) -> None:
    tamper(app, f"DELETE FROM journal_entries WHERE chain = '{code}'")
    assert places(app) == [(code, 1, "missing")]
    assert ("cabinets", "no_entry") in facts(app)


def test_a_cabinet_without_any_chain_is_found(app: Flask, code: str) -> None:
    tamper(
        app, *(f"DELETE FROM {name} WHERE chain = '{code}'" for name in ("journal_entries", "chain_heads"))
    )
    assert ("cabinets", "no_entry") in facts(app)


def test_two_entries_exchanged_are_found(app: Flask, code: str) -> None:
    moves = ((2, 90), (3, 2), (90, 3))
    tamper(
        app,
        *(
            f"UPDATE journal_entries SET position = {to} WHERE chain = '{code}' AND position = {at}"
            for at, to in moves
        ),
    )
    assert places(app) == [(code, 2, "edited")]


def test_an_entry_of_another_chain_is_found_in_both(app: Flask, code: str) -> None:
    tamper(
        app,
        f"UPDATE journal_entries SET chain = 'plant', position = 2 WHERE chain = '{code}' AND position = 3",
    )
    assert sorted(places(app)) == sorted([(code, 3, "missing"), ("plant", 2, "edited")])


def test_an_inserted_entry_is_found(app: Flask, code: str) -> None:
    columns = "chain, type, actor_id, tablet, at, received_at, data, answer, previous_hash, hash"
    tamper(
        app,
        f"INSERT INTO journal_entries (id, position, {columns}) "
        f"SELECT '00000000-0000-0000-0000-000000000001', {LAST + 1}, {columns} "
        f"FROM journal_entries WHERE chain = '{code}' AND position = {LAST}",
    )
    assert [place[0] for place in places(app)] == [code]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("position = position - 1", "inserted"),
        ("position = position + 1", "missing"),
        (f"hash = '{'f' * 64}'", "head"),
        (f"seal = '{'f' * 64}'", "seal"),
        ("seal = ''", "seal"),
    ],
)
def test_a_changed_head_is_found(app: Flask, code: str, change: str, reason: str) -> None:
    tamper(app, f"UPDATE chain_heads SET {change} WHERE chain = '{code}'")
    assert [(chain, found) for chain, _position, found in places(app)] == [(code, reason)]


def test_a_removed_head_is_found(app: Flask, code: str) -> None:
    tamper(app, f"DELETE FROM chain_heads WHERE chain = '{code}'")
    assert places(app) == [(code, 1, "head")]


def test_a_chain_cut_off_with_its_head_set_back_carries_a_wrong_seal(app: Flask, code: str) -> None:
    kept = f"(SELECT hash FROM journal_entries WHERE chain = '{code}' AND position = {LAST - 1})"
    tamper(
        app,
        f"UPDATE chain_heads SET position = {LAST - 1}, hash = {kept} WHERE chain = '{code}'",
        f"DELETE FROM journal_entries WHERE chain = '{code}' AND position = {LAST}",
    )
    assert places(app) == [(code, LAST - 1, "seal")]


def test_a_chain_hashed_anew_to_its_end_carries_a_wrong_seal(app: Flask, code: str) -> None:
    """Whoever knows the code but not the key can make every hash fit, and is found all the same."""
    query = select(JournalEntry).where(JournalEntry.chain == code).order_by(JournalEntry.position)
    digest, statements = chains.START, []
    for entry in db.session.scalars(query):
        row = {column.name: getattr(entry, column.name) for column in JournalEntry.__table__.columns}
        previous, digest = digest, chains.entry_hash(digest, hashed({**row, "tablet": "forged"}))
        statements.append(
            f"UPDATE journal_entries SET tablet = 'forged', previous_hash = '{previous}', hash = '{digest}'"
            f" WHERE chain = '{code}' AND position = {entry.position}"
        )
    tamper(app, *statements, f"UPDATE chain_heads SET hash = '{digest}' WHERE chain = '{code}'")
    assert places(app) == [(code, LAST, "seal")]


@pytest.mark.parametrize("table", ["checks", "findings", "cabinets", "wiring_tables"])
@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ("operation_id = '00000000-0000-0000-0000-000000000002'", "no_entry"),
        ("by_id = (SELECT id FROM people WHERE name = 'zhao')", "not_as_recorded"),
        ("position = 77", "not_as_recorded"),
        ("at = '2020-01-01 00:00:00.000000'", "not_as_recorded"),
    ],
)
def test_a_fact_that_no_entry_brought_is_found(
    app: Flask, code: str, table: str, change: str, reason: str
) -> None:
    tamper(app, f"UPDATE {table} SET {change} WHERE id = (SELECT max(id) FROM {table})")
    assert facts(app) == [(table, reason)]
    assert code


def test_a_seal_of_an_earlier_key_holds_and_one_of_an_unknown_key_does_not(app: Flask, code: str) -> None:
    key = app.config["WIRING_QA"].secret_key
    assert verify(["k" * 20, "another", key]).holds
    found = verify(["k" * 20, "another"]).breaks
    assert {(place.chain, place.reason) for place in found} == {(code, "seal"), ("plant", "seal")}


def test_a_report_names_each_broken_chain_once(app: Flask, code: str) -> None:
    tamper(app, "UPDATE journal_entries SET tablet = 'x'")
    assert sorted(place.chain or "" for place in breaks(app)) == sorted([code, "plant"])


def test_progress_is_told_as_entries_are_read(app: Flask, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert AT_ONCE > LAST
    monkeypatch.setattr("wiring_qa.journal.verify.AT_ONCE", 2)
    heard: list[int] = []
    verify(app.config["WIRING_QA"].keys, heard.append)
    assert heard == [2, 4, 6]
    assert code
