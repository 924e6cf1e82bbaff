"""Days and weeks are those of the plant's time zone, whatever the server's or the database's is."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from sqlalchemy import text

from tests.plant import Plant
from tests.trends.read import table
from wiring_qa.core.db import db
from wiring_qa.journal.submit import perform

SUNDAY_EVENING = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)
"""Monday already in Shanghai, and Sunday still in New York."""


def mark(plant: Plant) -> None:
    fields = {"wire": 9, "kind": "loose", "end": "from"}
    perform("mark_faulty", fields, plant.person("li"), chain=plant.code, number=uuid4(), at=SUNDAY_EVENING)


@pytest.mark.parametrize(
    ("zone", "monday"),
    [("UTC", "2026-11-16"), ("Asia/Shanghai", "2026-11-23"), ("America/New_York", "2026-11-16")],
)
def test_a_mark_counts_in_the_week_of_the_plant(plant: Plant, zone: str, monday: str) -> None:
    plant.app.config["WIRING_QA"] = replace(plant.app.config["WIRING_QA"], timezone=zone)
    if db.engine.dialect.name == "postgresql":
        db.session.execute(text("SET TIME ZONE 'Asia/Tokyo'"))
    mark(plant)
    weeks = {
        row[0]: row[1:3] for row in table(plant, "weekly", "?until=2026-11-24") if row[1:3] != ["0", "0"]
    }
    assert weeks == {monday: ["1", "1"]}
