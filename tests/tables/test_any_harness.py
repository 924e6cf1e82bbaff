"""Any wires written as a drawing or a harness read back the same; any broken file of these ends in words."""

from collections.abc import Callable
from decimal import Decimal

import pytest
import yaml
from hypothesis import given, settings, strategies as st

from tests.tables.harnesses import Held, kbl, packed, vec
from tests.tables.qet_projects import Drawn, Line, Page, project
from tests.tables.test_any_layout import PHASES, UNHURRIED
from tests.tables.test_qet import ends
from wiring_qa.tables.preview import preview
from wiring_qa.tables.words import UnreadableTable

COLOURS = {"BU": ("BU",), "GNYE": ("GN", "YE"), "RDBK": ("rt", "sw"), "BK": ("schwarz",)}
_PLACE = st.tuples(
    st.from_regex(r"-?[A-Z]{1,2}[1-9][0-9]?", fullmatch=True), st.sampled_from(["1", "2", "13", "PE", "a&b"])
)
_WIRE = st.builds(
    Held,
    _PLACE,
    _PLACE,
    st.from_regex(r"[A-Z]?[1-9][0-9]{1,3}", fullmatch=True),
    st.sampled_from(list(COLOURS.values())),
    st.sampled_from(["0.5", "0.75", "1.5", "16"]),
    st.sampled_from(["12", "350", "1234.5"]),
)


def as_wireviz(wires: list[Held]) -> bytes:
    places: dict[str, list[str]] = {}
    for device, pin in [place for wire in wires for place in (wire.one, wire.other)]:
        places.setdefault(device, []).append(pin)
    harness = {
        "connectors": {device: {"pins": list(dict.fromkeys(pins))} for device, pins in places.items()},
        "cables": {
            f"cable {at}": {
                "wirelabels": [wire.number],
                "colors": ["".join(wire.colours) if len(wire.colours) > 1 else wire.colours[0]],
                "gauge": f"{wire.mm2} mm2",
                "length": float(wire.mm) / 1000,
            }
            for at, wire in enumerate(wires, 1)
        },
        "connections": [
            [{wire.one[0]: wire.one[1]}, {f"cable {at}": 1}, {wire.other[0]: [wire.other[1]]}]
            for at, wire in enumerate(wires, 1)
        ],
    }
    return yaml.safe_dump(harness, allow_unicode=True, sort_keys=False).encode()


def as_qet(wires: list[Held], *, by_uuid: bool = False) -> bytes:
    drawn, lines = [], []
    for at, wire in enumerate(wires):
        drawn += [
            Drawn(f"{at}a", wire.one[0], (wire.one[1],)),
            Drawn(f"{at}b", wire.other[0], (wire.other[1],)),
        ]
        said = {"num": wire.number, "conductor_color": "/".join(wire.colours), "conductor_section": wire.mm2}
        lines.append(Line((f"{at}a", 0), (f"{at}b", 0), said))
    return project(Page(drawn, lines), by_uuid=by_uuid)


def as_qet_over_two_folios(wires: list[Held]) -> bytes:
    here, there, out, back = [], [], [], []
    for at, wire in enumerate(wires):
        here += [
            Drawn(f"{at}a", wire.one[0], (wire.one[1],)),
            Drawn(f"{at}n", kind="next_report", terminals=("",), links=[f"{at}p"]),
        ]
        there += [
            Drawn(f"{at}b", wire.other[0], (wire.other[1],)),
            Drawn(f"{at}p", kind="previous_report", terminals=("",), links=[f"{at}n"]),
        ]
        said = {"num": wire.number, "conductor_color": "/".join(wire.colours), "conductor_section": wire.mm2}
        out.append(Line((f"{at}a", 0), (f"{at}n", 0), said))
        back.append(Line((f"{at}p", 0), (f"{at}b", 0), said))
    return project(Page(here, out), Page(there, back), by_uuid=True)


WRITERS: dict[str, Callable[[list[Held]], bytes]] = {
    "qet": as_qet,
    "qet-by-uuid": lambda wires: as_qet(wires, by_uuid=True),
    "qet-over-folios": as_qet_over_two_folios,
    "wireviz": as_wireviz,
    "kbl": kbl,
    "vec": vec,
    "vec-packed": lambda wires: packed(index_vec=vec(wires)),
}


@pytest.mark.parametrize("name", list(WRITERS))
@settings(max_examples=25, deadline=None, phases=PHASES, suppress_health_check=UNHURRIED)
@given(wires=st.lists(_WIRE, min_size=1, max_size=8))
def test_any_wires_written_as_a_harness_read_back_the_same(name: str, wires: list[Held]) -> None:
    found = preview(WRITERS[name](wires), "harness")
    codes = {colours: code for code, colours in COLOURS.items()}
    assert ends(found) == [":".join(wire.one) + " " + ":".join(wire.other) for wire in wires]
    assert [wire.number for wire in found.wires] == [wire.number for wire in wires]
    assert [wire.colour for wire in found.wires] == [codes[tuple(wire.colours)] for wire in wires]
    assert [wire.cross_section_mm2 for wire in found.wires] == [Decimal(wire.mm2) for wire in wires]
    if not name.startswith("qet"):
        assert [wire.length_mm for wire in found.wires] == [Decimal(wire.mm) for wire in wires]
    assert [wire.row for wire in found.wires] == list(range(1, len(wires) + 1))
    assert found.is_content


WHOLE = {
    name: write([Held(("-K1", "A1"), ("X1", "4"), "101"), Held(("-K2", "2"), ("X1", "5"), "102")])
    for name, write in WRITERS.items()
}


@pytest.mark.parametrize("name", list(WHOLE))
@settings(max_examples=40, deadline=1_000, phases=PHASES, suppress_health_check=UNHURRIED)
@given(data=st.data())
def test_a_harness_cut_or_with_flipped_bytes_ends_in_words_or_in_wires(
    name: str, data: st.DataObject
) -> None:
    whole = WHOLE[name]
    broken = bytearray(whole[: data.draw(st.integers(1, len(whole)))])
    for place in data.draw(st.lists(st.integers(0, len(broken) - 1), max_size=6)):
        broken[place] ^= data.draw(st.integers(1, 255))
    try:
        found = preview(bytes(broken), "drive.xlsx")
    except UnreadableTable as unreadable:
        assert str(unreadable)
    else:
        named = [problem.row for problem in found.problems if not problem.is_of_wire]
        rows = found.row_count or len(found.wires) + len(named)
        assert sorted([*(wire.row for wire in found.wires), *named]) == list(range(1, rows + 1))


@pytest.mark.parametrize("name", list(WHOLE))
@settings(max_examples=40, deadline=1_000, phases=PHASES, suppress_health_check=UNHURRIED)
@given(data=st.data())
def test_a_harness_with_parts_exchanged_ends_in_words_or_in_wires(name: str, data: st.DataObject) -> None:
    """Files that are whole as XML or YAML but say odd things: values taken from elsewhere in the file."""
    words = WHOLE[name].replace(b'"', b'|"|').replace(b">", b"|>").replace(b"<", b"<|").split(b"|")
    for _ in range(data.draw(st.integers(1, 4))):
        one, other = (data.draw(st.integers(0, len(words) - 1)) for _ in range(2))
        words[one], words[other] = words[other], words[one]
    try:
        assert preview(b"".join(words), "drive.txt").format
    except UnreadableTable as unreadable:
        assert str(unreadable)
