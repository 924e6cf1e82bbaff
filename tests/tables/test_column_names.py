"""What columns are called in tables of the field, and what they then mean."""

import pytest

from tests.tables.exports import Export
from tests.tables.test_exports import read
from wiring_qa.tables.columns.names import guess
from wiring_qa.tables.kinds import Target

PARTS = ("number", "from_device", "from_terminal", "to_device", "to_terminal")


def columns(header: str, row: str) -> dict[str, str]:
    found = read(Export("", f"{header}\n{row}\n{row}\n{row}"))
    return {target.value: column.header for column in found.columns for target in column.targets}


@pytest.mark.parametrize(
    "header",
    [
        "No|Connection point 1 tag|Connection point 1 pin|Connection point 2 tag|Connection point 2 pin",
        "线号|连接点1 元件代号|连接点1 端子号|连接点2 元件代号|连接点2 端子号",
        "线号|起始位置元件|起始位置端子|终止位置元件|终止位置端子",
        "線號|由|端子|至|端子",
        "Wire|A-Side Device|A-Side Terminal|B-Side Device|B-Side Terminal",
        "Wire|Origin Device|Origin Terminal|Dest. Device|Dest. Terminal",
        "wire_id|src|src_pin|dst|dst_pin",
        "編號|起端|起端子|迄端|迄端子",
        "Wire Name|From Dev.|From Pin|To Dev.|To Pin",
        "Ader|Von Gerät|Von Kl.|Nach Gerät|Nach Kl.",
        "N° de fil|Depuis repère|Depuis borne|Vers repère|Vers borne",
        "Hilo|Desde equipo|Desde borne|Hasta equipo|Hasta borne",
        "Wire|From device|From connection|To device|To connection",
        "Circuit|Startgerät|Startanschluss|Endgerät|Endanschluss",
        "线号|甲|甲端子|乙|乙端子",
    ],
)
def test_an_end_is_told_by_its_name_and_the_part_by_its_own(header: str) -> None:
    assert list(columns(header, "101|-K1|A1|-X1|1")) == list(PARTS)
    assert all(each.is_sure for each in read(Export("", f"{header}\n101|-K1|A1|-X1|1")).columns)


@pytest.mark.parametrize(
    "names",
    [
        "端点A|端点B",
        "Connection from|Connection to",
        "Desde|Hasta",
        "Desde equipo/borne|Hasta equipo/borne",
        "由|至",
    ],
)
def test_an_end_in_one_cell_is_told_by_its_name(names: str) -> None:
    found = columns(f"No|{names}", "101|-K1:A1|-X1:1")
    assert list(found) == list(PARTS)


@pytest.mark.parametrize(
    ("header", "part"),
    [
        ("Connection color or number", "colour"), ("Color / number", "colour"), ("Adernfarbe", "colour"),
        ("线芯颜色", "colour"), ("X-sec", "cross_section_mm2"), ("Wire Dia.(mm2)", "cross_section_mm2"),
        ("Cross-section / diameter", "cross_section_mm2"), ("Type designation", "wire_type"),
        ("导线长(mm)", "length_mm"), ("Leiter", "number"), ("导线标记", "number"), ("线缆起点", "end"),
        ("接线终点", "end"), ("Endpunkt", "end"),
        ("an Gerät", "device"), ("Stop device", "device"), ("对方元件", "device"), ("TAGNAME1", "device"),
        ("Terminal Point 1", "terminal"), ("Wire Dia", None), ("Stop", None),
    ],
)  # fmt: skip
def test_a_name_that_programs_give_is_known(header: str, part: str | None) -> None:
    told = guess(header)
    assert (told and told.part) == part
    assert told is None or told.confidence >= 0.85


@pytest.mark.parametrize("name", ["Connection", "连接", "Ader", "N° de fil", "Leitungs-Nr."])
def test_a_lone_connection_is_the_number(name: str) -> None:
    assert columns(f"{name}|Source|Target", "101|-K1:A1|-X1:1")["number"] == name


@pytest.mark.parametrize(
    ("name", "cell", "target"),
    [
        ("Type câble", "H07VK", Target.WIRE_TYPE),
        ("Cable type", "H07VK", Target.WIRE_TYPE),
        ("L/mm", "350", Target.LENGTH),
        ("Len. [m]", "0.35", Target.LENGTH),
        ("Cable color", "BU", Target.COLOUR),
        ("Core area", "1.5", Target.CROSS_SECTION),
        ("页/列", "=A1+S1/4.3", Target.PAGE),
        ("Aderlänge [mm]", "350", Target.LENGTH),
        ("Leiterfarbe", "BU", Target.COLOUR),
    ],
)
def test_of_a_name_the_property_counts_and_not_whose_it_is(name: str, cell: str, target: Target) -> None:
    found = columns(f"Wire no|From|To|{name}", f"101|-K1:A1|-X1:1|{cell}")
    assert (found["number"], found[target.value]) == ("Wire no", name)


TWICE = (
    "线号 Wire No.|起点 From|终点 To|线径 Size (mm²)|颜色 Color|线鼻子 Lug",
    "Draht / Wire|Von / From|Nach / To|Querschnitt / Cross-section|Farbe / Colour|Aderendhülse / Ferrule",
)


@pytest.mark.parametrize("header", TWICE)
def test_a_name_in_two_languages_is_as_sure_as_in_one(header: str) -> None:
    found = read(Export("", "\n".join([header, *["101|-K1:A1|-X1:1|1.5|BU|E1"] * 2])))
    assert all(each.is_sure for each in found.columns)
    assert len({target for each in found.columns for target in each.targets}) == 9


@pytest.mark.parametrize(
    "below",
    [
        "Wire No.|From|To|Size|Color|Lug",
        "|Device / terminal|Device / terminal|||",
        "|元件/端子|元件/端子|||",
        "|Equipo / Borne|Equipo / Borne|||",
    ],
)
def test_a_second_row_of_names_is_no_wire(below: str) -> None:
    rows = ["线号|起点|终点|线径|颜色|线鼻子", below, *["101|-K1:A1|-X1:1|1.5|BU|E1"] * 2]
    found = read(Export("", "\n".join(rows)))
    assert (found.header_row, [wire.row for wire in found.wires]) == (2, [3, 4])
    assert all(each.is_sure for each in found.columns)


def test_a_wire_of_short_names_under_the_names_is_a_wire() -> None:
    assert [wire.row for wire in read(Export("", "No|From|To\nN|PE|L\n1|K1|K2")).wires] == [2, 3]


def test_a_column_without_a_side_is_no_end_where_others_name_both() -> None:
    found = columns("Wire|From|From Pin|To|To Pin|Length|Unit", "W1|J1|1|J2|1|254|mm")
    assert (found["from_device"], found["to_device"], list(found)) == ("From", "To", [*PARTS, "length_mm"])


def test_of_a_wire_and_its_cable_the_wire_is_the_number() -> None:
    found = columns("Cable|Wire|From|From Pin|To|To Pin", "HARN1|1|J1|1|J3|1")
    assert (found["number"], columns("Cable|From|To", "W1|K1:1|X1:1")["number"]) == ("Wire", "Cable")


ENDS = "起点元件|起点端子|终点元件|终点端子"


@pytest.mark.parametrize("name", ["回路编号", "回路号", "回路號", "回路編號", "回路代号"])
def test_the_number_of_a_circuit_is_that_of_the_wire_where_the_wire_has_none(name: str) -> None:
    assert columns(f"{name}|{ENDS}", "101|-K1|A1|-X1|1")["number"] == name
    assert columns(f"序号|{name}|电位|{ENDS}", "1|101|L1|-K1|A1|-X1|1")["number"] == name
    both = columns(f"线号|{name}|{ENDS}", "101|L1|-K1|A1|-X1|1")
    assert (both["number"], both["potential"]) == ("线号", name)
    found = read(Export("", f"{name}|{ENDS}\n101|-K1|A1|-X1|1"))
    assert all(each.is_sure for each in found.columns)
