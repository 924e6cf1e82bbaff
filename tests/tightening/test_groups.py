import pytest

from wiring_qa.findings.kinds import End, Kind
from wiring_qa.tightening.groups import FixedFault, groups_of, touched_devices


def test_both_ends_of_every_wire_belong_to_their_devices_group() -> None:
    groups = groups_of([("-K1", "-X1"), ("-K2", "-X1"), ("-K1", "-K2")])

    assert [(group.device, group.terminations) for group in groups] == [("-K1", 2), ("-K2", 2), ("-X1", 2)]


def test_groups_are_numbered_in_the_order_people_count_devices_in() -> None:
    groups = groups_of([("-K10", "-X1"), ("-K2", "-4Q4"), ("-K1", "-k2")])

    assert [group.device for group in groups] == ["-4Q4", "-K1", "-K2", "-k2", "-K10", "-X1"]
    assert [group.number for group in groups] == [1, 2, 3, 4, 5, 6]


def test_a_bridge_on_one_terminal_strip_is_two_terminations() -> None:
    (group,) = groups_of([("-X1", "-X1")])

    assert group.terminations == 2


def test_a_table_without_wires_has_no_groups() -> None:
    assert groups_of([]) == []


@pytest.mark.parametrize(
    ("kind", "end", "touched"),
    [
        (Kind.LOOSE, End.FROM, {"-K1"}),
        (Kind.LOOSE, End.TO, {"-X1"}),
        (Kind.LOOSE, End.BOTH, {"-K1", "-X1"}),
        (Kind.DROPPED, End.TO, {"-X1"}),
        (Kind.WRONG_LUG, End.FROM, {"-K1"}),
        (Kind.WRONG_LABEL, End.FROM, {"-K1"}),
        (Kind.OTHER, End.TO, {"-X1"}),
        (Kind.MISSING, End.FROM, {"-K1", "-X1"}),
        (Kind.WRONG_COLOUR, End.TO, {"-K1", "-X1"}),
        (Kind.WRONG_SIZE, End.FROM, {"-K1", "-X1"}),
        (Kind.DAMAGED, End.FROM, {"-K1", "-X1"}),
        (Kind.MISSING_PART, End.FROM, {"-K1"}),
    ],
)
def test_a_fix_touches_the_group_of_its_end_or_both_where_the_wire_is_taken_out(
    kind: Kind, end: End, touched: set[str]
) -> None:
    fault = FixedFault(kind, end, device="-K1", from_device="-K1", to_device="-X1")

    assert touched_devices(fault) == touched


def test_the_fix_of_a_wrong_connection_also_touches_the_device_where_the_wire_was_found() -> None:
    fault = FixedFault(Kind.WRONG, End.TO, "-X1", found_device="-X9", from_device="-K1", to_device="-X1")

    assert touched_devices(fault) == {"-K1", "-X1", "-X9"}


def test_taking_an_extra_wire_out_touches_the_device_where_it_was_found() -> None:
    assert touched_devices(FixedFault(Kind.EXTRA, End.BOTH, "-X9", found_device="-X9")) == {"-X9"}
