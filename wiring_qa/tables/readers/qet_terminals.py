"""The terminals of an element of a QElectroTech project, and what they are called."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import dist

from wiring_qa.tables.readers.qet_project import Element
from wiring_qa.tables.readers.qet_symbols import Place, number_of, place_of
from wiring_qa.tables.readers.xml_nodes import Node

_UNNAMED = frozenset({"", "_"})
_NAME = re.compile(r"\d{1,3}|[A-Z]{1,2}\d{0,2}|[+\-]")
"""What is written beside a terminal: ``13``, ``A1``, ``PE``, ``+``."""


@dataclass(frozen=True, slots=True)
class Terminal:
    """A terminal of an element; an unnamed one goes by its place among the element's."""

    element: Element
    name: str
    place: int
    is_told_by_text: bool = False
    """Whether the name is only written beside it in the drawing."""


def terminals_of(element: Element, node: Node) -> Iterator[tuple[tuple[str, ...], Terminal]]:
    """Yield an element's terminals, each with what conductors may call it by."""
    terminals = node.all("terminals", "terminal")
    beside = _written_beside([place_of(each) for each in terminals], _texts(node, element.label))
    for place, each in enumerate(terminals, 1):
        drawn = element.symbol.terminals.get(place_of(each)) or Node("terminal", {})
        names = (each.get("name"), each.get("number"), drawn.get("name"))
        name = next((text for text in names if text not in _UNNAMED), "")
        yield (
            tuple(filter(None, (each.get("id"), each.get("uuid"), drawn.get("uuid")))),
            Terminal(element, name or beside[place - 1], place, not name and bool(beside[place - 1])),
        )


def _texts(node: Node, label: str) -> list[tuple[Place, str]]:
    """Return the texts of an element that may name terminals, and where they stand."""
    found = [(_moved(each), each.get("text")) for each in node.all("inputs", "input")]
    found += [
        (place_of(each), each.said("text"))
        for each in node.all("dynamic_texts", "dynamic_elmt_text")
        if each.get("text_from") == "UserText"
    ]
    return [(place, text) for place, text in found if _NAME.fullmatch(text) and text != label]


def _moved(text: Node) -> Place:
    """Return where a text of an old version stands; a person may have moved it."""
    names = ("userx", "usery") if text.get("userx") else ("x", "y")
    return number_of(text, names[0]), number_of(text, names[1])


def _written_beside(terminals: Sequence[Place], texts: Sequence[tuple[Place, str]]) -> list[str]:
    """Return the text beside each terminal, where every terminal has one of its own; else nothing."""
    nothing = [""] * len(terminals)
    if len(texts) != len(terminals) or len({text for _place, text in texts}) < len(texts):
        return nothing
    nearest = [min(texts, key=lambda text: dist(text[0], place)) for place in terminals]
    return [text for _place, text in nearest] if len(set(nearest)) == len(terminals) else nothing
