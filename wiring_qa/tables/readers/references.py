"""Harness files whose elements refer to each other by id: KBL and VEC."""

from collections.abc import Collection
from decimal import Decimal, InvalidOperation

from wiring_qa.tables.readers.xml_nodes import Node

_PREFIXES = {"": "", "milli": "m", "centi": "c", "deci": "d", "kilo": "k"}
_OTHER = {"inch": "in", "foot": "ft", "millimetre": "mm", "millimeter": "mm", "squaremillimetre": "mm²"}
_SQUARE = frozenset({"square", "2"})
_MOST = Decimal(10_000_000)


class References:
    """The elements of a file by their ids, and what each lies in."""

    def __init__(self, root: Node) -> None:
        self.root = root
        self._by_id: dict[str, Node] = {}
        self._above: dict[int, Node] = {}
        for node in root.every():
            if name := node.get("id"):
                self._by_id.setdefault(name, node)
            for child in node.children:
                self._above[id(child)] = node

    def nodes(self, ids: str) -> list[Node]:
        """Return the elements of a list of ids; those that the file does not have are left out."""
        return [self._by_id[each] for each in ids.split() if each in self._by_id]

    def node(self, ids: str) -> Node:
        """Return the first element of a list of ids; an empty one where the file has none."""
        return next(iter(self.nodes(ids)), Node("", {}))

    def named(self, name: str) -> list[Node]:
        """Return every element of a name, in the order of the file."""
        return [each for each in self.root.every() if each.name == name]

    def owner(self, node: Node, names: Collection[str]) -> Node:
        """Return the nearest element of one of these names that a node lies in; an empty one if in none."""
        here: Node | None = node
        while here is not None and here.name not in names:
            here = self._above.get(id(here))
        return here or Node("", {})

    def measured(self, value: Node | None, places: int) -> str:
        """Return a value with its unit, to so many decimal places: ``261.3 mm``, ``0.5 mm²``."""
        if value is None:
            return ""
        text = value.said("Value_component") or value.said("ValueComponent")
        try:
            number = Decimal(text)
        except InvalidOperation:
            return text
        if not number.is_finite() or not 0 < number < _MOST:
            return ""
        plain = f"{round(number, places):f}"
        plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
        unit = self.node(value.said("Unit_component") or value.said("UnitComponent"))
        return f"{plain} {_unit(unit)}".strip()


def _unit(unit: Node) -> str:
    said = {each.name.replace("_", "").casefold(): each.text.casefold() for each in unit.children}
    if said.get("siunitname") in {"metre", "meter"}:
        is_square = said.get("sidimension", said.get("exponent")) in _SQUARE
        return _PREFIXES.get(said.get("siprefix", ""), "?") + ("m²" if is_square else "m")
    other = next((text for name, text in said.items() if name.endswith("unitname")), "")
    return _OTHER.get(other.replace(" ", ""), other)
