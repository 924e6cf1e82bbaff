"""No sequence of acts releases a cabinet while a rule of the gate is broken."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.databases import SqliteDatabases, test_settings as settings_for
from tests.release.gate import broken_rules
from tests.release.life import Life
from tests.release.worlds import Worlds
from wiring_qa import create_app
from wiring_qa.cabinets.kinds import Stage
from wiring_qa.cabinets.queries import cabinet_by_code
from wiring_qa.core.db import db
from wiring_qa.release.facts import facts_of
from wiring_qa.release.rules import blockers


@pytest.fixture(scope="module")
def worlds(sqlite_databases: SqliteDatabases) -> Iterator[Worlds]:
    with sqlite_databases.fresh() as url:
        app = create_app(settings_for(url), testing=True)
        with app.app_context():
            yield Worlds(app)
            db.session.remove()
            db.engine.dispose()


def test_no_sequence_of_acts_releases_a_cabinet_while_a_rule_is_broken(worlds: Worlds) -> None:
    Life.worlds = worlds
    chance = settings(
        max_examples=50, stateful_step_count=16, deadline=None, suppress_health_check=list(HealthCheck)
    )
    run_state_machine_as_test(Life, settings=chance)


@pytest.mark.parametrize(
    ("world", "stage", "codes", "broken"),
    [
        ("new", Stage.INSPECTING, ["rows_left", "no_round"], 14 + 1),
        ("spot_check", Stage.SPOT_CHECK, ["not_spot_checked"], 14),
        ("rechecking", Stage.RECHECKING, ["not_rechecked"], 2),
        ("ready", Stage.READY, [], 0),
    ],
)
def test_what_chance_begins_with_lacks_what_it_is_said_to(
    worlds: Worlds, world: str, stage: Stage, codes: list[str], broken: int
) -> None:
    worlds.go_back_to(world)
    cabinet = cabinet_by_code(worlds.plant.code)
    assert cabinet.cached_stage is stage
    assert [each.code for each in blockers(facts_of(cabinet.id))] == codes
    assert len(broken_rules(cabinet)) == broken
