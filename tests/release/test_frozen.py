"""A released record is frozen: no act on a cabinet changes it but its reopening."""

from typing import Any

from sqlalchemy import select

from tests.plant import Plant
from tests.refusals import refused
from tests.tightening.story import TOOL, held, ready
from wiring_qa.core.db import db
from wiring_qa.journal.models import ChainHead
from wiring_qa.journal.registry import all_operations

FIELDS: dict[str, dict[str, Any]] = {
    "assign_wirers": {"wirers": ["chen"]},
    "mark_ok": {"wire": 9},
    "mark_faulty": {"wire": 9, "kind": "loose", "end": "from"},
    "record_extra_wire": {"found_device": "-X1"},
    "take_back_mark": {"wire": 9},
    "confirm_as_second_person": {"wire": 7},
    "confirm_fix": {"finding": 1},
    "pass_recheck": {"finding": 1, "confirmed": ["from", "to", "pull"]},
    "fail_recheck": {"finding": 1, "note": "still loose"},
    "ask_for_table": {"finding": 1},
    "grant_concession": {"finding": 1, "reason": "agreed"},
    "start_round": {},
    "confirm_group": {"group": 1, **TOOL},
    "spot_check_held": {"wire": 9},
    "spot_check_moved": {"wire": 9, "end": "from"},
    "move_to_revision": {"revision": "B"},
    "confirm_removed_wire": {"revision": "A", "wire": 9},
    "attach_photo": {"about": "5bd1a4c7-6f0e-4d55-9d53-5a2a0c3c1f10", "sha256": "0" * 64},
}
"""Every act on a cabinet with fields that would be good on one that is not released."""


def _position(plant: Plant) -> int:
    query = select(ChainHead.position).where(ChainHead.chain == plant.code)
    return db.session.execute(query).scalar_one()


def test_every_act_on_a_released_cabinet_is_refused_and_leaves_nothing(plant: Plant) -> None:
    plant.do("mark_faulty", "li", wire=9, kind="loose", end="from")
    plant.do("confirm_fix", "chen", finding=1)
    plant.do("pass_recheck", "wang", finding=1)
    ready(plant)
    held(plant)
    plant.do("release_cabinet", "lin")
    before = _position(plant)
    codes = {act: refused(plant, act, "lin", **fields) for act, fields in FIELDS.items()}
    assert codes == dict.fromkeys(FIELDS, "released")
    assert _position(plant) == before


def test_every_act_on_a_cabinet_is_tried() -> None:
    own = {"add_cabinet", "release_cabinet", "reopen_cabinet"}
    own |= {"record_complaint", "note_correction", "close_complaint"}  # they change nothing of the record
    assert {each.type for each in all_operations() if each.on_cabinet} - own == set(FIELDS)
