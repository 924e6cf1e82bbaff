from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest

from tests.offline.tablet import operation, send
from tests.plant import Plant
from tests.tightening.story import (
    TOOL,
    confirm,
    groups,
    held,
    inspect_all,
    mend,
    refused,
    sample,
    summary,
    the_round,
)
from wiring_qa.core.db import db
from wiring_qa.tightening.models import Confirmation
from wiring_qa.tightening.remembered import remembered_setting
from wiring_qa.tightening.states import RoundState


def test_the_wirer_confirms_a_group_with_tool_and_setting(plant: Plant) -> None:
    inspect_all(plant)
    group = groups(plant)["-Q1"]

    answer = plant.do(
        "confirm_group", "chen", group=group.number, tool="driver 7", clutch_setting="5", torque_nm="1.2"
    )

    assert answer == {"group": group.number, "round": 1, "state": "tightening"}
    fact = db.session.query(Confirmation).one()
    assert (fact.tool, fact.clutch_setting, fact.torque_nm) == ("driver 7", "5", Decimal("1.20"))
    assert fact.by_id == plant.person("chen").id
    assert groups(plant)["-Q1"].cached_confirmed


def test_a_torque_has_a_decimal_comma_too_from_a_page_and_from_a_tablet(plant: Plant) -> None:
    inspect_all(plant)
    client = plant.client("chen")
    fields = {"tool": "driver 7", "torque_nm": "2,5"}

    client.post(f"/c/{plant.code}/confirm_group", data={"id": str(uuid4()), "group": "1", **fields})
    (result,) = send(client, operation(plant, "confirm_group", group=2, **fields))

    assert result["result"] == "applied"
    assert [fact.torque_nm for fact in db.session.query(Confirmation)] == [Decimal("2.50")] * 2


@pytest.mark.parametrize("setting", [{"clutch_setting": "5"}, {"torque_nm": "1.2"}])
def test_the_setting_or_the_torque_is_enough(plant: Plant, setting: dict[str, Any]) -> None:
    inspect_all(plant)

    plant.do("confirm_group", "chen", group=1, tool="by hand", **setting)

    assert summary(plant).confirmed == 1


def test_a_confirmation_without_setting_and_torque_is_refused(plant: Plant) -> None:
    inspect_all(plant)

    assert refused(plant, "confirm_group", "chen", group=1, tool="driver 7") == "setting_missing"
    assert summary(plant).confirmed == 0


@pytest.mark.parametrize("fields", [{"clutch_setting": "5"}, {"tool": "driver 7", "torque_nm": "0"}])
def test_a_confirmation_without_a_tool_or_with_no_torque_is_refused(
    plant: Plant, fields: dict[str, Any]
) -> None:
    inspect_all(plant)

    assert refused(plant, "confirm_group", "chen", group=1, **fields) == "invalid"


def test_a_group_that_the_round_does_not_have_is_refused(plant: Plant) -> None:
    inspect_all(plant)

    assert refused(plant, "confirm_group", "chen", group=99, **TOOL) == "no_group"


def test_a_group_is_not_confirmed_before_a_round_starts(plant: Plant) -> None:
    assert refused(plant, "confirm_group", "chen", group=1, **TOOL) == "no_round"


def test_a_page_from_an_earlier_round_confirms_nothing(plant: Plant) -> None:
    inspect_all(plant)

    assert refused(plant, "confirm_group", "chen", group=1, round=2, **TOOL) == "stale_round"


def test_a_confirmed_group_is_not_confirmed_again(plant: Plant) -> None:
    inspect_all(plant)
    confirm(plant, "-Q1")

    assert (
        refused(plant, "confirm_group", "chen", group=groups(plant)["-Q1"].number, **TOOL)
        == "already_confirmed"
    )


def test_an_inspector_does_not_confirm_tightening(plant: Plant) -> None:
    inspect_all(plant)

    assert refused(plant, "confirm_group", "li", group=1, **TOOL) == "not_allowed"


def test_a_confirmation_sent_twice_applies_once(plant: Plant) -> None:
    inspect_all(plant)
    number = uuid4()

    first = plant.do("confirm_group", "chen", number=number, group=1, **TOOL)
    second = plant.do("confirm_group", "chen", number=number, group=1, **TOOL)

    assert first == second
    assert db.session.query(Confirmation).count() == 1


def test_tool_and_setting_are_remembered_for_each_person(plant: Plant) -> None:
    inspect_all(plant)
    confirm(plant, "-Q1", by="chen")
    plant.do("confirm_group", "zhao", group=1, tool="by hand", torque_nm="2.5")

    chen, zhao, lin = (remembered_setting(plant.person(name).id) for name in ("chen", "zhao", "lin"))

    assert (chen.tool, chen.clutch_setting, chen.torque_nm) == ("driver 7", "5", None)
    assert (zhao.tool, zhao.clutch_setting, zhao.torque_nm) == ("by hand", None, Decimal("2.5"))
    assert lin.tool == ""


def test_a_fix_made_on_a_group_after_its_confirmation_takes_the_confirmation_back(plant: Plant) -> None:
    inspect_all(plant, but=(14,))
    plant.do("mark_faulty", "li", wire=14, kind="loose", end="to")
    confirm(plant)
    assert summary(plant).state is RoundState.SPOT_CHECK

    plant.do("confirm_fix", "chen", finding=1)

    assert summary(plant).unconfirmed == ("-X1",)
    assert summary(plant).state is RoundState.TIGHTENING
    confirm(plant, "-X1")
    assert summary(plant).state is RoundState.SPOT_CHECK


def test_a_fix_before_the_confirmation_takes_nothing_back(plant: Plant) -> None:
    inspect_all(plant, but=(14,))
    plant.do("mark_faulty", "li", wire=14, kind="loose", end="to")
    plant.do("confirm_fix", "chen", finding=1)

    confirm(plant)

    assert summary(plant).unconfirmed == ()


def test_the_fix_of_a_wrong_connection_touches_where_the_wire_was_found(plant: Plant) -> None:
    inspect_all(plant, but=(13,))
    plant.do("mark_faulty", "li", wire=13, kind="wrong", end="to", found_device="-K3", found_terminal="A2")
    confirm(plant)

    plant.do("confirm_fix", "chen", finding=1)

    assert summary(plant).unconfirmed == ("-A2", "-K3", "-X1")


def test_a_fix_after_the_round_has_passed_opens_it_again(plant: Plant) -> None:
    inspect_all(plant)
    confirm(plant)
    held(plant)
    assert summary(plant).state is RoundState.PASSED

    plant.do("mark_faulty", "li", wire=9, kind="wrong_lug", end="from")
    mend(plant, 1)

    assert summary(plant).state is RoundState.TIGHTENING
    assert summary(plant).unconfirmed == ("-A1",)
    assert the_round(plant).number == 1
    assert confirm(plant, "-A1")["state"] == "spot_check"
    assert sample(plant)[9].reasons == ["random", "reworked"]
    assert held(plant, 9)["state"] == "passed"
