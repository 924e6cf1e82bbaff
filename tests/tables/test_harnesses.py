"""KBL and VEC harnesses: wires and cores between cavities, packed or not, of any version."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.tables.harnesses import Held, kbl, packed, vec
from tests.tables.qet_projects import Drawn, Line, Page, project
from tests.tables.test_preview import words
from tests.tables.test_qet import codes, ends
from wiring_qa.tables.kinds import RowKind
from wiring_qa.tables.preview import preview

SAMPLE = Path(__file__).resolve().parents[3] / "shared" / "samples" / "wiring-tables" / "kbl" / "sample.kbl"
WIRES = [
    Held(("XB.C.1", "1"), ("TMM.2A1", "2"), "1", ("rt", "ge"), "0.5", "321.1"),
    Held(("XB.C.1", "1"), ("TMM.2A1", "1"), "2", ("sw",), "6.0", "1234.567"),
]
PROJECT = project(Page([Drawn("k", "-K1"), Drawn("m", "-M1")], [Line(("k", 0), ("m", 0))]))


@pytest.mark.parametrize("kind", ["kbl", "vec"])
def test_a_harness_gives_its_wires_with_colour_size_and_length(kind: str) -> None:
    found = preview(kbl(WIRES) if kind == "kbl" else vec(WIRES), "harness.xml")
    assert (found.format, found.header_row, found.problems) == (kind, None, ())
    assert ends(found) == ["XB.C.1:1 TMM.2A1:2", "XB.C.1:1 TMM.2A1:1"]
    assert [wire.number for wire in found.wires] == ["1", "2"]
    assert [(wire.colour, wire.colour_text) for wire in found.wires] == [("RDYE", "rt/ge"), ("BK", "sw")]
    assert [str(wire.cross_section_mm2) for wire in found.wires] == ["0.5", "6"]
    # 1,234.567 mm is neither a million nor cut
    assert [str(wire.length_mm) for wire in found.wires] == ["321.1", "1234.6"]
    assert found.wires[0].wire_type == "FLRY"
    assert found.wires[1].is_large


@pytest.mark.parametrize(
    "content",
    [
        kbl(WIRES, version="KBL2.2/KBLSchema"),
        kbl(WIRES).replace(b"kbl:", b"").replace(b"xmlns:kbl", b"xmlns"),
        vec(WIRES, "http://www.prostep.org/ecad-if/2022/vec"),
        vec(WIRES).replace(b"vec:", b"").replace(b"xmlns:vec", b"xmlns"),
        vec(WIRES).decode().encode("utf-16"),
    ],
    ids=["kbl-2.2", "kbl-default", "vec-2022", "vec-default", "vec-utf-16"],
)
def test_the_namespace_and_its_prefix_may_be_of_any_version(content: bytes) -> None:
    assert ends(preview(content, "harness")) == ["XB.C.1:1 TMM.2A1:2", "XB.C.1:1 TMM.2A1:1"]


def test_the_lugs_and_parts_of_a_kbl_harness_are_kept() -> None:
    wire = preview(kbl(WIRES), "harness.kbl").wires[0]
    assert (wire.from_lug, wire.to_lug, wire.from_type) == ("T-1", "T-1", "H-0")
    assert wire.extra == {"part_number": "G-0", "from_type": "H-0", "to_type": "H-1"}


def test_a_core_of_a_cable_is_a_wire_with_its_own_colour() -> None:
    harness = (
        '<General_wire_occurrence xsi:type="kbl:Special_wire_occurrence" id="sw"><Part>cable</Part>'
        "<Special_wire_id>W9</Special_wire_id><Length_information><Length_value>"
        "<Unit_component>mm</Unit_component><Value_component>80</Value_component></Length_value>"
        '</Length_information><Core_occurrence id="co"><Wire_number>W9-1</Wire_number><Part>core</Part>'
        "</Core_occurrence></General_wire_occurrence><General_wire id='cable'><Part_number>C-1</Part_number>"
        "<Core id='core'><Id>1</Id><Cross_section_area><Unit_component>mm2</Unit_component>"
        "<Value_component>0.35</Value_component></Cross_section_area>"
        "<Core_colour><Colour_type>Base</Colour_type><Colour_value>GN</Colour_value></Core_colour></Core>"
        "</General_wire><Connection id='own'><Signal_name>CAN-H</Signal_name><Wire>co</Wire>"
        "<Extremities><Contact_point>x0-0</Contact_point></Extremities></Connection>"
    )
    found = preview(kbl(WIRES, harness), "harness.kbl")
    wire = found.wires[2]
    assert (wire.number, wire.colour, str(wire.cross_section_mm2), wire.length_mm) == (
        "W9-1",
        "GN",
        "0.35",
        Decimal(80),
    )
    assert (wire.potential, wire.extra["cable"], wire.extra["part_number"]) == ("CAN-H", "W9", "C-1")
    assert ends(found)[2] == "XB.C.1:1 W9-1"
    assert codes(found) == ["free_end", "no_terminal"]


def test_a_connection_without_ends_is_named_and_one_with_more_says_so() -> None:
    harness = "<Connection id='none'><Id>N</Id></Connection><Connection id='more'><Id>M</Id>" + "".join(
        f"<Extremities><Position_on_wire>{at}</Position_on_wire><Contact_point>{point}</Contact_point>"
        "</Extremities>"
        for at, point in ((1, "x0-1"), (0, "x0-0"), (0.5, "x1-1"))
    )
    found = preview(kbl(WIRES, harness + "</Connection>"), "harness.kbl")
    assert [(each.row, each.kind) for each in found.problems] == [
        (3, RowKind.NO_WIRE),
        (4, RowKind.WIRE),
        (4, RowKind.WIRE),
    ]
    assert str(found.problems[1].message).startswith("The wire is also contacted at TMM.2A1:1.")
    assert found.problems[2].message.code == "twice"
    assert ends(found)[2] == "XB.C.1:1 TMM.2A1:2"


def test_ends_of_a_vec_wire_that_nothing_holds_are_named() -> None:
    loose = vec(WIRES).replace(b"<ReferencedWireEnd>w0-1<", b"<ReferencedWireEnd>gone<")
    found = preview(loose, "harness.vec")
    assert (ends(found)[0], codes(found)) == ("XB.C.1:1 1", ["free_end", "no_terminal"])
    bare = vec(WIRES).replace(b"<ReferencedWireEnd>w0-", b"<ReferencedWireEnd>gone-")
    assert codes(preview(bare, "harness.vec")) == ["unconnected"]


def test_a_terminal_outside_of_any_cavity_is_an_end_of_its_own() -> None:
    held = b"<CavityMounting><EquippedCavityRef>XB.C.1.1</EquippedCavityRef></CavityMounting>"
    content = vec(WIRES).replace(held, b"<MountedTerminal>tr</MountedTerminal>")
    eyelet = (
        b'<Component id="e"><Identification>GND1</Identification><Role id="tr" xsi:type="vec:TerminalRole">'
        b"<Identification>GND1</Identification></Role><Part>g1</Part></Component><Component id='o0'>"
    )
    found = preview(content.replace(b'<Component id="o0">', eyelet), "harness.vec")
    assert ends(found) == ["GND1 TMM.2A1:2", "GND1 TMM.2A1:1"]
    assert found.wires[0].from_lug == "G-1"


@pytest.mark.parametrize(
    ("archive", "kind"),
    [
        (packed(index_vec=vec(WIRES), drawing_svg=b"<svg/>", readme_txt=b"see"), "vec"),
        (packed(harness_xml=vec(WIRES)), "vec"),
        (packed(harness_kbl=kbl(WIRES)), "kbl"),
        (packed(drive_qet=PROJECT), "qet"),
    ],
    ids=["vec", "xml", "kbl", "qet"],
)
def test_a_packed_file_is_read_as_if_it_were_not(archive: bytes, kind: str) -> None:
    assert preview(archive, "harness.zip").format == kind


def test_an_archive_of_none_or_of_several_says_so() -> None:
    assert "neither a spreadsheet nor a text table" in words(packed(notes_xml=b"<notes/>"))
    several = packed(a_vec=vec(WIRES), b_kbl=kbl(WIRES))
    assert "several files: a.vec, b.kbl." in words(several)
    bomb = packed(a_vec=b"<v:VecContent>" + b" " * 250_000_000)
    assert "unpacks to far more" in words(bomb)


def test_a_harness_without_connections_says_so() -> None:
    assert words(kbl([])) == "This is a KBL file, but it has no connections."
    assert words(vec([])) == "This is a VEC file, but it has no connections."


@pytest.mark.skipif(not SAMPLE.is_file(), reason=f"the real harness is not at {SAMPLE}")
def test_the_real_harness_has_a_connector_and_no_connection_and_says_so() -> None:
    content = SAMPLE.read_bytes()
    assert (content.count(b"<Connector_occurrence"), content.count(b"<Connection ")) == (1, 0)
    assert words(content) == "This is a KBL file, but it has no connections."
