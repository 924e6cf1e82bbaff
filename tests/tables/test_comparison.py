"""Two revisions are compared row by row: what is the same wire, what differs, what asks for a new check."""

import gc
import time
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, strategies as st

from tests.tables.revisions import TABLES, Row, numbered
from wiring_qa.tables.comparing.changes import Change
from wiring_qa.tables.comparing.compared_fields import TURNED, Field
from wiring_qa.tables.comparing.comparison import RowChange, compare

MIRROR = TURNED | {there: here for here, there in TURNED.items()}


def _one(old: Row, new: Row) -> RowChange:
    (row,) = compare([old], [new]).rows
    return row


@pytest.mark.parametrize(
    ("change", "fields", "asks"),
    [
        ({}, (), False),
        ({"sequence": 7}, (), False),
        ({"from_device": "K1"}, (), False),
        ({"colour_text": "blue"}, (), False),
        ({"number": "102"}, (Field.NUMBER,), True),
        ({"to_terminal": "6"}, (Field.TO,), True),
        ({"to_device": "-X2", "to_terminal": "1"}, (Field.TO,), True),
        ({"colour": "BK"}, (Field.COLOUR,), True),
        ({"cross_section_mm2": Decimal("2.5")}, (Field.CROSS_SECTION,), True),
        ({"wire_type": "H07V-K"}, (Field.WIRE_TYPE,), True),
        ({"from_lug": "E1.5"}, (Field.FROM_LUG,), True),
        ({"extra_checks": ("colour",)}, (Field.DEMANDS,), True),
        ({"is_wide": True}, (Field.DEMANDS,), True),
        ({"category": "button"}, (Field.CATEGORY,), False),
        ({"length_mm": Decimal(350)}, (Field.LENGTH,), False),
        ({"remark": "door"}, (Field.REMARK,), False),
        ({"page": "12"}, (Field.PAGE,), False),
        ({"extra": {"Bundle": "7"}}, (Field.EXTRA,), False),
    ],
)
def test_a_wire_is_known_again_and_says_what_differs(
    change: dict[str, Any], fields: tuple[Field, ...], asks: bool
) -> None:
    row = _one(Row(), replace(Row(), **change))
    assert row.kind is (Change.CHANGED if fields else Change.UNCHANGED)
    assert (row.fields, row.asks_for_check, row.is_moved) == (fields, asks, "sequence" in change)


def test_demands_that_shrank_ask_for_nothing() -> None:
    row = _one(Row(extra_checks=("colour", "lug"), is_wide=True), Row(extra_checks=("lug",)))
    assert (row.fields, row.asks_for_check) == ((Field.DEMANDS,), False)


def test_a_wire_written_the_other_way_round_is_the_same() -> None:
    wire = Row(from_lug="E1.5", to_lug="M4")
    row = _one(wire, wire.turned)
    assert (row.kind, row.is_turned) == (Change.UNCHANGED, True)


def test_of_a_turned_wire_the_ends_are_named_as_the_new_table_has_them() -> None:
    row = _one(Row(), replace(Row().turned, from_terminal="6"))
    assert (row.fields, row.is_turned) == ((Field.FROM,), True)


@pytest.mark.parametrize(
    "new",
    [
        Row("-K2", "13", "-X2", "5"),
        Row("-K2", "13", "-X1", "5", number="102"),
        Row("-K2", "1", "-X2", "2", number=None),
    ],
)
def test_a_wire_that_keeps_too_little_is_another_wire(new: Row) -> None:
    assert [row.kind for row in compare([Row()], [new]).rows] == [Change.ADDED, Change.REMOVED]


def test_segments_of_one_potential_are_told_apart_by_their_ends() -> None:
    chain = numbered([Row("-K1", "1", "-K2", "1", "L"), Row("-K2", "1", "-K3", "1", "L"), Row(number="L")])
    longer = numbered(
        [chain[0], Row("-K2", "1", "-K9", "1", "L"), Row("-K9", "1", "-K3", "1", "L"), chain[2]]
    )
    found = compare(chain, longer)
    assert found.counts == {Change.UNCHANGED: 2, Change.CHANGED: 1, Change.ADDED: 1}


def test_among_equals_the_one_that_is_the_same_in_everything_goes_first() -> None:
    old = numbered([Row(colour="BU"), Row(colour="BK")])
    new = numbered([Row(colour="BK"), Row(colour="RD")])
    assert {(row.old.colour, row.new.colour) for row in compare(old, new).rows} == {
        ("BK", "BK"),
        ("BU", "RD"),
    }


@given(TABLES, st.randoms())
def test_a_table_does_not_differ_from_itself_in_any_order(table: list[Row], chance: Any) -> None:
    other = [row.turned if chance.random() < 0.5 else row for row in table]
    chance.shuffle(other)
    found = compare(table, numbered(other))
    assert found.counts[Change.UNCHANGED] == len(table)
    assert found.asking == 0


@given(TABLES, TABLES)
def test_every_wire_is_in_exactly_one_row(old: list[Row], new: list[Row]) -> None:
    rows = compare(old, new).rows
    assert sorted(row.old.sequence for row in rows if row.old) == [row.sequence for row in old]
    assert [row.new.sequence for row in rows if row.new] == [row.sequence for row in new]


def _told(row: RowChange, *, mirrored: bool) -> tuple[Any, ...]:
    fields = {MIRROR.get(each, each) if mirrored and row.is_turned else each for each in row.fields}
    pair = (row.old.sequence if row.old else 0, row.new.sequence if row.new else 0)
    return (*(reversed(pair) if mirrored else pair), frozenset(fields), row.is_turned)


@given(TABLES, TABLES)
def test_compared_the_other_way_round_it_is_the_mirror_image(old: list[Row], new: list[Row]) -> None:
    there = {_told(row, mirrored=False) for row in compare(old, new).rows}
    back = {_told(row, mirrored=True) for row in compare(new, old).rows}
    assert there == back


def test_which_table_is_the_old_one_does_not_tell_which_wires_are_the_same() -> None:
    fillers = [Row(f"-F{place}", "1", f"-F{place}", "2", number=str(place)) for place in range(3)]
    old = numbered([*fillers, *(Row(*ends, number="9") for ends in (
        ("-K1", "1", "-A1", "1"), ("-K2", "1", "-A2", "1"), ("-K2", "1", "-A3", "1"),
    ))])  # fmt: skip
    new = numbered([Row("-K2", "1", "-B1", "1", number="9"), Row("-K1", "1", "-K2", "1", number="9")])
    there = {_told(row, mirrored=False) for row in compare(old, new).rows}
    assert there == {_told(row, mirrored=True) for row in compare(new, old).rows}


def test_a_large_table_takes_no_more_than_its_rows() -> None:
    def taken(count: int) -> float:
        old = numbered([Row(f"-K{place % 97}", str(place), number=None) for place in range(count)])
        new = numbered([replace(row, colour="BK") if row.sequence % 5 else row.turned for row in old][7:])
        gc.disable()  # what else the process keeps is no part of the comparison
        begun = time.process_time()
        assert compare(old, new).counts[Change.REMOVED] == 7
        gc.enable()
        return time.process_time() - begun

    small = min(taken(2_000) for _ in range(3))
    assert taken(20_000) < 25 * small
