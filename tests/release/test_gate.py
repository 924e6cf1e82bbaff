"""Random sequences of acts never reach a release while a rule of the gate is broken."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings, strategies as st
from sqlalchemy import select

from tests.databases import SqliteDatabases, test_settings as settings_for
from tests.plant import MODEL, REVISION, WIRES, Plant
from tests.release.gate import broken_rules
from wiring_qa import create_app
from wiring_qa.cabinets import codes
from wiring_qa.cabinets.kinds import Stage
from wiring_qa.cabinets.queries import cabinet_by_code
from wiring_qa.core.db import db
from wiring_qa.core.refusals import Refused
from wiring_qa.findings.models import Finding
from wiring_qa.release.facts import facts_of
from wiring_qa.tightening.models import Group, SampleRow
from wiring_qa.tightening.queries import last_round

KINDS = ("missing", "loose", "dropped", "wrong_colour", "missing_part", "damaged")
PEOPLE = ("li", "wang", "chen", "zhao", "lin")


@pytest.fixture(scope="module")
def gate_plant(sqlite_databases: SqliteDatabases) -> Iterator[Plant]:
    with sqlite_databases.fresh() as url:
        app: Flask = create_app(settings_for(url), testing=True)
        with app.app_context():
            yield Plant(app)
            db.session.remove()
            db.engine.dispose()


def _acts(plant: Plant) -> list[Callable[[int, str], Any]]:
    """Return the acts of a cabinet's life; each takes a number to choose its object by, and who does it."""

    def row(number: int) -> int:
        return number % len(WIRES) + 1

    def finding(number: int) -> int:
        numbers = db.session.scalars(
            select(Finding.number).where(Finding.cabinet_id == cabinet_by_code(plant.code).id)
        ).all()
        return numbers[number % len(numbers)] if numbers else 1

    def ok(number: int, by: str) -> None:
        plant.do("mark_ok", by, wire=row(number), confirmed=["label", "colour", "lug", "size"])

    def fault(number: int, by: str) -> None:
        kind = KINDS[number % len(KINDS)]
        plant.do("mark_faulty", by, wire=row(number), kind=kind, end=("from", "to")[number % 2])

    def second(number: int, by: str) -> None:
        plant.do("confirm_as_second_person", by, wire=row(number))

    def everything_ok(_number: int, by: str) -> None:
        for sequence, wire in enumerate(WIRES, 1):
            ok(sequence - 1, by)
            if wire.wide:
                second(sequence - 1, "lin")

    def tighten(_number: int, by: str) -> None:
        last = last_round(cabinet_by_code(plant.code).id)
        if last:
            query = select(Group.number).where(Group.round_id == last.id, Group.cached_confirmed.is_(False))
            for group in db.session.scalars(query).all():
                plant.do("confirm_group", by, group=group, tool="driver 1", clutch_setting="4")

    def spot_check(number: int, by: str) -> None:
        last = last_round(cabinet_by_code(plant.code).id)
        if last:
            drawn = set(db.session.scalars(select(SampleRow.wire_id).where(SampleRow.round_id == last.id)))
            for sequence in range(1, len(WIRES) + 1) if drawn else ():
                try:
                    if number % 9 == 0 and sequence == number % 14:
                        plant.do("spot_check_moved", by, wire=sequence, end="from")
                    else:
                        plant.do("spot_check_held", by, wire=sequence)
                except Refused as refused:
                    assert str(refused.refusal)

    def act(type_: str, **fields: Any) -> Callable[[int, str], Any]:
        return lambda number, by: plant.do(type_, by, finding=finding(number), **fields)

    return [
        ok, fault, second, everything_ok, tighten, spot_check,
        act("confirm_fix"), act("fail_recheck"), act("ask_for_table"),
        act("pass_recheck", confirmed=["from", "to", "pull"]), act("grant_concession", reason="agreed"),
        lambda number, by: plant.do("take_back_mark", by, wire=row(number)),
        lambda _number, by: plant.do("start_round", by),
        lambda _number, by: plant.do("release_cabinet", by),
        lambda _number, by: plant.do("reopen_cabinet", by, reason="again"),
    ]  # fmt: skip


STEPS = st.lists(st.tuples(st.integers(0, 14), st.integers(0, 500), st.sampled_from(PEOPLE)), max_size=30)
FINISH = ((6, "chen"), (3, "li"), (9, "wang"), (3, "li"), (4, "zhao"), (5, "wang"), (13, "lin"))


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_no_sequence_of_acts_releases_a_cabinet_while_a_rule_is_broken(
    gate_plant: Plant, steps: list[tuple[int, int, str]]
) -> None:
    plant = gate_plant
    code = codes.new_code()
    fields: dict[str, Any] = {"serial": code, "model": MODEL, "revision": REVISION}
    plant.code = plant.do("add_cabinet", "lin", chain=code, **fields)["code"]
    acts = _acts(plant)
    driven = [(which, number, by) for which, by in FINISH for number in range(3)]
    for which, number, by in [*steps, *driven]:
        try:
            acts[which](number, by)
        except Refused as refused:
            assert refused.refusal.code
            assert str(refused.refusal)
        db.session.rollback()
        cabinet = cabinet_by_code(code)
        broken = broken_rules(cabinet)
        if cabinet.cached_stage in (Stage.READY, Stage.RELEASED):
            assert broken == []
        assert (cabinet.cached_stage is Stage.RELEASED) == facts_of(cabinet.id).is_released


def test_the_whole_way_to_the_release_can_be_walked(gate_plant: Plant) -> None:
    plant = gate_plant
    code = codes.new_code()
    fields: dict[str, Any] = {"serial": code, "model": MODEL, "revision": REVISION}
    plant.code = plant.do("add_cabinet", "lin", chain=code, **fields)["code"]
    acts = _acts(plant)
    for which, by in ((3, "li"), (4, "zhao"), (5, "wang"), (13, "lin")):
        acts[which](1, by)
    assert cabinet_by_code(code).cached_stage is Stage.RELEASED
