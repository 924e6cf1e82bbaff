"""A mark that was made against an earlier revision counts where the row is the same since."""

from tests.plant import REVISION, Plant
from tests.refusals import refused
from tests.revisions.world import NEXT, add_revision, move, states
from wiring_qa.checks.kinds import RowState


def test_a_late_mark_counts_on_the_row_that_continues_it(plant: Plant) -> None:
    add_revision(removed=(1,))
    move(plant)
    plant.do("mark_ok", "li", wire=10, revision=REVISION)
    assert [place for place, state in states(plant).items() if state is RowState.IN_ORDER] == [9]


def test_a_late_fault_is_raised_on_the_row_that_continues_it(plant: Plant) -> None:
    add_revision(removed=(1,))
    move(plant)
    plant.do("mark_faulty", "li", wire=10, kind="loose", end="from", revision=REVISION)
    assert states(plant)[9] is RowState.FAULTY


def test_a_late_mark_of_a_changed_row_is_refused(plant: Plant) -> None:
    add_revision(changed={10: {"colour": "RD"}})
    move(plant)
    assert refused(plant, "mark_ok", "li", wire=10, revision=REVISION) == "row_revised"
    plant.do("mark_ok", "li", wire=10, revision=NEXT)
    assert states(plant)[10] is RowState.IN_ORDER


def test_a_late_mark_of_a_removed_row_is_refused(plant: Plant) -> None:
    add_revision(removed=(14,))
    move(plant)
    assert refused(plant, "mark_ok", "li", wire=14, revision=REVISION) == "row_removed"
    assert refused(plant, "mark_ok", "li", wire=14, revision="unheard of") == "no_wire"


def test_a_late_mark_of_a_row_that_changed_before_it_counts(plant: Plant) -> None:
    add_revision(changed={10: {"colour": "RD"}})
    move(plant)
    add_revision("A/4", changed={10: {"colour": "RD"}}, removed=(1,))
    move(plant, "A/4")
    plant.do("mark_ok", "li", wire=10, revision=NEXT)
    assert states(plant)[9] is RowState.IN_ORDER
