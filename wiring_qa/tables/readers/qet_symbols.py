"""The symbols of a QElectroTech project: its own collection, as it is drawn on the folios."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite

from wiring_qa.tables.readers.xml_nodes import Node

_LANGUAGES = ("en", "de", "fr")
"""In which the name of a symbol is looked for first."""
_FARTHEST = 1e6
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol of the project's collection, as it is drawn wherever it is used."""

    kind: str = ""
    name: str = ""
    terminals: Mapping[Place, Node] = field(default_factory=dict)
    label_at: frozenset[Place] = frozenset()
    """Where old versions have the text that is the label."""


def symbols_of(project: Node) -> dict[str, Symbol]:
    """Return the symbols of the project's collection by the type that elements name."""
    found: dict[str, Symbol] = {}
    waiting = [("embed:/", each) for each in project.all("collection")]
    while waiting:
        path, node = waiting.pop()
        for child in node.children:
            if child.name == "category":
                waiting.append((f"{path}/{child.get('name')}", child))
            elif child.name == "element":
                found[f"{path}/{child.get('name')}"] = _symbol(child)
    return found


def _symbol(node: Node) -> Symbol:
    definition = node.child("definition") or node
    names = {each.get("lang"): each.text for each in definition.all("names", "name") if each.text}
    known = [names[language] for language in _LANGUAGES if language in names]
    drawn = [each for part in definition.all("description") for each in part.children]
    return Symbol(
        definition.get("link_type"),
        (known or list(names.values()) or [node.get("name").removesuffix(".elmt")])[0],
        {place_of(each): each for each in drawn if each.name == "terminal"},
        frozenset(place_of(each) for each in drawn if each.name == "input" and each.get("tagg") == "label"),
    )


def place_of(node: Node) -> Place:
    """Return where a part of a symbol is drawn."""
    return round(number_of(node, "x"), 1), round(number_of(node, "y"), 1)


def number_of(node: Node, name: str) -> float:
    """Return an attribute as a number of sane size; 0 where it is none."""
    try:
        number = float(node.get(name))
    except ValueError:
        return 0.0
    return min(max(number, -_FARTHEST), _FARTHEST) if isfinite(number) else 0.0
