from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.demo.conftest import UNTIL, WEEKS, Told
from wiring_qa.cabinets.kinds import Stage


def test_every_stage_occurs(demo: Told) -> None:
    assert demo.stages == {stage.value for stage in Stage}


def test_the_journal_holds(demo: Told) -> None:
    assert demo.journal_holds


def test_the_same_seed_tells_the_same_story(on_sqlite: Told, on_postgres: Told) -> None:
    assert on_sqlite.acts == on_postgres.acts


@pytest.mark.parametrize(
    "type_",
    [
        "import_table",
        "mark_faulty",
        "take_back_mark",
        "confirm_as_second_person",
        "record_extra_wire",
        "grant_concession",
        "fail_recheck",
        "pass_recheck",
        "spot_check_moved",
        "release_cabinet",
        "reopen_cabinet",
    ],
)
def test_every_kind_of_act_occurs(on_sqlite: Told, type_: str) -> None:
    assert on_sqlite.of(type_)


def test_a_swapped_pair_and_a_missing_part_occur(on_sqlite: Told) -> None:
    faults = [act["data"] for act in on_sqlite.of("mark_faulty")]
    assert any("swapped_with" in fault for fault in faults)
    assert any(fault["kind"] == "missing_part" for fault in faults)


def test_each_cabinet_is_told_in_the_order_of_the_clock(on_sqlite: Told) -> None:
    chains = {act["chain"] for act in on_sqlite.acts}
    for chain in chains:
        moments = [act["at"] for act in on_sqlite.acts if act["chain"] == chain]
        assert moments == sorted(moments), chain


def test_the_history_fills_its_weeks_and_ends_now(on_sqlite: Told) -> None:
    moments = [act["at"] for act in on_sqlite.acts]
    assert max(moments) <= UNTIL
    assert UNTIL - timedelta(days=1) < max(moments)
    assert timedelta(weeks=WEEKS) - timedelta(days=2) < UNTIL - min(moments) <= timedelta(weeks=WEEKS)


def test_people_work_by_day_and_not_on_sundays(on_sqlite: Told) -> None:
    here = [act["at"].astimezone(ZoneInfo("Asia/Shanghai")) for act in on_sqlite.acts]
    assert {moment.hour for moment in here} <= set(range(7, 18))
    assert 6 not in {moment.weekday() for moment in here}


def test_progress_goes_from_the_beginning_to_the_end(on_sqlite: Told) -> None:
    assert on_sqlite.progress == sorted(on_sqlite.progress)
    assert on_sqlite.progress[0] < 0.5 < on_sqlite.progress[-1] <= 1
