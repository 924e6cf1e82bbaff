"""QElectroTech projects (.qet): their conductors over all folios."""

from wiring_qa.tables.readers.limits import ReadLimits
from wiring_qa.tables.readers.qet_ends import Devices
from wiring_qa.tables.readers.qet_project import (
    Element,
    Folio,
    elements_of,
    folios_of,
    strips_of,
)
from wiring_qa.tables.readers.qet_symbols import symbols_of
from wiring_qa.tables.readers.qet_terminals import Terminal, terminals_of
from wiring_qa.tables.readers.qet_wires import Conductor, connections_of
from wiring_qa.tables.readers.sheets import Source
from wiring_qa.tables.readers.xml_nodes import Node, encoding_of, read_xml, root_name

_ROOT = "project"
_PARTS = (b"<newdiagrams", b"<diagram", b"<titleblocktemplates", b"<collection")
"""What tells the project from others whose root is called so."""
_ANY_ELEMENT = ""
_Terminals = dict[tuple[str, str], Terminal]
"""Terminals of a folio, by their element's UUID and their own, and by their own alone."""


def fits(data: bytes) -> bool:
    """Tell a project by its outermost element and the parts in it."""
    return root_name(data) == _ROOT and any(part in data for part in _PARTS)


def read(data: bytes, limits: ReadLimits, encoding: str | None = None) -> Source:  # noqa: ARG001  readers are called alike
    """Read the conductors of all folios.

    Raises:
        UnreadableTable: the file is damaged or dangerous.
    """
    project = read_xml(data, limits)
    symbols, strips = symbols_of(project), strips_of(project)
    elements: list[Element] = []
    conductors: list[Conductor] = []
    for folio, node in folios_of(project):
        terminals: _Terminals = {}
        for element, drawn in elements_of(folio, node, symbols, strips):
            elements.append(element)
            for names, terminal in terminals_of(element, drawn):
                for name in names:
                    terminals[_ANY_ELEMENT, name] = terminals[element.uuid, name] = terminal
        conductors += [_conductor(folio, each, terminals) for each in node.all("conductors", "conductor")]
    arrows = [each for each in elements if each.is_arrow]
    connections = connections_of(conductors, arrows, Devices(elements))
    return Source("qet", encoding=encoding_of(data), connections=connections)


def _conductor(folio: Folio, node: Node, terminals: _Terminals) -> Conductor:
    return Conductor(folio, node, (_end(node, "1", terminals), _end(node, "2", terminals)))


def _end(node: Node, side: str, terminals: _Terminals) -> Terminal | None:
    """Return the terminal that an end of a conductor is drawn to; None where there is none."""
    element = node.get(f"element{side}") or _ANY_ELEMENT
    found = terminals.get((element, node.get(f"terminal{side}")))
    name = node.get(f"terminalname{side}")
    if found is None or found.name or name in {"", "_"}:
        return found
    return Terminal(found.element, name, found.place)
