"""What tightening costs the database does not grow with the cabinet."""

from uuid import uuid4

import pytest
from sqlalchemy import update

from tests.plant import Plant
from tests.statements import counted, grow
from tests.tightening.story import TOOL, groups, random_rows, summary
from wiring_qa.checks.kinds import RowState
from wiring_qa.checks.models import CachedRowState
from wiring_qa.core.clock import now
from wiring_qa.core.db import db
from wiring_qa.journal.registry import Entry
from wiring_qa.tightening import rounds
from wiring_qa.tightening.queries import round_summary

MOST = {"first round": 8, "draw": 36, "spot check": 36, "summary": 5}
"""The statements of each act as a whole, the journal's and the stage's among them."""


def _entry(plant: Plant) -> Entry:
    moment = now()
    return Entry(uuid4(), "mark_ok", plant.code, plant.person("li"), moment, moment, 10_000)


def test_a_mark_costs_tightening_two_statements_before_the_round_and_one_in_it(plant: Plant) -> None:
    grow(plant, 200)
    entry = _entry(plant)
    with counted() as before:
        rounds.after_operations({plant.code: entry})
    db.session.rollback()
    plant.do("start_round", "li")
    with counted() as within:
        rounds.after_operations({plant.code: entry})

    assert len(before) <= 2
    assert len(within) <= 1


def _costs(plant: Plant, wires: int) -> dict[str, int]:
    cabinet_id = grow(plant, wires)
    costs = {}
    db.session.execute(update(CachedRowState).values(state=RowState.IN_ORDER))
    db.session.commit()
    entry = _entry(plant)
    with counted() as sent:
        rounds.after_operations({plant.code: entry})
    costs["first round"] = len(sent)
    db.session.rollback()
    plant.do("start_round", "li")
    *first, last = groups(plant).values()
    for group in first:
        plant.do("confirm_group", "chen", group=group.number, **TOOL)
    with counted() as sent:
        plant.do("confirm_group", "chen", group=last.number, **TOOL)
    costs["draw"] = len(sent)
    with counted() as sent:
        plant.do("spot_check_held", "li", wire=random_rows(plant)[0])
    costs["spot check"] = len(sent)
    with counted() as sent:
        round_summary(cabinet_id)
    costs["summary"] = len(sent)
    return costs


@pytest.mark.parametrize("wires", [200, 2000])
def test_rounds_take_no_more_statements_whatever_the_number_of_wires(plant: Plant, wires: int) -> None:
    costs = _costs(plant, wires)

    assert {act: cost for act, cost in costs.items() if cost > MOST[act]} == {}
    assert summary(plant).sample == {200: 3 + 20, 2000: 3 + 125}[wires]
