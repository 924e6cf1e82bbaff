import pytest
from flask import Flask

from tests.plant import Plant
from tests.refusals import refused
from tests.tightening.story import held, inspect_all, ready
from wiring_qa.cabinets.kinds import Stage
from wiring_qa.cabinets.queries import cabinet_by_code
from wiring_qa.release.facts import facts_of
from wiring_qa.release.rules import CabinetFacts, blockers, stage
from wiring_qa.release.standing import standing_of
from wiring_qa.tightening.states import RoundState

DONE = CabinetFacts(rows=14, round_state=RoundState.PASSED)


def standing(plant: Plant) -> tuple[Stage, list[str]]:
    facts = facts_of(cabinet_by_code(plant.code).id)
    return cabinet_by_code(plant.code).cached_stage, [each.code for each in blockers(facts)]


@pytest.mark.parametrize(
    ("facts", "expected", "codes"),
    [
        (DONE, Stage.READY, []),
        (CabinetFacts(14, left=1, round_state=RoundState.PASSED), Stage.INSPECTING, ["rows_left"]),
        (CabinetFacts(14, without_second=1), Stage.INSPECTING, ["second_person", "no_round"]),
        (
            CabinetFacts(14, waiting=2, open_findings=1, round_state=RoundState.PASSED),
            Stage.FIXING,
            ["waiting_for_part", "open_findings"],
        ),
        (
            CabinetFacts(14, fixed_findings=1, round_state=RoundState.PASSED),
            Stage.RECHECKING,
            ["not_rechecked"],
        ),
        (CabinetFacts(14), Stage.TIGHTENING, ["no_round"]),
        (
            CabinetFacts(14, round_state=RoundState.TIGHTENING, groups_left=3),
            Stage.TIGHTENING,
            ["not_tightened"],
        ),
        (
            CabinetFacts(14, round_state=RoundState.SPOT_CHECK, samples_left=3),
            Stage.SPOT_CHECK,
            ["not_spot_checked"],
        ),
        (CabinetFacts(14, round_state=RoundState.FAILED), Stage.TIGHTENING, ["round_failed"]),
        (CabinetFacts(14, left=1, is_released=True), Stage.RELEASED, ["rows_left", "no_round"]),
    ],
)
def test_the_stage_is_the_first_work_that_is_not_done(
    facts: CabinetFacts, expected: Stage, codes: list[str]
) -> None:
    assert stage(facts) is expected
    assert [blocker.code for blocker in blockers(facts)] == codes


def test_the_stage_follows_the_facts_from_the_first_row_to_the_release(plant: Plant) -> None:
    assert standing(plant) == (Stage.INSPECTING, ["rows_left", "no_round"])
    inspect_all(plant, but=(9,))
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    assert standing(plant) == (Stage.FIXING, ["open_findings", "not_tightened"])
    plant.do("confirm_fix", "chen", finding=1)
    assert standing(plant)[0] is Stage.RECHECKING
    plant.do("pass_recheck", "wang", finding=1)
    assert standing(plant) == (Stage.TIGHTENING, ["not_tightened"])


def test_a_cabinet_that_nothing_blocks_is_released_and_its_record_frozen(plant: Plant) -> None:
    ready(plant)
    assert refused(plant, "release_cabinet", "lin") == "blocked"
    held(plant)
    assert standing(plant) == (Stage.READY, [])
    assert refused(plant, "release_cabinet", "li") == "not_allowed"
    plant.do("release_cabinet", "lin", note="shipped on Friday")
    assert standing(plant)[0] is Stage.RELEASED
    assert refused(plant, "mark_ok", "li", wire=9) == "released"
    assert refused(plant, "mark_faulty", "li", wire=9, kind="loose", end="from") == "released"
    assert refused(plant, "release_cabinet", "lin") == "already_released"


def test_a_lead_reopens_a_released_cabinet_with_a_reason(plant: Plant) -> None:
    ready(plant)
    held(plant)
    assert refused(plant, "reopen_cabinet", "lin", reason="early") == "not_released"
    plant.do("release_cabinet", "lin")
    assert refused(plant, "reopen_cabinet", "lin") == "invalid"
    plant.do("reopen_cabinet", "lin", reason="customer found a loose wire")
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    assert standing(plant)[0] is Stage.FIXING


def test_blockers_are_told_in_words_with_the_page_that_clears_them(app: Flask, plant: Plant) -> None:
    page = plant.client("lin").get(f"/c/{plant.code}/release").get_data(as_text=True)
    assert "Rows without a check in order: 14" in page
    assert f"/c/{plant.code}/walk?show=left" in page
    with app.test_request_context():
        told = standing_of(cabinet_by_code(plant.code))
    assert (told["stage"], told["rows"], told["checked"]) == ("inspecting", 14, 0)
    assert told["blockers"][0]["url"].endswith(f"/c/{plant.code}/walk")
