from sqlalchemy import select

from tests.plant import WIRES, Plant
from tests.tightening.story import (
    TOOL,
    confirm,
    groups,
    held,
    inspect_all,
    mark_ok,
    random_rows,
    ready,
    refused,
    sample,
    summary,
    the_round,
)
from wiring_qa.cabinets.queries import cabinet_by_code
from wiring_qa.core.db import db
from wiring_qa.journal.models import JournalEntry
from wiring_qa.tightening.queries import last_round, round_summary
from wiring_qa.tightening.sampling import rank
from wiring_qa.tightening.states import RoundReason, RoundState


def test_a_round_starts_when_the_first_inspection_of_all_rows_is_done(plant: Plant) -> None:
    inspect_all(plant, but=(14,))
    assert last_round(cabinet_by_code(plant.code).id) is None

    mark_ok(plant, 14)

    started = the_round(plant)
    assert (started.number, started.reason) == (1, RoundReason.FIRST_INSPECTION_DONE)
    assert started.cached_state is RoundState.TIGHTENING
    assert (started.lot_size, started.level, str(started.aql)[:4]) == (14, "II", "0.65")


def test_a_wide_row_without_its_second_person_holds_the_round_back(plant: Plant) -> None:
    inspect_all(plant, but=(8,))
    plant.do("mark_ok", "li", wire=8)
    assert round_summary(cabinet_by_code(plant.code).id) is None

    plant.do("confirm_as_second_person", "wang", wire=8)

    assert summary(plant).number == 1


def test_a_row_that_waits_for_a_part_holds_the_round_back(plant: Plant) -> None:
    inspect_all(plant, but=(14,))
    plant.do("mark_faulty", "li", wire=14, kind="missing_part", end="from")

    assert round_summary(cabinet_by_code(plant.code).id) is None


def test_a_faulty_row_is_inspected_and_does_not_hold_the_round_back(plant: Plant) -> None:
    inspect_all(plant, but=(14,))
    plant.do("mark_faulty", "li", wire=14, kind="loose", end="to")

    assert summary(plant).state is RoundState.TIGHTENING


def test_a_round_lists_every_device_with_its_terminations(plant: Plant) -> None:
    inspect_all(plant)

    counted = {device: group.terminations for device, group in groups(plant).items()}

    assert counted["-X1"] == 11
    assert counted["-Q1"] == 2
    assert sum(counted.values()) == 2 * len(WIRES)


def test_the_sample_is_drawn_when_all_groups_are_confirmed(plant: Plant) -> None:
    inspect_all(plant)
    *first, last = groups(plant)
    confirm(plant, *first)
    assert sample(plant) == {}
    assert the_round(plant).seed is None

    answer = confirm(plant, last)

    assert answer["state"] == "spot_check"
    assert summary(plant).sample == len(WIRES)  # 14 rows are fewer than the plan's 20, so all are checked


def test_the_draw_is_reproduced_from_the_operation_that_confirmed_the_last_group(plant: Plant) -> None:
    plant.do("set_sampling_plan", "lin", chain="plant", level="S-1", aql="6.5")
    inspect_all(plant)
    confirm(plant)

    last = db.session.scalars(
        select(JournalEntry).where(JournalEntry.chain == plant.code).order_by(JournalEntry.position.desc())
    ).first()
    assert last is not None
    assert the_round(plant).seed == str(last.id)
    free = [wire for wire, row in enumerate(WIRES, 1) if not row.sampled]
    ranked = sorted(free, key=lambda wire: rank(str(last.id), wire))
    assert random_rows(plant) == sorted(ranked[:2])


def test_each_row_says_why_it_was_drawn(plant: Plant) -> None:
    plant.do("set_sampling_plan", "lin", chain="plant", level="S-1", aql="6.5")
    inspect_all(plant, but=(13,))
    plant.do("mark_faulty", "li", wire=13, kind="dropped", end="to")
    plant.do("confirm_fix", "chen", finding=1)
    confirm(plant)

    why = {wire: row.reasons for wire, row in sample(plant).items()}

    assert why[1] == ["large", "always_sampled"]
    assert why[2] == ["always_sampled"]
    assert why[13] == ["was_dropped"]
    assert [why[wire] for wire in random_rows(plant)] == [["random"], ["random"]]
    assert len(why) == 3 + 1 + 2


def test_a_fault_that_was_taken_back_is_no_reason_to_draw_its_row(plant: Plant) -> None:
    plant.do("set_sampling_plan", "lin", chain="plant", level="S-1", aql="6.5")
    inspect_all(plant, but=(13,))
    plant.do("mark_faulty", "li", wire=13, kind="loose", end="to")
    plant.do("take_back_mark", "li", wire=13)
    mark_ok(plant, 13)
    confirm(plant)

    assert "was_loose" not in sample(plant).get(13, sample(plant)[1]).reasons


def test_a_round_passes_when_every_drawn_row_held(plant: Plant) -> None:
    inspect_all(plant)
    confirm(plant)
    *first, last = sorted(sample(plant))

    assert held(plant, *first)["state"] == "spot_check"
    assert held(plant, last)["state"] == "passed"
    found = summary(plant)
    assert (found.groups, found.confirmed, found.sample, found.spot_checked) == (10, 10, 14, 14)
    assert found.unconfirmed == ()


def test_an_inspector_asks_for_a_round_before_the_inspection_is_done(plant: Plant) -> None:
    answer = plant.do("start_round", "li")

    assert answer == {"round": 1, "state": "tightening"}
    assert the_round(plant).reason is RoundReason.ASKED
    assert refused(plant, "start_round", "li") == "round_in_progress"
    assert refused(plant, "start_round", "chen") == "not_allowed"


def test_an_inspector_asks_for_another_round_after_one_has_passed(plant: Plant) -> None:
    ready(plant)
    held(plant)

    assert plant.do("start_round", "li") == {"round": 2, "state": "tightening"}
    plant.do("confirm_group", "chen", group=groups(plant)["-Q1"].number, **TOOL)
    assert summary(plant).confirmed == 1
