"""A small demo plant on each engine, loaded once and told as plain data."""

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from tests.databases import KEY, Databases, PostgresDatabases, SqliteDatabases, test_settings
from wiring_qa import create_app
from wiring_qa.cabinets.models import Cabinet
from wiring_qa.core.db import db
from wiring_qa.demo import plant
from wiring_qa.journal.models import PLANT, JournalEntry
from wiring_qa.journal.verify import verify
from wiring_qa.people.models import Person

UNTIL = datetime(2026, 3, 12, 9, 20, tzinfo=UTC)
CABINETS, WEEKS, SEED = 8, 3, 5


@dataclass(frozen=True)
class Told:
    """What a demo plant holds."""

    stages: set[str]
    acts: list[dict[str, Any]]
    journal_holds: bool
    progress: list[float]

    def of(self, type_: str) -> list[dict[str, Any]]:
        """Return the acts of a type."""
        return [act for act in self.acts if act["type"] == type_]


def told(databases: Databases) -> Told:
    """Load the demo into a fresh database and tell what is in it."""
    progress: list[float] = []
    with databases.fresh() as url, ExitStack() as after:
        app = create_app(test_settings(url), testing=True)
        after.enter_context(app.app_context())
        after.callback(db.engine.dispose)
        after.callback(db.session.remove)
        plant.load(
            cabinets=CABINETS,
            weeks=WEEKS,
            seed=SEED,
            until=UNTIL,
            progress=lambda _acts, share: progress.append(share),
        )
        stages = {stage.value for stage in db.session.scalars(select(Cabinet.cached_stage))}
        return Told(stages, _acts(), verify([KEY]).holds, progress)


def _acts() -> list[dict[str, Any]]:
    serials: dict[str, str] = dict(db.session.execute(select(Cabinet.code, Cabinet.serial)).all())
    query = select(JournalEntry, Person.name).join(Person, Person.id == JournalEntry.actor_id)
    acts = [
        {
            "chain": serials.get(entry.chain, PLANT),
            "position": entry.position,
            "type": entry.type,
            "by": name,
            "at": entry.at,
            "data": {key: value for key, value in entry.data.items() if key != "draft"},
        }
        for entry, name in db.session.execute(query)
    ]
    return sorted(acts, key=lambda act: (act["chain"], act["position"]))


@pytest.fixture(scope="session")
def on_sqlite(sqlite_databases: SqliteDatabases) -> Told:
    return told(sqlite_databases)


@pytest.fixture(scope="session")
def on_postgres(postgres_databases: PostgresDatabases) -> Told:
    return told(postgres_databases)


@pytest.fixture(params=["on_sqlite", "on_postgres"])
def demo(request: pytest.FixtureRequest) -> Told:
    found: Told = request.getfixturevalue(request.param)
    return found
