"""Where a new revision loosens or makes a termination, its tightening is confirmed and spot-checked anew."""

from sqlalchemy import select

from tests.plant import Plant
from tests.revisions.test_moving import ADDED
from tests.revisions.world import add_revision, move, the_cabinet
from tests.tightening.story import confirm, groups, held, ready, sample, summary, the_round
from wiring_qa.cabinets.kinds import Stage
from wiring_qa.core.db import db
from wiring_qa.tightening.models import Group, SampleRow
from wiring_qa.tightening.states import RoundState


def unconfirmed(plant: Plant) -> list[str]:
    return [
        device for device, group in groups(plant).items() if group.is_there and not group.cached_confirmed
    ]


def test_a_change_of_the_rows_takes_the_confirmations_of_their_devices_back(plant: Plant) -> None:
    ready(plant)
    held(plant)
    assert the_cabinet(plant).cached_stage is Stage.READY
    add_revision(changed={9: {"colour": "RD"}})
    move(plant)
    assert unconfirmed(plant) == ["-A1", "-X1"]
    assert the_round(plant).cached_state is RoundState.TIGHTENING


def test_a_change_that_touches_no_termination_leaves_the_tightening(plant: Plant) -> None:
    ready(plant)
    held(plant)
    add_revision(changed={9: {"number": "1090", "remark": "relabelled"}})
    move(plant)
    assert unconfirmed(plant) == []
    plant.do("mark_ok", "wang", wire=9)
    assert the_cabinet(plant).cached_stage is Stage.READY


def test_a_reworked_row_is_spot_checked_again(plant: Plant) -> None:
    ready(plant)
    held(plant)
    drawn = sorted(sample(plant))
    add_revision(changed={drawn[-1]: {"from_lug": "ring M5"}})
    move(plant)
    plant.do("mark_ok", "wang", wire=drawn[-1], confirmed=["label", "colour", "lug", "size"])
    confirm(plant)
    assert summary(plant).state is RoundState.SPOT_CHECK
    held(plant, drawn[-1])
    assert summary(plant).state is RoundState.PASSED


def test_a_new_device_gets_a_group_and_one_that_is_gone_asks_for_nothing(plant: Plant) -> None:
    ready(plant)
    held(plant)
    add_revision(removed=(13, 14), added=({**ADDED, "from_device": "-B7"},))
    move(plant)
    found = groups(plant)
    assert found["-B7"].terminations == 1
    assert found["-A2"].terminations == 0
    assert unconfirmed(plant) == ["-B7"] or set(unconfirmed(plant)) == {"-X1", "-B7"}
    assert summary(plant).groups == len([group for group in found.values() if group.is_there])


def test_an_added_row_joins_the_sample(plant: Plant) -> None:
    ready(plant)
    held(plant)
    add_revision(added=(ADDED,))
    move(plant)
    plant.do("mark_ok", "wang", wire=15)
    confirm(plant)
    rows = db.session.scalars(
        select(SampleRow).where(SampleRow.round_id == the_round(plant).id).order_by(SampleRow.id.desc())
    ).all()
    assert rows[0].reasons == ["revised"]
    held(plant, 15)
    assert the_cabinet(plant).cached_stage is Stage.READY


def test_a_drawn_row_that_is_removed_before_it_was_tried_is_replaced(plant: Plant) -> None:
    plant.do("set_sampling_plan", "lin", chain="plant", level="S-1", aql="6.5")
    ready(plant, aql="6.5", level="S-1")
    before = summary(plant).sample
    lost = max(place for place, row in sample(plant).items() if row.is_random)
    add_revision(removed=(lost,))
    move(plant)
    table = the_cabinet(plant).table
    plant.do("confirm_removed_wire", "li", revision="A/2", wire=lost)
    confirm(plant)
    assert table.revision == "A/3"
    assert summary(plant).sample == before


def test_groups_follow_the_table_only_of_the_last_round(plant: Plant) -> None:
    ready(plant)
    held(plant)
    plant.do("start_round", "li")
    add_revision(added=({**ADDED, "from_device": "-B7"},))
    move(plant)
    query = select(Group.round_id).where(Group.device == "-B7")
    assert list(db.session.scalars(query)) == [the_round(plant).id]
