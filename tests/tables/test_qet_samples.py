"""Real QElectroTech projects, read where they lie beside the project.

The figures were counted in the files: conductors between two devices are a wire each; of those that end at
arrows, each group of arrows that lead to each other makes one wire less than it has ends of devices.
"""

from pathlib import Path

import pytest

from tests.tables.test_qet import ends
from wiring_qa.tables.preview import preview
from wiring_qa.tables.previews import Preview

PROJECTS = Path(__file__).resolve().parents[3] / "shared" / "samples" / "wiring-tables" / "qet"
pytestmark = pytest.mark.skipif(
    not PROJECTS.is_dir(), reason=f"the folder of real projects is not at {PROJECTS}"
)


def read(name: str) -> Preview:
    return preview((PROJECTS / name).read_bytes(), name)


def turned(found: Preview) -> list[str]:
    return [" ".join(reversed(text.split(" "))) for text in ends(found)]


WIRES = {
    # 345 between devices; arrows: 2 groups with one end, 17 with 2, 3 with 3, 8 with 4, one with 6,
    # 4 with 8, one each with 19, 48, 69
    "industrial.qet": 345 + 2 + 17 + 3 * 2 + 8 * 3 + 5 + 4 * 7 + 18 + 47 + 68,
    # 225 between devices; arrows: 7 groups with 2 ends, 2 with 4, 2 with 5
    "affuteuse_250h.qet": 225 + 7 + 2 * 3 + 2 * 4,
    "convertisseur.qet": 188,
    "schema_indus.qet": 69,
}


@pytest.mark.parametrize("name", list(WIRES))
def test_a_real_project_gives_all_its_wires_and_can_be_saved_as_it_is(name: str) -> None:
    found = read(name)
    assert len(found.wires) == WIRES[name]
    assert [wire.row for wire in found.wires] == list(range(1, WIRES[name] + 1))
    assert found.is_content


def test_the_wires_of_a_large_project_run_where_it_draws_them() -> None:
    found = read("industrial.qet")
    told = {(wire.number, end, wire.page) for wire, end in zip(found.wires, ends(found), strict=True)}
    assert {
        ("423", "4Q4:3 4SL:1", "4"),
        ("427", "4Q5:4 4XO:2", "4"),
        ("PE", "4XO:3 XPE:1", "4"),
        # by arrows 4-G17 ↔ 5-A0 and on to folio 7
        ("308", "4Q2:5 5F4:1", "4, 5"),
        ("308", "4Q2:5 6KEP1:3", "4, 7"),
        ("920", "XVA:1 VA:21", "9, 31"),
        ("1321", "XVA:10 VA:19", "13, 32"),
    } <= told


def test_contacts_in_a_large_project_go_by_their_relay() -> None:
    devices = {wire.from_device for wire in read("industrial.qet").wires} | {
        wire.to_device for wire in read("industrial.qet").wires
    }
    assert {"6KEP1", "6KEP2", "9K1", "XE", "XVA"} <= devices
    assert not any(device.startswith("Simple contact") for device in devices)


def test_an_old_project_gives_its_devices_by_the_texts_at_the_symbols() -> None:
    found = read("schema_indus.qet")
    assert ends(found)[:2] == ["X0.8:2 M1:4", "T1:4 F0:4"]
    # contacts and coils have their terminals' names written beside them
    assert {"S3:3 KM1:13", "KM2:A1 KM1:22", "KM1:14 X1.3:1"} <= {*ends(found), *turned(found)}
    assert all(wire.number is None for wire in found.wires)
