"""Writes KBL and VEC harnesses of wires between cavities of connectors."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

KBL_UNITS = (
    '<Unit id="mm"><Si_unit_name>metre</Si_unit_name><Si_prefix>milli</Si_prefix></Unit><Unit id="mm2">'
    "<Si_unit_name>metre</Si_unit_name><Si_prefix>milli</Si_prefix><Si_dimension>square</Si_dimension></Unit>"
)
VEC_UNITS = (
    '<Unit id="mm" xsi:type="vec:SIUnit"><SiUnitName>Metre</SiUnitName><SiPrefix>Milli</SiPrefix></Unit>'
    '<Unit id="mm2" xsi:type="vec:SIUnit"><Exponent>2</Exponent><SiUnitName>Metre</SiUnitName>'
    "<SiPrefix>Milli</SiPrefix></Unit>"
)


@dataclass(frozen=True)
class Held:
    """A wire between cavities, each a device and its cavity."""

    one: tuple[str, str]
    other: tuple[str, str]
    number: str = ""
    colours: Sequence[str] = ("BU",)
    mm2: str = "0.5"
    mm: str = "261.310"


def _devices(wires: Sequence[Held]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for device, cavity in [end for wire in wires for end in (wire.one, wire.other)]:
        cavities = found.setdefault(device, [])
        if cavity not in cavities:
            cavities.append(cavity)
    return found


def kbl(wires: Sequence[Held], harness: str = "", version: str = "KBL2.3/KBLSchema") -> bytes:
    """Write a KBL file; ``harness`` stands in it beside the wires."""
    parts = occurrences = points = connections = ""
    devices = _devices(wires)
    for number, (device, cavities) in enumerate(devices.items()):
        drawn = "".join(
            f'<Cavities id="p{number}-{place}"><Cavity_number>{escape(each)}</Cavity_number></Cavities>'
            for place, each in enumerate(cavities)
        )
        parts += (
            f'<Connector_housing id="h{number}"><Part_number>H-{number}</Part_number><Slots id="s{number}">'
            f"<Id>default</Id>{drawn}</Slots></Connector_housing>"
        )
        used = "".join(
            f'<Cavities id="c{number}-{place}"><Part>p{number}-{place}</Part></Cavities>'
            for place in range(len(cavities))
        )
        points = "".join(
            f'<Contact_points id="x{at}-{side}"><Id>x</Id><Associated_parts>t1</Associated_parts>'
            f"<Contacted_cavity>c{number}-{cavities.index(cavity)}</Contacted_cavity></Contact_points>"
            for at, wire in enumerate(wires)
            for side, (name, cavity) in enumerate((wire.one, wire.other))
            if name == device
        )
        occurrences += (
            f'<Connector_occurrence id="o{number}"><Id>{escape(device)}</Id><Part>h{number}</Part>{points}'
            f'<Slots id="u{number}"><Part>s{number}</Part>{used}</Slots></Connector_occurrence>'
        )
    for at, wire in enumerate(wires):
        colours = "".join(
            f"<Cover_colour><Colour_type>{kind}</Colour_type>"
            f"<Colour_value>{colour}</Colour_value></Cover_colour>"
            for kind, colour in reversed(list(zip(("Grundfarbe", "Kennfarbe"), wire.colours, strict=False)))
        )
        parts += (
            f'<General_wire id="g{at}"><Part_number>G-{at}</Part_number><Wire_type>FLRY</Wire_type>'
            f"<Cross_section_area><Unit_component>mm2</Unit_component><Value_component>{wire.mm2}"
            f"</Value_component></Cross_section_area>{colours}</General_wire>"
        )
        occurrences += (
            f'<General_wire_occurrence xsi:type="kbl:Wire_occurrence" id="w{at}"><Part>g{at}</Part>'
            "<Length_information><Length_type>DMU</Length_type><Length_value>"
            "<Unit_component>mm</Unit_component>"
            f"<Value_component>{wire.mm}</Value_component></Length_value></Length_information>"
            f"<Wire_number>{escape(wire.number) or '/NULL'}</Wire_number></General_wire_occurrence>"
        )
        connections += (
            f'<Connection id="n{at}"><Id>/NULL</Id><Signal_name>/NULL</Signal_name><Wire>w{at}</Wire>'
            f"<Extremities><Position_on_wire>1</Position_on_wire><Contact_point>x{at}-1</Contact_point>"
            f"</Extremities><Extremities><Position_on_wire>0</Position_on_wire><Contact_point>x{at}-0"
            "</Contact_point></Extremities></Connection>"
        )
    return (
        f'<?xml version="1.0"?><kbl:KBL_container '
        f'xmlns:kbl="http://www.prostep.org/Car_electric_container/{version}" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="k">'
        '<General_terminal id="t0"><Part_number>T-1</Part_number></General_terminal>'
        f'{parts}<Harness id="a">{connections}{occurrences}<Terminal_occurrence id="t1"><Part>t0</Part>'
        f"</Terminal_occurrence>{harness}</Harness>{KBL_UNITS}</kbl:KBL_container>"
    ).encode()


def vec(wires: Sequence[Held], namespace: str = "http://www.prostep.org/ecad-if/2011/vec") -> bytes:
    """Write a VEC file."""
    components = contacts = specifications = ""
    for number, (device, cavities) in enumerate(_devices(wires).items()):
        used = "".join(
            f'<CavityReference id="{escape(device)}.{escape(each)}">'
            f"<Identification>{escape(each)}</Identification>"
            "</CavityReference>"
            for each in cavities
        )
        components += (
            f'<Component id="o{number}"><Identification>{escape(device)}</Identification>'
            f'<Role xsi:type="vec:ConnectorHousingRole" id="r{number}"><Identification>{escape(device)}'
            f'</Identification><SlotReference id="s{number}"><Identification>A</Identification>{used}'
            "</SlotReference></Role><Part>h1</Part></Component>"
        )
    for at, wire in enumerate(wires):
        colours = "".join(
            f"<{name}><Key>{colour}</Key><ReferenceSystem>IEC 60757</ReferenceSystem></{name}>"
            for name, colour in zip(("BaseColor", "FirstIdentificationColor"), wire.colours, strict=False)
        )
        specifications += (
            f'<Specification xsi:type="vec:CoreSpecification" id="k{at}"><CrossSectionArea><UnitComponent>mm2'
            f"</UnitComponent><ValueComponent>{wire.mm2}</ValueComponent></CrossSectionArea></Specification>"
            f'<Specification xsi:type="vec:InsulationSpecification" id="i{at}">{colours}</Specification>'
            f'<Specification xsi:type="vec:WireElementSpecification" id="e{at}">'
            "<Type><Type>FLRY</Type></Type>"
            f"<ConductorSpecification>k{at}</ConductorSpecification>"
            f"<InsulationSpecification>i{at}</InsulationSpecification></Specification>"
            f'<Specification xsi:type="vec:WireSpecification" id="y{at}"><WireElement id="l{at}">'
            f"<WireElementSpecification>e{at}</WireElementSpecification></WireElement></Specification>"
        )
        ends = "".join(
            f'<WireEnd id="w{at}-{side}"><PositionOnWire>{side}.0</PositionOnWire></WireEnd>'
            for side in (1, 0)
        )
        components += (
            f'<Component id="w{at}"><Identification>{escape(wire.number)}</Identification>'
            f'<Role xsi:type="vec:WireRole" id="q{at}"><WireSpecification>y{at}</WireSpecification>'
            f'<WireElementReference id="f{at}"><Identification>1</Identification>'
            f"<ReferencedWireElement>l{at}</ReferencedWireElement>{ends}<WireLength><LengthValue>"
            f"<UnitComponent>mm</UnitComponent><ValueComponent>{wire.mm}</ValueComponent>"
            "</LengthValue></WireLength>"
            "</WireElementReference></Role><Part>g1</Part></Component>"
        )
        contacts += "".join(
            f'<ContactPoint id="x{at}-{side}"><Identification>x</Identification><CavityMounting>'
            f"<EquippedCavityRef>{escape(device)}.{escape(cavity)}</EquippedCavityRef></CavityMounting>"
            f"<WireMounting><ReferencedWireEnd>w{at}-{side}</ReferencedWireEnd></WireMounting></ContactPoint>"
            for side, (device, cavity) in enumerate((wire.one, wire.other))
        )
    return (
        f'<vec:VecContent xmlns:vec="{namespace}" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="v">'
        f'<DocumentVersion id="d">{specifications}'
        f'<Specification xsi:type="vec:ContactingSpecification" id="z">'
        f"{contacts}</Specification>"
        f'<Specification xsi:type="vec:CompositionSpecification" id="m">{components}'
        '</Specification></DocumentVersion><PartVersion id="h1"><PartNumber>H-1</PartNumber></PartVersion>'
        f'<PartVersion id="g1"><PartNumber>G-1</PartNumber></PartVersion>{VEC_UNITS}</vec:VecContent>'
    ).encode()


def packed(**files: bytes) -> bytes:
    """Pack files; in a name ``_`` stands for the dot."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in files.items():
            written.writestr(name.replace("_", "."), content)
    return archive.getvalue()
