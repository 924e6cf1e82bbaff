"""What is counted as it happens is what a count of all facts finds."""

from typing import Any

import pytest
from sqlalchemy import select

from tests.plant import Plant
from tests.revisions.world import add_revision
from tests.tightening.story import confirm, held, inspect_all, mend, ready, sample
from wiring_qa.checks.tallies import CachedFirstChecks
from wiring_qa.core.db import Base, db
from wiring_qa.tightening.tallies import CachedSpotChecks
from wiring_qa.trends.recount import recount


def kept(table: type[Base]) -> list[tuple[Any, ...]]:
    db.session.rollback()
    return sorted(tuple(row) for row in db.session.execute(select(*table.__table__.columns)))


def counted_as_kept() -> tuple[int, int]:
    before = kept(CachedFirstChecks), kept(CachedSpotChecks)
    counts = recount()
    assert (kept(CachedFirstChecks), kept(CachedSpotChecks)) == before
    return counts


@pytest.mark.usefixtures("plant")
def test_nothing_is_counted_before_the_first_mark() -> None:
    assert counted_as_kept() == (0, 0)


def test_a_row_is_counted_once_however_often_it_is_marked(plant: Plant) -> None:
    plant.do("mark_ok", "li", wire=9)
    plant.do("take_back_mark", "li", wire=9)
    plant.do("mark_ok", "wang", wire=9)
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    assert counted_as_kept() == (1, 0)
    assert kept(CachedFirstChecks)[0][-1] == 1


def test_both_rows_of_a_swapped_pair_are_counted(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="wrong", end="to", swapped_with=10)
    assert counted_as_kept() == (2, 0)


def test_rows_are_counted_by_category_and_inspector(plant: Plant) -> None:
    inspect_all(plant, but=(9,))
    plant.do("mark_faulty", "wang", wire=9, kind="loose", end="from")
    assert counted_as_kept() == (14, 0)
    assert len({each.by_id for each in db.session.scalars(select(CachedFirstChecks))}) == 2


def test_a_row_that_a_revision_continues_is_not_counted_again(plant: Plant) -> None:
    plant.do("mark_ok", "li", wire=9)
    plant.do("mark_ok", "li", wire=10)
    add_revision("A/3", changed={9: {"colour": "RD"}}, removed=(14,))
    plant.do("move_to_revision", "lin", revision="A/3")
    plant.do("mark_ok", "li", wire=9)
    plant.do("mark_ok", "li", wire=11)
    assert counted_as_kept() == (3, 0)


def test_both_ends_of_a_spot_check_are_counted_with_their_tool(plant: Plant) -> None:
    ready(plant)
    first, second, *rest = sorted(sample(plant))
    plant.do("spot_check_moved", "li", wire=first, end="from")
    mend(plant, 1)
    confirm(plant)
    held(plant, second, *rest)
    _rows, terminations = counted_as_kept()
    assert terminations == 2 * (2 + len(rest))
    found = db.session.scalars(select(CachedSpotChecks)).all()
    assert {(each.tool, each.setting) for each in found} == {("driver 7", "5")}
    assert sum(each.moved for each in found) == 1


def test_a_torque_is_a_setting_too(plant: Plant) -> None:
    inspect_all(plant)
    plant.do("confirm_group", "chen", group=1, tool="wrench", torque_nm="2.50")
    confirm(plant)
    held(plant)
    assert counted_as_kept()[1]
    found = {(each.tool, each.setting) for each in db.session.scalars(select(CachedSpotChecks))}
    assert ("wrench", "2.5 N·m") in found
