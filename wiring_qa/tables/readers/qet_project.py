"""What a QElectroTech project draws: folios, symbols with their labels, and terminals.

Attributes are those that the program writes; versions before 0.8 number terminals within a folio, later ones
name them by the element's and the terminal's UUID.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from wiring_qa.tables.readers.qet_symbols import Symbol, number_of, place_of
from wiring_qa.tables.readers.xml_nodes import Node

ARROWS = frozenset({"next_report", "previous_report"})
_BLANK = frozenset({"", "_"})
_MARGIN = 30
"""What lies left of and above the grid of a folio: the margin and the names of its rows and columns."""
_OF_COILS_AND_LAMPS = frozenset({"A1", "A2", "X1", "X2"})
"""Terminals by EN 50005, written like labels."""
_LABELLED = re.compile(r"[=+\-]?[^\W\d_]{1,4}\d{1,4}[\w.:/\-]*")


@dataclass(frozen=True, slots=True)
class Folio:
    """A page of the project, and its place among them."""

    order: int
    page: str


@dataclass(eq=False, slots=True)
class Element:
    """A symbol as it stands on a folio."""

    folio: Folio
    symbol: Symbol
    position: str
    """As the program's own cross-references say it: folio, row and column, such as ``4-G17``."""
    label: str
    said: Mapping[str, str]
    """What its properties say, by the program's names."""
    texts: tuple[str, ...]
    uuid: str
    links: tuple[str, ...]
    strip: Mapping[str, str] = field(default_factory=dict)
    """The data of the terminal strip that it belongs to."""

    @property
    def is_arrow(self) -> bool:
        """Whether it leads to another folio."""
        return self.symbol.kind in ARROWS


def folios_of(project: Node) -> list[tuple[Folio, Node]]:
    """Return the folios in their order, each with its node."""
    diagrams = project.all("diagram")
    numbered = sorted(
        (int(number_of(node, "order")) or place, place, node) for place, node in enumerate(diagrams, 1)
    )
    return [(Folio(order, _page(node, order, len(diagrams))), node) for order, _place, node in numbered]


def _page(node: Node, order: int, total: int) -> str:
    """Return how a folio is numbered; numbers that the program counts stand for themselves."""
    text = node.get("folio").replace("%total", str(total)).replace("%autonum", node.get("auto_page_num"))
    return str(order) if not text or "%" in text else text


def elements_of(
    folio: Folio, node: Node, symbols: Mapping[str, Symbol], strips: Mapping[str, Mapping[str, str]]
) -> Iterator[tuple[Element, Node]]:
    """Yield the elements of a folio, each with its node."""
    for each in node.all("elements", "element"):
        symbol = symbols.get(each.get("type"), Symbol(name=_file_name(each.get("type"))))
        said = {
            info.get("name"): info.text
            for info in each.all("elementInformations", "elementInformation")
            if info.text
        }
        yield (
            Element(
                folio, symbol, _position(folio, node, each), _label(each, symbol, said), said, _texts(each),
                each.get("uuid"), tuple(link.get("uuid") for link in each.all("links_uuids", "link_uuid")),
                strips.get(each.get("uuid"), {}),
            ),
            each,
        )  # fmt: skip


def _label(node: Node, symbol: Symbol, said: Mapping[str, str]) -> str:
    """Return an element's label: its property, else the text that shows it."""
    if label := said.get("label", "").strip():
        return label
    for text in node.all("dynamic_texts", "dynamic_elmt_text"):
        if text.said("info_name") == "label" and text.said("text"):
            return text.said("text")
    inputs = [each for each in node.all("inputs", "input") if each.get("text") not in _BLANK]
    marked = [each.get("text") for each in inputs if place_of(each) in symbol.label_at]
    alike = [words[0] for each in inputs if _LABELLED.fullmatch((words := each.get("text").split())[0])]
    return (marked or [text for text in alike if text not in _OF_COILS_AND_LAMPS] or alike or [""])[0]


def _texts(node: Node) -> tuple[str, ...]:
    return tuple(
        text for each in node.all("dynamic_texts", "dynamic_elmt_text") if (text := each.said("text"))
    )


def strips_of(project: Node) -> dict[str, dict[str, str]]:
    """Return the data of terminal strips by the UUID of each element that belongs to one."""
    found: dict[str, dict[str, str]] = {}
    for strip in project.all("terminal_strips", "terminal_strip"):
        data: dict[str, str] = {}
        for node in strip.every():
            if node.name.endswith("strip_data"):
                data |= node.attributes
                data |= {each.get("name"): each.text for each in node.children if each.text}
        for node in strip.every():
            if element := node.get("element_uuid"):
                found[element] = data
    return found


def _position(folio: Folio, diagram: Node, node: Node) -> str:
    column = int((number_of(node, "x") - _MARGIN) // (number_of(diagram, "colsize") or 60))
    row = int((number_of(node, "y") - _MARGIN) // (number_of(diagram, "rowsize") or 80))
    return f"{folio.order}-{chr(65 + min(max(row, 0), 25))}{max(column, 0)}"


def _file_name(kind: str) -> str:
    return kind.rpartition("/")[2].removesuffix(".elmt")
