"""Harness description lists (KBL, VDA 4964): each connection is a wire, or a core, between contact points."""

from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from wiring_qa.tables.kinds import PAIRS, Target
from wiring_qa.tables.readers.connections import Connection
from wiring_qa.tables.readers.limits import ReadLimits
from wiring_qa.tables.readers.references import References
from wiring_qa.tables.readers.sheets import Source
from wiring_qa.tables.readers.xml_nodes import Node, encoding_of, read_xml, root_name
from wiring_qa.tables.words import Code, Message, say

_ROOTS = frozenset({"KBL_container", "Kbl_container"})
_BASE = ("base", "grund", "main")
"""How the type of a base colour begins; others mark it."""
_PRODUCED = ("prod", "cut", "fert")
"""How the type of the length begins that a wire is cut to."""
_TERMINALS = frozenset({"Terminal_occurrence", "Special_terminal_occurrence"})
_WIRES = frozenset({"General_wire_occurrence", "Special_wire_occurrence", "Wire_occurrence"})
_OCCURRENCES = frozenset(
    {
        "Connector_occurrence",
        "Component_box_connector_occurrence",
        "Component_box_occurrence",
        "Special_terminal_occurrence",
        "Component_occurrence",
    }
)
"""What contact points lie in."""


def fits(data: bytes) -> bool:
    """Tell a harness description list by its outermost element."""
    return root_name(data) in _ROOTS


def read(data: bytes, limits: ReadLimits, encoding: str | None = None) -> Source:  # noqa: ARG001  readers are called alike
    """Read the connections of all harnesses of the file.

    Raises:
        UnreadableTable: the file is damaged or dangerous.
    """
    harness = _Harness(References(read_xml(data, limits)))
    return Source("kbl", encoding=encoding_of(data), connections=harness.connections())


class _Harness:
    """The harnesses of a file."""

    def __init__(self, references: References) -> None:
        self._references = references
        self._modules: dict[str, list[str]] = {}
        for module in references.named("Module"):
            name = module.said("Abbreviation") or module.said("Part_number")
            for each in module.all("Module_configuration", "Controlled_components"):
                for controlled in each.text.split():
                    self._modules.setdefault(controlled, []).append(name)
        self._many_modules = len(references.named("Module")) > 1

    def connections(self) -> list[Connection]:
        """Return the connections in the order of the file."""
        return [self._connection(each) for each in self._references.named("Connection")]

    def _connection(self, node: Node) -> Connection:
        wire = self._references.node(node.said("Wire"))
        fields, extra = self._wire(node, wire)
        points = sorted(node.all("Extremities"), key=_position)
        ends = [self._references.node(each.said("Contact_point")) for each in points]
        name = fields.get(Target.NUMBER) or node.said("Id") or node.get("id")
        if not ends:
            return Connection(aside=say(Code.UNCONNECTED, name=name))
        said: list[Message] = []
        for side, end in (("from", ends[0]), ("to", ends[-1])):
            if (side == "to" and len(ends) == 1) or not end.name:
                fields |= {PAIRS[side][0]: name}
                said.append(say(Code.FREE_END, name=name))
            else:
                fields |= self._end(side, end)
                extra |= self._beside(side, end)
        between = [":".join(filter(None, self._place(each))) for each in ends[1:-1]]
        if between:
            said.append(say(Code.BETWEEN, places=between))
        return Connection(fields, extra, said)

    def _wire(self, node: Node, wire: Node) -> tuple[dict[Target, str], dict[str, str]]:
        """Return what a connection's wire or core says."""
        part = self._references.node(wire.said("Part"))
        cable = self._references.owner(wire, _WIRES)
        lengths = wire.all("Length_information") or cable.all("Length_information")
        produced = [each for each in lengths if each.said("Length_type").casefold().startswith(_PRODUCED)]
        length = next(iter(produced or lengths), Node("", {})).child("Length_value")
        fields = {
            Target.NUMBER: wire.said("Wire_number") or node.said("Id"),
            Target.POTENTIAL: node.said("Signal_name"),
            Target.COLOUR: _colour(part),
            Target.CROSS_SECTION: self._references.measured(part.child("Cross_section_area"), 3),
            Target.LENGTH: self._references.measured(length, 1),
            Target.WIRE_TYPE: part.said("Wire_type"),
        }
        modules = self._modules.get(node.get("id")) or self._modules.get(wire.get("id")) or []
        extra = {
            "connection": node.said("Id"),
            "cable": cable.said("Special_wire_id"),
            "part_number": part.said("Part_number") or self._part_number(cable),
            "module": ", ".join(dict.fromkeys(modules)) if self._many_modules else "",
        }
        return fields, {name: text for name, text in extra.items() if text}

    def _place(self, point: Node) -> tuple[str, str]:
        """Return the device of a contact point, and its cavity there."""
        owner = self._occurrence(point)
        cavities = []
        for cavity in self._references.nodes(point.said("Contacted_cavity")):
            part = self._references.node(cavity.said("Part"))
            number = part.said("Cavity_number") or cavity.said("Cavity_number")
            slot = self._slot(owner, cavity)
            cavities.append(f"{slot}.{number}" if slot and number else number)
        return owner.said("Id"), ", ".join(filter(None, cavities))

    def _slot(self, owner: Node, cavity: Node) -> str:
        """Return the slot of a cavity where the connector has several."""
        if len(owner.all("Slots")) < 2:  # noqa: PLR2004  one slot needs no name
            return ""
        slot = self._references.owner(cavity, {"Slots"})
        return self._references.node(slot.said("Part")).said("Id") or slot.said("Id")

    def _occurrence(self, point: Node) -> Node:
        return self._references.owner(point, _OCCURRENCES)

    def _end(self, side: str, point: Node) -> dict[Target, str]:
        device, terminal = PAIRS[side]
        name, cavity = self._place(point)
        owner = self._occurrence(point)
        parts = self._references.nodes(point.said("Associated_parts"))
        lugs = [self._part_number(each) for each in parts if each.name in _TERMINALS]
        return {
            device: name or point.said("Id"),
            terminal: cavity,
            Target(f"{side}_lug"): ", ".join(filter(None, lugs)),
            Target(f"{side}_type"): self._part_number(owner),
        }

    def _beside(self, side: str, point: Node) -> dict[str, str]:
        parts = self._references.nodes(point.said("Associated_parts"))
        seals = [self._part_number(each) for each in parts if each.name == "Cavity_seal_occurrence"]
        found = {
            f"{side}_description": self._occurrence(point).said("Description"),
            f"{side}_seal": ", ".join(filter(None, seals)),
        }
        return {name: text for name, text in found.items() if text}

    def _part_number(self, occurrence: Node) -> str:
        return self._references.node(occurrence.said("Part")).said("Part_number")


def _position(extremity: Node) -> Decimal:
    try:
        found = Decimal(extremity.said("Position_on_wire") or "0")
    except InvalidOperation:
        return Decimal(0)
    return found if found.is_finite() else Decimal(0)


def _colour(part: Node) -> str:
    """Return the colours of a wire or core, the base colour first."""
    colours = [*part.all("Cover_colour"), *part.all("Core_colour")]
    in_order: Sequence[Node] = sorted(
        colours, key=lambda each: not each.said("Colour_type").casefold().startswith(_BASE)
    )
    return "/".join(filter(None, (each.said("Colour_value") for each in in_order)))
