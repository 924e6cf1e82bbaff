"""Unchanged rows keep their checks, changed and added ones need a new one, removed wires are confirmed."""

from tests.plant import REVISION, Plant
from tests.refusals import refused
from tests.revisions.world import NEXT, add_revision, move, states, the_cabinet, to_remove
from tests.tightening.story import inspect_all
from wiring_qa.cabinets.kinds import Stage
from wiring_qa.checks.kinds import RowState
from wiring_qa.release.facts import facts_of
from wiring_qa.release.rules import blockers

ADDED = {"number": "201", "from_device": "-A2", "from_terminal": "3", "to_terminal": "12"}


def codes(plant: Plant) -> list[str]:
    return [each.code for each in blockers(facts_of(the_cabinet(plant).id))]


def test_unchanged_rows_keep_their_checks(plant: Plant) -> None:
    inspect_all(plant)
    add_revision(changed={9: {"colour": "RD"}})
    answer = move(plant)
    assert (answer["kept"], answer["to_check"], answer["to_remove"]) == (13, 1, 0)
    found = states(plant)
    assert found.pop(9) is RowState.TODO
    assert set(found.values()) == {RowState.IN_ORDER}


def test_changed_and_added_rows_need_a_new_check(plant: Plant) -> None:
    inspect_all(plant)
    add_revision(changed={9: {"from_terminal": "9"}}, added=(ADDED,))
    move(plant)
    assert [place for place, state in states(plant).items() if state is RowState.TODO] == [9, 15]
    assert the_cabinet(plant).cached_stage is Stage.INSPECTING
    plant.do("mark_ok", "wang", wire=9)
    plant.do("mark_ok", "wang", wire=15)
    assert set(states(plant).values()) == {RowState.IN_ORDER}


def test_what_a_check_does_not_confirm_asks_for_none(plant: Plant) -> None:
    inspect_all(plant)
    add_revision(changed={9: {"remark": "door side", "page": "14"}})
    assert move(plant)["to_check"] == 0
    assert set(states(plant).values()) == {RowState.IN_ORDER}


def test_a_removed_wire_blocks_until_an_inspector_confirms_that_it_is_gone(plant: Plant) -> None:
    inspect_all(plant)
    add_revision(removed=(14,))
    move(plant)
    assert to_remove(plant) == [14]
    assert "removed_wires" in codes(plant)
    plant.do("confirm_removed_wire", "li", revision=REVISION, wire=14)
    assert to_remove(plant) == []
    assert "removed_wires" not in codes(plant)
    assert refused(plant, "confirm_removed_wire", "li", revision=REVISION, wire=14) == "already_removed"
    assert refused(plant, "confirm_removed_wire", "li", revision=REVISION, wire=9) == "not_removed"


def test_a_fault_of_a_removed_wire_stays_open_until_it_is_gone(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=14, kind="loose", end="from")
    add_revision(removed=(14,))
    move(plant)
    assert "open_findings" in codes(plant)
    plant.do("confirm_removed_wire", "wang", revision=REVISION, wire=14)
    assert "open_findings" not in codes(plant)


def test_nobody_confirms_removed_what_settles_their_own_fix(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=14, kind="loose", end="from")
    plant.do("confirm_fix", "lin", finding=1)
    add_revision(removed=(14,))
    move(plant, by="root")
    assert refused(plant, "confirm_removed_wire", "lin", revision=REVISION, wire=14) == "own_fix"
    plant.do("confirm_removed_wire", "li", revision=REVISION, wire=14)
    assert "fixed_findings" not in codes(plant)


def test_a_wire_that_was_removed_and_comes_back_is_checked_anew(plant: Plant) -> None:
    inspect_all(plant)
    add_revision(removed=(14,))
    move(plant)
    plant.do("confirm_removed_wire", "li", revision=REVISION, wire=14)
    answer = move(plant, REVISION)
    assert (answer["kept"], answer["to_check"]) == (13, 1)
    assert states(plant)[14] is RowState.TODO


def test_a_fault_goes_on_with_its_row_and_is_mended_there(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    add_revision(removed=(1,))
    move(plant)
    assert states(plant)[8] is RowState.FAULTY
    plant.do("confirm_fix", "chen", finding=1)
    plant.do("pass_recheck", "wang", finding=1, confirmed=["from", "to", "pull"])
    assert states(plant)[8] is RowState.IN_ORDER


def test_a_recheck_of_an_older_fault_is_no_check_of_a_changed_row(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    add_revision(changed={9: {"colour": "RD"}})
    move(plant)
    plant.do("confirm_fix", "chen", finding=1)
    plant.do("pass_recheck", "wang", finding=1, confirmed=["from", "to", "pull"])
    assert states(plant)[9] is RowState.TODO
    plant.do("mark_ok", "wang", wire=9)
    assert states(plant)[9] is RowState.IN_ORDER


def test_ends_exchanged_are_the_same_wire(plant: Plant) -> None:
    inspect_all(plant)
    turned = {"from_device": "-X1", "from_terminal": "6", "to_device": "-A1", "to_terminal": "1"}
    add_revision(changed={9: turned})
    assert move(plant)["to_check"] == 0


def test_a_cabinet_is_moved_by_a_lead_to_another_revision_of_its_model(plant: Plant) -> None:
    add_revision()
    assert refused(plant, "move_to_revision", "lin", revision="Z") == "no_table"
    assert refused(plant, "move_to_revision", "lin", revision=REVISION) == "already_there"
    assert refused(plant, "move_to_revision", "lin", revision=NEXT, from_revision="older") == "stale_revision"
    assert refused(plant, "move_to_revision", "li", revision=NEXT) == "not_allowed"
    move(plant)
    assert the_cabinet(plant).table.revision == NEXT


def test_the_own_mark_is_taken_back_after_the_move_too(plant: Plant) -> None:
    plant.do("mark_ok", "li", wire=10)
    add_revision(removed=(1,))
    move(plant)
    assert states(plant)[9] is RowState.IN_ORDER
    plant.do("take_back_mark", "li", wire=9)
    assert states(plant)[9] is RowState.TODO
