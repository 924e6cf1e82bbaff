from tests.plant import Plant
from tests.tightening.story import (
    confirm,
    held,
    mend,
    random_rows,
    ready,
    refused,
    sample,
    summary,
    the_round,
)
from wiring_qa.core.db import db
from wiring_qa.tightening.models import Round
from wiring_qa.tightening.states import RoundReason, RoundState


def _accept_one(plant: Plant) -> None:
    """Let the plan of the round in progress accept one random row that moves."""
    the_round(plant).acceptance_number = 1
    db.session.commit()


def test_more_moved_rows_than_the_plan_accepts_fail_the_round_and_a_new_one_covers_everything(
    plant: Plant,
) -> None:
    ready(plant)

    answer = plant.do("spot_check_moved", "li", wire=9, end="from")

    assert (answer["round"], answer["state"]) == (1, "failed")
    new = the_round(plant)
    assert (new.number, new.reason) == (2, RoundReason.ROUND_FAILED)
    found = summary(plant)
    assert (found.state, found.confirmed, found.groups) == (RoundState.TIGHTENING, 0, 10)
    assert refused(plant, "spot_check_held", "li", wire=4) == "not_drawn"


def test_the_new_round_draws_the_row_that_moved_and_passes_when_it_holds(plant: Plant) -> None:
    ready(plant, "6.5", "S-1")
    moved = random_rows(plant)[0]
    plant.do("spot_check_moved", "li", wire=moved, end="from")
    mend(plant, 1)

    confirm(plant)

    assert sample(plant)[moved].reasons == ["was_loose"]
    assert held(plant)["state"] == "passed"
    states = [each.cached_state for each in db.session.query(Round).order_by(Round.number)]
    assert states == [RoundState.FAILED, RoundState.PASSED]


def test_a_mandatory_row_that_moves_fails_the_round_whatever_the_plan_accepts(plant: Plant) -> None:
    ready(plant)
    _accept_one(plant)

    assert plant.do("spot_check_moved", "li", wire=1, end="from")["state"] == "failed"


def test_a_random_row_within_the_plan_is_mended_tightened_and_spot_checked_anew(plant: Plant) -> None:
    ready(plant)
    _accept_one(plant)
    assert plant.do("spot_check_moved", "li", wire=9, end="from")["state"] == "spot_check"
    held(plant, *(wire for wire in sample(plant) if wire != 9))
    assert summary(plant).state is RoundState.SPOT_CHECK

    mend(plant, 1)
    assert refused(plant, "spot_check_held", "li", wire=9) == "not_tightened"
    confirm(plant, "-A1")

    assert sample(plant)[9].reasons == ["was_loose", "reworked"]
    assert held(plant, 9)["state"] == "passed"


def test_an_accepted_row_that_moves_again_fails_the_round(plant: Plant) -> None:
    ready(plant)
    _accept_one(plant)
    plant.do("spot_check_moved", "li", wire=9, end="from")
    mend(plant, 1)
    confirm(plant, "-A1")

    assert plant.do("spot_check_moved", "li", wire=9, end="from")["state"] == "failed"


def test_a_concession_settles_an_accepted_row_that_moved(plant: Plant) -> None:
    ready(plant)
    _accept_one(plant)
    plant.do("spot_check_moved", "li", wire=9, end="from")
    held(plant, *(wire for wire in sample(plant) if wire != 9))

    plant.do("grant_concession", "lin", finding=1, reason="the terminal is a spring clamp")

    assert summary(plant).state is RoundState.PASSED


def test_a_row_that_became_loose_after_the_draw_joins_the_sample(plant: Plant) -> None:
    ready(plant, "6.5", "S-1")
    outside = next(wire for wire in range(9, 15) if wire not in sample(plant))

    plant.do("mark_faulty", "li", wire=outside, kind="dropped", end="to")

    assert sample(plant)[outside].reasons == ["was_dropped"]


def test_a_random_row_that_became_loose_before_it_was_tried_is_mandatory(plant: Plant) -> None:
    ready(plant, "6.5", "S-1")
    wire = random_rows(plant)[0]

    plant.do("mark_faulty", "li", wire=wire, kind="loose", end="to")

    assert wire not in random_rows(plant)
    assert summary(plant).sample == 5
