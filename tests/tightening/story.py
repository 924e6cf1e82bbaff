"""What happens to the plant's cabinet before and around a tightening round."""

from typing import Any

import pytest
from sqlalchemy import select

from tests.plant import WIRES, Plant
from tests.told import told_once
from wiring_qa.cabinets.queries import cabinet_by_code
from wiring_qa.core.db import db
from wiring_qa.core.refusals import Refused
from wiring_qa.tables.models import Wire
from wiring_qa.tightening.models import Group, Round, SampleRow
from wiring_qa.tightening.queries import RoundSummary, last_round, round_summary

TOOL: dict[str, Any] = {"tool": "driver 7", "clutch_setting": "5"}


@told_once
def inspect_all(plant: Plant, *, but: tuple[int, ...] = ()) -> None:
    """Mark every row in order, as its extra checks and its second person ask for."""
    for wire, row in enumerate(WIRES, 1):
        if wire not in but:
            mark_ok(plant, wire, row.checks, wide=row.wide)


def mark_ok(plant: Plant, wire: int, checks: tuple[str, ...] = (), *, wide: bool = False) -> None:
    plant.do("mark_ok", "li", wire=wire, confirmed=list(checks))
    if wide:
        plant.do("confirm_as_second_person", "wang", wire=wire)


@told_once
def ready(plant: Plant, aql: str = "0.65", level: str = "II") -> None:
    """Bring the cabinet to its spot check, under a sampling plan."""
    plant.do("set_sampling_plan", "lin", chain="plant", level=level, aql=aql)
    inspect_all(plant)
    confirm(plant)


def refused(plant: Plant, act: str, by: str, **fields: Any) -> str:
    """Return the code with which an act is refused."""
    with pytest.raises(Refused) as caught:
        plant.do(act, by, **fields)
    return caught.value.refusal.code


def groups(plant: Plant) -> dict[str, Group]:
    """Return the last round's groups by device."""
    query = select(Group).where(Group.round_id == the_round(plant).id).order_by(Group.number)
    return {group.device: group for group in db.session.scalars(query)}


@told_once
def confirm(plant: Plant, *devices: str, by: str = "chen") -> Any:
    """Confirm the groups of devices, or all that are left."""
    answer = None
    found = groups(plant)
    for device in devices or [device for device, group in found.items() if not group.cached_confirmed]:
        answer = plant.do("confirm_group", by, group=found[device].number, **TOOL)
    return answer


def the_round(plant: Plant) -> Round:
    found = last_round(cabinet_by_code(plant.code).id)
    assert found is not None
    return found


def summary(plant: Plant) -> RoundSummary:
    found = round_summary(cabinet_by_code(plant.code).id)
    assert found is not None
    return found


def sample(plant: Plant) -> dict[int, SampleRow]:
    """Return the last drawn row of each wire, by the wire's sequence."""
    query = (
        select(Wire.sequence, SampleRow)
        .join(SampleRow, SampleRow.wire_id == Wire.id)
        .where(SampleRow.round_id == the_round(plant).id)
        .order_by(SampleRow.id)
    )
    return {row[0]: row[1] for row in db.session.execute(query)}


def random_rows(plant: Plant) -> list[int]:
    """Return the sequences of the rows that chance alone drew."""
    return sorted(sequence for sequence, row in sample(plant).items() if row.is_random)


@told_once
def held(plant: Plant, *wires: int, by: str = "li") -> Any:
    """Record that rows held, or all of the sample."""
    answer = None
    for wire in wires or sorted(sample(plant)):
        answer = plant.do("spot_check_held", by, wire=wire)
    return answer


def mend(plant: Plant, finding: int, *, recheck: bool = True) -> None:
    """Fix a finding and recheck it."""
    plant.do("confirm_fix", "chen", finding=finding)
    if recheck:
        plant.do("pass_recheck", "li", finding=finding, confirmed=["from", "to", "pull"])
