"""SQLite stores what it is given: what is no moment, no number and no JSON is found, not stumbled over."""

import pytest
from flask import Flask

from tests.databases import Databases, SqliteDatabases
from tests.journal.tampering import places, tamper
from tests.plant import Plant


@pytest.fixture
def databases(sqlite_databases: SqliteDatabases) -> Databases:
    """PostgreSQL refuses nonsense by itself."""
    return sqlite_databases


@pytest.mark.parametrize(
    "change",
    [
        "id = 'nonsense'",
        "at = 'yesterday'",
        "received_at = 7",
        "data = 'no json'",
        "data = '{'",
        "answer = ''",
        "actor_id = 'li'",
        "position = 'second'",
        "type = ''",
    ],
)
def test_nonsense_in_an_entry_is_found(app: Flask, plant: Plant, change: str) -> None:
    plant.do("mark_ok", "li", wire=9)
    tamper(app, f"UPDATE journal_entries SET {change} WHERE chain = '{plant.code}' AND position = 2")
    assert [place[0] for place in places(app)] == [plant.code]


@pytest.mark.parametrize("change", ["position = 'x'", "hash = 'x'", "seal = 'é'"])
def test_nonsense_in_a_head_is_found(app: Flask, plant: Plant, change: str) -> None:
    tamper(app, f"UPDATE chain_heads SET {change} WHERE chain = '{plant.code}'")
    assert [place[0] for place in places(app)] == [plant.code]
