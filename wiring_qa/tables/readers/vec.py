"""Vehicle Electric Containers (VEC, VDA 4968): wire elements with ends, and the contacts that hold these."""

from decimal import Decimal, InvalidOperation

from wiring_qa.tables.kinds import PAIRS, Target
from wiring_qa.tables.readers.connections import Connection
from wiring_qa.tables.readers.limits import ReadLimits
from wiring_qa.tables.readers.references import References
from wiring_qa.tables.readers.sheets import Source
from wiring_qa.tables.readers.xml_nodes import Node, encoding_of, read_xml, root_name
from wiring_qa.tables.words import Code, Message, say

_ROOT = "VecContent"
_PARTS = ("Component", "PartUsage", "PartOccurrence")
"""What a role lies in: an occurrence of a part, or its use."""
_COLOURS = ("BaseColor", "FirstIdentificationColor", "IdentificationColor", "SecondIdentificationColor")
_IEC = "60757"


def fits(data: bytes) -> bool:
    """Tell a container by its outermost element."""
    return root_name(data) == _ROOT


def read(data: bytes, limits: ReadLimits, encoding: str | None = None) -> Source:  # noqa: ARG001  readers are called alike
    """Read the wire elements that have ends.

    Raises:
        UnreadableTable: the file is damaged or dangerous.
    """
    container = _Container(References(read_xml(data, limits)))
    return Source("vec", encoding=encoding_of(data), connections=container.connections())


class _Container:
    """The wires of a container."""

    def __init__(self, references: References) -> None:
        self._references = references
        self._points: dict[str, list[Node]] = {}
        for point in references.named("ContactPoint"):
            for mounting in point.all("WireMounting"):
                for end in _ids(mounting, "ReferencedWireEnd"):
                    if point not in self._points.setdefault(end, []):
                        self._points[end].append(point)

    def connections(self) -> list[Connection]:
        """Return a connection for each wire element that has ends, in the order of the file."""
        wires = self._references.named("WireElementReference")
        return [self._connection(each) for each in wires if each.all("WireEnd")]

    def _connection(self, wire: Node) -> Connection:
        fields, extra = self._wire(wire)
        name = fields[Target.NUMBER]
        ends = [self._points.get(each.get("id"), []) for each in sorted(wire.all("WireEnd"), key=_position)]
        if not any(ends):
            return Connection(aside=say(Code.UNCONNECTED, name=name))
        said: list[Message] = []
        for side, points in (("from", ends[0]), ("to", ends[-1] if len(ends) > 1 else [])):
            if points:
                told, beside = self._end(side, points[0])
                fields, extra = {**fields, **told}, {**extra, **beside}
            else:
                fields[PAIRS[side][0]] = name
                said.append(say(Code.FREE_END, name=name))
        others = [point for points in ends for point in points[1:]] + [
            point for points in ends[1:-1] for point in points[:1]
        ]
        if others:
            said.append(say(Code.BETWEEN, places=[":".join(self._place(each)) for each in others]))
        return Connection(fields, extra, said)

    def _wire(self, wire: Node) -> tuple[dict[Target, str], dict[str, str]]:
        """Return what a wire element says: its own number, and those of its specification."""
        references = self._references
        part = references.owner(wire, _PARTS)
        role = references.owner(wire, {"Role", "WireRole"})
        cable, core = part.said("Identification") or role.said("Identification"), wire.said("Identification")
        is_one = len([each for each in role.all("WireElementReference") if each.all("WireEnd")]) == 1
        element = references.node(wire.said("ReferencedWireElement"))
        if not element.name:
            described = references.node(role.said("WireSpecification"))
            element = described.child("WireElement") or element
        specification = references.node(element.said("WireElementSpecification"))
        conductor = references.node(specification.said("ConductorSpecification"))
        length = next(
            (
                node
                for each in wire.all("WireLength")
                for node in each.every()
                if node.child("ValueComponent")
            ),
            None,
        )
        fields = {
            Target.NUMBER: cable if is_one and cable else ":".join(filter(None, (cable, core))),
            Target.COLOUR: self._colour(references.node(specification.said("InsulationSpecification"))),
            Target.CROSS_SECTION: references.measured(conductor.child("CrossSectionArea"), 3),
            Target.LENGTH: references.measured(length, 1),
            Target.WIRE_TYPE: specification.said("Type", "Type"),
            Target.POTENTIAL: self._signal(wire, role),
        }
        extra = {
            "cable": "" if is_one else cable,
            "part_number": references.node(part.said("Part")).said("PartNumber"),
        }
        return fields, {name: text for name, text in extra.items() if text}

    def _signal(self, *nodes: Node) -> str:
        signals = (self._references.node(node.said("Signal")) for node in nodes)
        return next((text for each in signals if (text := each.said("SignalName"))), "")

    def _colour(self, insulation: Node) -> str:
        """Return the colours of an insulation; of several keys for one, that of IEC 60757."""
        found = []
        for name in _COLOURS:
            keys = insulation.all(name)
            iec = [each for each in keys if _IEC in each.said("ReferenceSystem")]
            found += [each.said("Key") for each in (iec or keys)[:1]]
        return "/".join(filter(None, found))

    def _cavities(self, point: Node) -> list[Node]:
        ids = (text for node in point.every() for text in _ids(node, "EquippedCavityRef"))
        return list({id(each): each for text in ids for each in self._references.nodes(text)}.values())

    def _place(self, point: Node) -> tuple[str, str]:
        """Return the device of a contact point, and its cavity there."""
        cavities = self._cavities(point)
        held = cavities[0] if cavities else self._references.node(point.said("MountedTerminal"))
        owner = self._references.owner(held, _PARTS)
        role = self._references.owner(held, {"Role", "ConnectorHousingRole", "TerminalRole"})
        names = [self._cavity(role, each) for each in cavities]
        return owner.said("Identification") or role.said("Identification"), ", ".join(filter(None, names))

    def _cavity(self, role: Node, cavity: Node) -> str:
        referenced = self._references.node(cavity.said("ReferencedCavity"))
        number = cavity.said("Identification") or referenced.said("CavityNumber")
        slot = self._references.owner(cavity, {"SlotReference"}).said("Identification")
        return f"{slot}.{number}" if slot and len(role.all("SlotReference")) > 1 else number

    def _end(self, side: str, point: Node) -> tuple[dict[Target, str], dict[str, str]]:
        references = self._references
        device, terminal = PAIRS[side]
        name, cavity = self._place(point)
        cavities = self._cavities(point)
        contact = references.owner(references.node(point.said("MountedTerminal")), _PARTS)
        owner = references.owner(cavities[0], _PARTS) if cavities else contact
        lug = references.node(contact.said("Part")).said("PartNumber")
        fields = {
            device: name or point.said("Identification"),
            terminal: cavity,
            Target(f"{side}_lug"): lug,
            Target(f"{side}_type"): references.node(owner.said("Part")).said("PartNumber"),
        }
        return fields, {}


def _ids(node: Node, name: str) -> list[str]:
    return [text for each in node.all(name) for text in each.text.split()]


def _position(end: Node) -> Decimal:
    try:
        found = Decimal(end.said("PositionOnWire") or "0")
    except InvalidOperation:
        return Decimal(0)
    return found if found.is_finite() else Decimal(0)
