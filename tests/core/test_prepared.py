"""Statements handed to the driver: the same values, columns and errors as SQLAlchemy's own way, sooner."""

from datetime import UTC, datetime, timedelta, timezone
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError, InvalidRequestError, OperationalError

from tests import databases
from tests.databases import PostgresDatabases
from tests.statements import counted
from wiring_qa import create_app
from wiring_qa.checks.models import CachedRowState
from wiring_qa.core.db import db
from wiring_qa.core.prepared import MOST, Prepared
from wiring_qa.journal.models import ChainHead, JournalEntry
from wiring_qa.people.kinds import Role
from wiring_qa.people.models import Person

HEAD = Prepared(select(ChainHead.chain, ChainHead.position).where(ChainHead.chain == bindparam("chain")))
HEADS = Prepared(
    select(ChainHead.chain)
    .where(ChainHead.chain.in_(bindparam("chains", expanding=True)), ChainHead.hash != "none")
    .order_by(ChainHead.chain)
)
OPEN = Prepared(insert(ChainHead))
MOVE = Prepared(update(ChainHead).where(ChainHead.chain == bindparam("name")))
pytestmark = pytest.mark.usefixtures("app")
MOMENT = datetime(2026, 3, 1, 7, 30, 15, 250, tzinfo=timezone(timedelta(hours=8)))


def open_chains(*names: str) -> None:
    OPEN.run_each([{"chain": name, "position": 0, "hash": "0", "seal": ""} for name in names])


def test_rows_are_read_with_their_columns_by_name() -> None:
    open_chains("A", "B")
    found = HEAD.first(chain="B")
    assert (found.chain, found.position) == ("B", 0)
    assert HEAD.first(chain="C") is None
    assert HEAD.rows(chain="C") == []


@pytest.mark.parametrize("count", [0, 1, 2, MOST, MOST + 1, 200])
def test_a_list_may_have_any_number_of_values(count: int) -> None:
    names = [f"{number:03}" for number in range(count)]
    open_chains("other", *names)
    for _ in range(2):
        assert [row.chain for row in HEADS.rows(chains=names)] == names


@pytest.mark.usefixtures("plant")
def test_values_and_columns_go_through_their_types() -> None:
    number = uuid4()
    entry = {"id": number, "chain": "X", "position": 1, "type": "mark_ok", "actor_id": None, "tablet": None}
    entry |= {"at": MOMENT, "received_at": MOMENT, "data": {"wire": 3, "note": '两 "x"'}, "answer": {}}
    Prepared(insert(JournalEntry)).run(**entry, previous_hash="0", hash="1")
    columns = (JournalEntry.id, JournalEntry.at, JournalEntry.data, Person.role, Person.active)
    query = Prepared(
        select(*columns)
        .join(Person, Person.name_key == bindparam("name"))
        .where(JournalEntry.id == bindparam("number"), JournalEntry.at == bindparam("moment"))
    )
    found = query.first(number=number, name="li", moment=MOMENT.astimezone(UTC))
    assert tuple(found) == (number, MOMENT, entry["data"], Role.INSPECTOR, True)
    assert found.at.utcoffset() == timedelta(0)
    assert found.active is True


def test_a_statement_is_run_for_each_set_of_values_at_once() -> None:
    with counted() as sent:
        open_chains("A", "B", "C")
        MOVE.run_each([{"name": "A", "position": 4}, {"name": "C", "position": 5}])
    assert len(sent) == 2
    assert [HEAD.first(chain=name).position for name in "ABC"] == [4, 0, 5]


def test_a_statement_is_of_the_sessions_transaction() -> None:
    open_chains("A")
    db.session.rollback()
    assert HEAD.first(chain="A") is None


def test_a_glance_is_not_of_the_sessions_transaction() -> None:
    open_chains("A")
    assert HEAD.glance(chain="A") is None
    db.session.commit()
    assert HEAD.glance(chain="A").position == 0


@pytest.mark.parametrize("names", [{}, {"chains": "A"}, {"chain": "A", "position": 1}])
def test_values_that_are_not_the_statements_are_refused(names: dict[str, object]) -> None:
    statement = Prepared(select(ChainHead.position).where(ChainHead.chain == bindparam("chain")))
    for _ in range(2):
        with pytest.raises((TypeError, InvalidRequestError)):
            statement.first(**names)


def test_what_the_database_refuses_is_sqlalchemys_error() -> None:
    open_chains("A")
    with pytest.raises(IntegrityError):
        open_chains("A")


def test_a_statement_with_defaults_of_the_model_is_refused() -> None:
    with pytest.raises(TypeError, match="defaults"):
        Prepared(insert(CachedRowState)).run(cabinet_id=1, wire_id=1, state="todo")


def test_a_connection_that_was_lost_is_told_and_made_anew(postgres_databases: PostgresDatabases) -> None:
    with postgres_databases.fresh() as url:
        app = create_app(databases.test_settings(url), testing=True)
        with app.app_context():
            open_chains("A")
            with psycopg.connect(url) as other:
                other.execute(
                    b"SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    b" WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
            with pytest.raises(OperationalError):
                HEAD.first(chain="A")
            db.session.rollback()
            assert HEAD.first(chain="A") is None
            db.session.remove()
            db.engine.dispose()
