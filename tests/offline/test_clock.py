"""A tablet whose clock is wrong does not bend the record."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from tests.offline.tablet import operation, send, told
from tests.plant import Plant
from wiring_qa.core.clock import now
from wiring_qa.core.db import db
from wiring_qa.journal.models import JournalEntry
from wiring_qa.offline.rules import Entered, entered
from wiring_qa.people.tokens import issue

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def _at(**off: int) -> datetime:
    return NOON + timedelta(**off)


@pytest.mark.parametrize(
    ("at", "sent_at", "expected"),
    [
        (_at(hours=-3), _at(), Entered(_at(hours=-3))),  # three hours without a network
        (_at(hours=-3), _at(seconds=90), Entered(_at(hours=-3))),
        (_at(seconds=50), _at(seconds=60), Entered(_at())),  # nothing was entered after it came
        (_at(days=-8), _at(days=-1), Entered(_at(days=-7), 86400)),  # a week, by a clock a day behind
        (_at(hours=1), _at(hours=2), Entered(_at(hours=-1), -7200)),
        (_at(hours=3), _at(hours=2), Entered(_at(), -7200)),  # set back in between
        (_at(hours=-3), None, Entered(_at(hours=-3))),
        (_at(hours=3), None, Entered(_at(), -10800)),
        (_at(hours=3), _at(), Entered(_at(), -10800)),  # set right in between
    ],
)
def test_how_long_it_was_kept_is_believed_and_not_what_a_wrong_clock_showed(
    at: datetime, sent_at: datetime | None, expected: Entered
) -> None:
    assert entered(at, sent_at, NOON) == expected


def test_nothing_is_much_older_than_what_it_is_about() -> None:
    begun = _at(days=-10)
    assert entered(_at(days=-20), _at(), NOON, begun) == Entered(_at(days=-20))
    lost = datetime(1970, 1, 1, tzinfo=UTC)
    behind = round((begun - lost).total_seconds())
    assert entered(lost, _at(), NOON, begun) == Entered(begun, behind)
    assert entered(lost, _at(days=-1), NOON, begun) == Entered(begun, behind)


@pytest.mark.parametrize("by", ["token", "session"])
def test_a_clock_that_lost_the_date_does_not_make_a_mark_older_than_its_cabinet(
    plant: Plant, by: str
) -> None:
    actor = issue(plant.person("li")) if by == "token" else ""
    mark = {**operation(plant, wire=9, actor=actor), "at": "1970-01-01T00:03:00Z"}
    assert told(send(plant.client("li"), mark)) == ["applied"]
    db.session.rollback()
    entry = db.session.scalars(select(JournalEntry).where(JournalEntry.type == "mark_ok")).one()
    assert entry.data["clock_skew_s"] > 50 * 365 * 86_400
    assert now() - entry.at < timedelta(minutes=5)


def test_a_wrong_clock_is_flagged_in_the_journal(plant: Plant) -> None:
    behind = now() - timedelta(days=2)
    mark = {**operation(plant, wire=9), "at": (behind - timedelta(hours=1)).isoformat()}
    assert told(send(plant.client("li"), mark, sent_at=behind)) == ["applied"]
    db.session.rollback()
    entry = db.session.scalars(select(JournalEntry).where(JournalEntry.type == "mark_ok")).one()
    assert abs(entry.data["clock_skew_s"] - 172_800) <= 60
    assert timedelta(minutes=59) < entry.received_at - entry.at < timedelta(minutes=61)
    history = plant.client("li").get(f"/c/{plant.code}/journal").text
    assert "clock was 2 days behind" in history


def test_a_right_clock_is_not(plant: Plant) -> None:
    send(plant.client("li"), operation(plant, wire=9))
    assert "clock" not in plant.client("li").get(f"/c/{plant.code}/journal").text
