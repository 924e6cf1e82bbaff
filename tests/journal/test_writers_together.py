"""Writers that come at the same moment are committed together, each under their own name."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from time import monotonic
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import select

from tests.plant import Plant
from wiring_qa.checks.models import Check
from wiring_qa.core.db import db
from wiring_qa.journal.models import JournalEntry
from wiring_qa.journal.record import Journal
from wiring_qa.people.models import Person
from wiring_qa.tables.models import Wire


class Crowd:
    """Posts marks at once: the first writer is held until all others wait behind it."""

    def __init__(self, plant: Plant, journal: Journal) -> None:
        self.answers: list[tuple[int, Any]] = []
        self._plant, self._journal = plant, journal
        self._threads: list[Thread] = []

    def post(self, who: str, wire: int, number: UUID | None = None) -> None:
        client = self._plant.client(who)
        sent = {"id": str(number or uuid4()), "wire": wire}
        accept = {"Accept": "application/json"}

        def send() -> None:
            path = f"/c/{self._plant.code}/mark_ok"
            with self._plant.app.app_context():
                self.answers.append((wire, client.post(path, data=sent, headers=accept).json))

        self._threads.append(Thread(target=send))
        self._threads[-1].start()

    def wait_until_waiting(self, count: int) -> None:
        until = monotonic() + 20
        while len(self._journal.queue._waiting) < count:
            assert monotonic() < until, "the writers did not come"
            Event().wait(0.001)

    @contextmanager
    def all_at_once(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        begun, go, after = Event(), Event(), self._journal._after

        def held(entry: Any) -> None:
            begun.set()
            assert go.wait(20)
            after(entry)

        monkeypatch.setattr(self._journal, "_after", held)
        self.post("li", 9)
        assert begun.wait(20)
        try:
            yield
        finally:
            go.set()
        for thread in self._threads:
            thread.join()
        db.session.rollback()  # what this thread read so far is from before


@pytest.fixture
def crowd(app: Flask, plant: Plant) -> Crowd:
    return Crowd(plant, app.extensions["wiring_qa_journal"])


def _marked_by() -> dict[int, str]:
    query = select(Wire.sequence, Person.name).join(Check, Check.wire_id == Wire.id)
    rows = db.session.execute(query.join(Person, Person.id == Check.by_id)).all()
    return {row[0]: row[1] for row in rows}


def test_each_mark_stands_under_the_name_of_who_made_it(
    crowd: Crowd, monkeypatch: pytest.MonkeyPatch
) -> None:
    with crowd.all_at_once(monkeypatch):
        for wire, who in ((10, "wang"), (11, "li"), (12, "lin"), (13, "wang")):
            crowd.post(who, wire)
            crowd.wait_until_waiting(wire - 9)
    assert _marked_by() == {9: "li", 10: "wang", 11: "li", 12: "lin", 13: "wang"}


def test_a_refused_mark_takes_none_of_the_others_with_it(
    crowd: Crowd, monkeypatch: pytest.MonkeyPatch
) -> None:
    with crowd.all_at_once(monkeypatch):
        crowd.post("wang", 10)
        crowd.post("wang", 4)  # a look-alike row, whose label was not confirmed
        crowd.post("li", 99)  # no such row
        crowd.post("li", 11)
        crowd.wait_until_waiting(4)
    codes = {wire: answer.get("code") for wire, answer in crowd.answers}
    assert codes == {9: None, 10: None, 4: "extra_checks_left", 99: "no_wire", 11: None}
    assert set(_marked_by()) == {9, 10, 11}


def test_a_chain_that_many_wrote_at_once_has_no_gap(
    crowd: Crowd, plant: Plant, monkeypatch: pytest.MonkeyPatch
) -> None:
    with crowd.all_at_once(monkeypatch):
        for wire in (10, 11, 12, 13, 14):
            crowd.post("wang", wire)
        crowd.wait_until_waiting(5)
    positions = db.session.scalars(
        select(JournalEntry.position).where(JournalEntry.chain == plant.code).order_by(JournalEntry.position)
    ).all()
    assert list(positions) == list(range(1, 8))


def test_a_mark_that_is_sent_twice_at_once_is_made_once(
    crowd: Crowd, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = uuid4()
    with crowd.all_at_once(monkeypatch):
        crowd.post("wang", 10, number)
        crowd.post("wang", 10, number)
        crowd.wait_until_waiting(2)
    results = sorted(answer["result"] for wire, answer in crowd.answers if wire == 10)
    assert results == ["applied", "duplicate"]
    assert len(db.session.scalars(select(Check)).all()) == 2
