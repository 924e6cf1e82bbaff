import re
from decimal import Decimal
from typing import Any

import pytest

from tests.plant import Plant
from tests.tightening.story import inspect_all, refused, the_round
from wiring_qa.tightening import seeds, torque
from wiring_qa.tightening.operations.set_torques import field_of
from wiring_qa.tightening.queries import sampling_choice, thread_torques
from wiring_qa.tightening.threads import thread_at

TORQUES: dict[str, Any] = {field_of(each.thread): "1" for each in torque.TORQUES}


def test_a_new_plant_starts_with_level_two_and_the_torques_of_the_table(plant: Plant) -> None:
    seeds.seed()  # what is there already stays

    assert (sampling_choice().level, sampling_choice().aql) == ("II", Decimal("0.65"))
    assert [(row.thread, row.torque_nm) for row in thread_torques()][3] == ("M4", Decimal("1.2"))
    assert plant.person("lin").may("set_sampling_plan")


def test_a_lead_sets_the_sampling_plan_for_the_next_round(plant: Plant) -> None:
    answer = plant.do("set_sampling_plan", "lin", chain="plant", level="S-1", aql="6.5")
    inspect_all(plant)

    assert answer == {"level": "S-1", "aql": "6.5"}
    round_ = the_round(plant)
    assert (round_.level, round_.aql, round_.sample_size, round_.acceptance_number) == (
        "S-1",
        Decimal("6.5"),
        2,
        0,
    )


def test_a_round_in_progress_keeps_its_plan(plant: Plant) -> None:
    inspect_all(plant)
    plant.do("set_sampling_plan", "lin", chain="plant", level="S-1", aql="6.5")

    assert the_round(plant).level == "II"


@pytest.mark.parametrize(("level", "aql"), [("IV", "0.65"), ("II", "0.7"), ("II", "NaN"), ("", "")])
def test_a_plan_that_the_standard_does_not_have_is_refused(plant: Plant, level: str, aql: str) -> None:
    code = refused(plant, "set_sampling_plan", "lin", chain="plant", level=level, aql=aql)

    assert code == "invalid"
    assert sampling_choice().level == "II"


def test_only_a_lead_sets_plan_and_torques(plant: Plant) -> None:
    assert refused(plant, "set_sampling_plan", "li", chain="plant", level="I", aql="1.0") == "not_allowed"
    assert refused(plant, "set_torques", "chen", chain="plant", **TORQUES) == "not_allowed"
    assert plant.client("li").get("/settings/sampling").status_code == 403


def test_a_lead_edits_the_torques_and_is_named_as_the_source(plant: Plant) -> None:
    same: dict[str, Any] = {field_of(row.thread): str(row.torque_nm) for row in thread_torques()}

    answer = plant.do("set_torques", "lin", chain="plant", **{**same, "m4": "1.4"})

    assert answer == {"changed": {"M4": "1.4"}}
    rows = {row.thread: row for row in thread_torques()}
    assert (rows["M4"].torque_nm, rows["M4"].source) == (Decimal("1.4"), {"set_by": "lin"})
    assert rows["M3"].source["is_assumed"] is True


def test_a_torque_that_is_missing_or_out_of_range_is_refused(plant: Plant) -> None:
    assert refused(plant, "set_torques", "lin", chain="plant", **{**TORQUES, "m4": "0"}) == "invalid"
    assert refused(plant, "set_torques", "lin", chain="plant", m4="1") == "invalid"


def test_the_settings_show_what_the_plan_asks_for_and_mark_assumed_torques(plant: Plant) -> None:
    page = re.sub(r"\s+", " ", plant.client("lin").get("/settings/sampling").text)

    assert '<option value="II" selected>' in page
    assert '<option value="0.65" selected>' in page
    assert '<td class="number">2,000</td> <td class="number">125</td> <td class="number">2</td>' in page
    assert "M3 †" in page
    assert "M4 †" not in page
    assert 'name="m3_5" value="0.8' in page


@pytest.mark.parametrize(
    ("extra", "remark", "at_from", "thread"),
    [
        ({"screw": "M4"}, None, True, "M4"),
        ({"screw from": "M4", "screw to": "M6"}, None, True, "M4"),
        ({"screw from": "M4", "screw to": "M6"}, None, False, "M6"),
        ({"起点螺钉": "M3", "终点螺钉": "M5"}, None, False, "M5"),
        ({"torque": "M8"}, None, True, "M8"),
        ({"colour": "red"}, "terminal M3.5", True, "M3.5"),
        ({}, "to motor -M4", True, None),
        ({}, None, True, None),
    ],
)
def test_the_thread_of_an_end_is_told_where_the_table_names_it(
    extra: dict[str, str], remark: str | None, at_from: bool, thread: str | None
) -> None:
    assert thread_at(extra, remark, at_from=at_from) == thread
