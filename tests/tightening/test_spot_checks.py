from decimal import Decimal

from tests.plant import Plant
from tests.tightening.story import confirm, held, inspect_all, mend, ready, refused, sample
from wiring_qa.core.db import db
from wiring_qa.findings.kinds import End, Kind, Origin
from wiring_qa.findings.models import Finding
from wiring_qa.tightening.models import SpotCheck
from wiring_qa.tightening.states import SpotResult


def test_a_row_that_held_is_recorded_with_the_measured_torque(plant: Plant) -> None:
    ready(plant)

    answer = plant.do("spot_check_held", "li", wire=4, torque_nm="1.15")

    assert answer == {"wire": 4, "result": "held", "round": 1, "state": "spot_check"}
    fact = db.session.query(SpotCheck).one()
    assert (fact.result, fact.torque_nm, fact.finding_id) == (SpotResult.HELD, Decimal("1.15"), None)


def test_a_row_that_moves_raises_a_loose_finding(plant: Plant) -> None:
    ready(plant)

    answer = plant.do("spot_check_moved", "li", wire=4, end="to")

    finding = db.session.query(Finding).one()
    assert answer["finding"] == finding.number == 1
    assert (finding.kind, finding.end, finding.origin) == (Kind.LOOSE, End.TO, Origin.SPOT_CHECK)
    assert finding.device == "-X1"
    assert db.session.query(SpotCheck).one().finding_id == finding.id


def test_a_row_that_moves_names_the_end(plant: Plant) -> None:
    ready(plant)

    assert refused(plant, "spot_check_moved", "li", wire=4) == "invalid"
    assert db.session.query(SpotCheck).count() == 0


def test_a_row_is_spot_checked_once(plant: Plant) -> None:
    ready(plant)
    held(plant, 4)

    assert refused(plant, "spot_check_held", "li", wire=4) == "already_checked"


def test_a_row_outside_the_sample_is_not_spot_checked(plant: Plant) -> None:
    ready(plant, "6.5", "S-1")
    outside = next(wire for wire in range(1, 15) if wire not in sample(plant))

    assert refused(plant, "spot_check_held", "li", wire=outside) == "not_drawn"
    assert refused(plant, "spot_check_held", "li", wire=99) == "no_wire"


def test_nothing_is_spot_checked_before_all_groups_are_confirmed(plant: Plant) -> None:
    assert refused(plant, "spot_check_held", "li", wire=4) == "no_round"
    inspect_all(plant)
    assert refused(plant, "spot_check_held", "li", wire=4) == "not_drawn"


def test_a_reworked_group_is_tightened_before_its_rows_are_spot_checked(plant: Plant) -> None:
    ready(plant)
    plant.do("mark_faulty", "li", wire=14, kind="wrong_lug", end="from")
    mend(plant, 1)

    assert refused(plant, "spot_check_held", "li", wire=13) == "not_tightened"
    confirm(plant, "-A2")
    held(plant, 13)


def test_whoever_confirmed_a_group_does_not_spot_check_it(plant: Plant) -> None:
    inspect_all(plant)
    confirm(plant, "-X1", by="lin")
    confirm(plant)

    assert refused(plant, "spot_check_held", "lin", wire=4) == "own_group"  # -K1 is Chen's, -X1 is Lin's
    held(plant, 1, by="lin")
    held(plant, 4, by="li")


def test_a_confirmation_that_was_taken_back_still_counts_as_ones_own(plant: Plant) -> None:
    inspect_all(plant, but=(14,))
    plant.do("mark_faulty", "li", wire=14, kind="loose", end="from")
    confirm(plant, "-A2", by="lin")
    plant.do("confirm_fix", "zhao", finding=1)
    confirm(plant)

    assert refused(plant, "spot_check_held", "lin", wire=13) == "own_group"


def test_a_wirer_does_not_spot_check(plant: Plant) -> None:
    ready(plant)

    assert refused(plant, "spot_check_held", "zhao", wire=4) == "not_allowed"
