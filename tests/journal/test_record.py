"""An operation is applied exactly once, whoever sends it how often and from where."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta, timezone
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests import databases
from tests.plant import Plant
from tests.refusals import refused
from wiring_qa import create_app
from wiring_qa.checks.models import Check
from wiring_qa.core.db import db
from wiring_qa.journal.models import JournalEntry
from wiring_qa.journal.submit import perform
from wiring_qa.journal.verify import verify


def _count(model: Any) -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(model)) or 0


@pytest.fixture
def number() -> Any:
    return uuid4()


def test_an_operation_sent_twice_is_applied_once_and_answered_alike(plant: Plant, number: Any) -> None:
    first = plant.do("mark_ok", "li", number=number, wire=9)
    entries = _count(JournalEntry)
    assert plant.do("mark_ok", "li", number=number, wire=9) == first
    assert (_count(Check), _count(JournalEntry)) == (1, entries)


def test_scripts_are_told_that_it_was_applied_before(plant: Plant, number: Any) -> None:
    client, path = plant.client("li"), f"/c/{plant.code}/mark_ok"
    answers: list[Any]
    sent = {"id": str(number), "wire": 9}
    answers = [client.post(path, data=sent, headers={"Accept": "application/json"}).json for _ in range(2)]
    assert [answer["result"] for answer in answers] == ["applied", "duplicate"]
    assert answers[0]["answer"] == answers[1]["answer"]


@pytest.mark.parametrize(
    ("act", "by", "wire"), [("mark_ok", "wang", 9), ("take_back_mark", "li", 9), ("mark_ok", "li", 10)]
)
def test_a_number_is_not_used_for_something_else(
    plant: Plant, number: Any, act: str, by: str, wire: int
) -> None:
    plant.do("mark_ok", "li", number=number, wire=9)
    assert refused(plant, act, by, number=number, wire=wire) == "id_reused"
    assert _count(Check) == 1


def test_a_number_is_not_used_for_another_cabinet(plant: Plant, number: Any) -> None:
    fields: dict[str, Any] = {"serial": "SN-2", "model": "NICE-3000", "revision": "A/2"}
    other = plant.do("add_cabinet", "lin", chain=None, **fields)["code"]
    plant.do("mark_ok", "li", number=number, wire=9)
    assert refused(plant, "mark_ok", "li", chain=other, number=number, wire=9) == "id_reused"


def test_what_is_refused_leaves_nothing_and_may_be_sent_again(plant: Plant, number: Any) -> None:
    before = _count(JournalEntry)
    assert refused(plant, "mark_ok", "li", number=number, wire=4) == "extra_checks_left"
    assert _count(JournalEntry) == before
    plant.do("mark_ok", "li", number=number, wire=4, confirmed=["label"])
    assert _count(JournalEntry) == before + 1


@pytest.mark.parametrize("sent", ["", "no number", "1234"])
def test_a_form_without_a_number_is_refused(plant: Plant, sent: str) -> None:
    path, headers = f"/c/{plant.code}/mark_ok", {"Accept": "application/json"}
    response: Any = plant.client("li").post(path, data={"id": sent, "wire": 9}, headers=headers)
    assert (response.status_code, response.json["code"]) == (409, "bad_id")


def test_an_act_on_a_cabinet_that_is_not_there_opens_no_chain(app: Flask, plant: Plant) -> None:
    before = verify(app.config["WIRING_QA"].keys)
    assert refused(plant, "mark_ok", "li", chain="NOSUCHONE", wire=9) == "no_cabinet"
    assert verify(app.config["WIRING_QA"].keys) == before


def test_a_moment_told_in_another_zone_is_the_same_moment(app: Flask, plant: Plant) -> None:
    at = datetime(2026, 11, 23, 16, 2, tzinfo=timezone(timedelta(hours=8)))
    perform("mark_ok", {"wire": 9}, plant.person("li"), chain=plant.code, at=at)
    assert db.session.scalar(select(Check.at)) == at
    assert verify(app.config["WIRING_QA"].keys).holds


@pytest.fixture
def processes(app: Flask, database_url: str) -> Iterator[list[Flask]]:
    """Two apps on one database, as two processes have them."""
    other = create_app(databases.test_settings(database_url), testing=True)
    yield [app, other]
    with other.app_context():
        db.session.remove()
        db.engine.dispose()


@pytest.mark.commits
def test_two_processes_that_mark_at_once_lose_nothing(processes: list[Flask], plant: Plant) -> None:
    li, wang = plant.person("li"), plant.person("wang")
    db.session.rollback()

    def mark(wire: int) -> None:
        with processes[wire % 2].app_context():
            perform("mark_ok", {"wire": wire}, li if wire % 2 else wang, chain=plant.code)

    with ThreadPoolExecutor(6) as tablets:
        list(tablets.map(mark, range(9, 15)))
    assert _count(Check) == 6
    report = verify(processes[0].config["WIRING_QA"].keys)
    assert (report.holds, report.entries) == (True, 8)


@pytest.mark.commits
def test_the_same_number_sent_by_two_processes_at_once_is_applied_once(
    processes: list[Flask], plant: Plant, number: Any
) -> None:
    li = plant.person("li")
    db.session.rollback()

    def mark(which: int) -> Any:
        with processes[which % 2].app_context():
            return perform("mark_ok", {"wire": 9}, li, chain=plant.code, number=number)

    with ThreadPoolExecutor(6) as tablets:
        answers = list(tablets.map(mark, range(6)))
    assert all(answer == answers[0] for answer in answers)
    assert _count(Check) == 1
