"""Conductors of a QElectroTech project as wires: joined where arrows lead from folio to folio."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from wiring_qa.tables.kinds import Target
from wiring_qa.tables.readers.connections import Connection
from wiring_qa.tables.readers.qet_ends import Devices, arrow_name
from wiring_qa.tables.readers.qet_project import Element, Folio
from wiring_qa.tables.readers.qet_terminals import Terminal
from wiring_qa.tables.readers.xml_nodes import Node
from wiring_qa.tables.words import Code, say

_FIELDS = {
    Target.NUMBER: "num",
    Target.COLOUR: "conductor_color",
    Target.CROSS_SECTION: "conductor_section",
    Target.POTENTIAL: "tension_protocol",
}
_DRAWN = """
x y userx usery rotation condsize onetextperfolio vertical-alignment horizontal-alignment horizrotatetext
vertirotatetext bicolor dash-size numsize text_color color2 displaytext formula freezeLabel type style uuid
terminal1 terminal2 terminalname1 terminalname2 element1 element2 element1id element2id element1_name
element2_name element1_label element2_label element1_linked element2_linked
"""
_OF_THE_DRAWING = frozenset({*_DRAWN.split(), *_FIELDS.values()})
"""Attributes that say how a conductor is drawn, or what is read of its ends."""
_UNSAID = frozenset({"", "_", "#000000"})


@dataclass(frozen=True, slots=True)
class Conductor:
    """A conductor with what it is drawn to; an end that is connected to nothing is None."""

    folio: Folio
    node: Node
    ends: tuple[Terminal | None, Terminal | None]


@dataclass(frozen=True, slots=True)
class _End:
    """A device's end at an arrow."""

    terminal: Terminal
    arrow: Element
    conductor: Conductor


@dataclass(slots=True)
class _Net:
    """Arrows that lead to each other, and the ends that meet there."""

    first: int
    arrows: dict[int, Element] = field(default_factory=dict)
    ends: list[_End] = field(default_factory=list)


class _Groups:
    """Arrows grouped by what leads to what."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def of(self, arrow: Element) -> int:
        """Return the group of an arrow."""
        here = id(arrow)
        path = []
        while (above := self._above.get(here, here)) != here:
            path.append(here)
            here = above
        for each in path:
            self._above[each] = here
        return here

    def join(self, one: Element, other: Element) -> None:
        """Let two arrows be of one group."""
        self._above[self.of(one)] = self.of(other)


def connections_of(
    conductors: Sequence[Conductor], arrows: Iterable[Element], devices: Devices
) -> list[Connection]:
    """Return the connections that conductors make, in the order in which they are drawn.

    A conductor between two devices is one connection. Where arrows lead from folio to folio, the ends that
    meet there are one wire if they are two; of more, each is wired to the first, which the drawing leaves
    open and each row says. Ends at the same arrow as the first are wired to the first beyond it.
    """
    groups = _Groups()
    for arrow in arrows:
        for partner in devices.partners(arrow):
            groups.join(arrow, partner)
    for conductor in conductors:
        one, other = conductor.ends
        if one and other and one.element.is_arrow and other.element.is_arrow:
            groups.join(one.element, other.element)
    nets: dict[int, _Net] = {}
    found: list[tuple[int, list[Connection]]] = []
    for place, conductor in enumerate(conductors):
        meeting = _meeting(conductor)
        if not meeting:
            found.append((place, [_drawn(conductor, devices)]))
            continue
        net = nets.setdefault(groups.of(next(iter(meeting.values()))), _Net(place))
        net.arrows |= meeting
        net.ends += _ends_at(conductor)
    found += [(net.first, _wired(net, devices)) for net in nets.values()]
    return [each for _place, those in sorted(found, key=lambda pair: pair[0]) for each in those]


def _meeting(conductor: Conductor) -> dict[int, Element]:
    """Return the arrows that a conductor is drawn to; none if an end of it is connected to nothing."""
    ends = [end.element for end in conductor.ends if end is not None]
    return {id(each): each for each in ends if each.is_arrow} if len(ends) == len(conductor.ends) else {}


def _ends_at(conductor: Conductor) -> list[_End]:
    one, other = conductor.ends
    pairs = ((one, other), (other, one))
    return [
        _End(here, there.element, conductor)
        for here, there in pairs
        if here and there and there.element.is_arrow and not here.element.is_arrow
    ]


def _drawn(conductor: Conductor, devices: Devices) -> Connection:
    """Return the connection of a conductor that is drawn from end to end."""
    one, other = conductor.ends
    if one is None or other is None:
        number = conductor.node.get("num") or "–"
        return Connection(fault=say(Code.OPEN_END, number=number, page=conductor.folio.page))
    return _joined(devices, one, other, [conductor])


def _wired(net: _Net, devices: Devices) -> list[Connection]:
    """Return the connections of the ends that meet at arrows."""
    ends = net.ends
    if not ends:
        places = sorted(each.position for each in net.arrows.values())
        return [Connection(aside=say(Code.ARROWS_ONLY, places=places))]
    if len(ends) == 1:
        return [_leading_nowhere(ends[0], devices)]
    first = min(ends, key=lambda end: end.conductor.folio.order)
    beyond = [end for end in ends if end.arrow is not first.arrow]
    is_open = len(ends) > 2 or not beyond  # noqa: PLR2004  a wire has two ends
    found = []
    for end in ends:
        if end is first:
            continue
        start = beyond[0] if beyond and end.arrow is first.arrow else first
        joined = _joined(
            devices, start.terminal, end.terminal, [start.conductor, end.conductor], len(ends) * is_open
        )
        found.append(joined)
    return found


def _leading_nowhere(end: _End, devices: Devices) -> Connection:
    name = arrow_name(end.arrow)
    fields, extra = _said([end.conductor])
    return Connection(
        {**fields, **devices.fields("from", end.terminal), Target.TO_DEVICE: name},
        {**extra, **devices.beside("from", end.terminal)},
        [
            say(Code.ARROW_ALONE, place=end.arrow.position, device=name),
            *devices.warnings(end.terminal),
        ],
    )


def _joined(
    devices: Devices, start: Terminal, end: Terminal, parts: Sequence[Conductor], meeting: int = 0
) -> Connection:
    fields, extra = _said(parts)
    numbers = dict.fromkeys(each.node.get("num") for each in parts if each.node.get("num") not in _UNSAID)
    warnings = [*devices.warnings(start), *devices.warnings(end)]
    if len(numbers) > 1:
        warnings.append(say(Code.NUMBERS_DIFFER, numbers=list(numbers)))
    if meeting:
        warnings.append(say(Code.BRANCHED, count=meeting))
    return Connection(
        {**fields, **devices.fields("from", start), **devices.fields("to", end)},
        {**extra, **devices.beside("from", start), **devices.beside("to", end)},
        warnings,
    )


def _said(parts: Sequence[Conductor]) -> tuple[dict[Target, str], dict[str, str]]:
    """Return what conductors say of the wire that they are; the first that says something counts."""
    said: dict[str, str] = {}
    for each in parts:
        for name, text in each.node.attributes.items():
            if text.strip() not in _UNSAID:
                said.setdefault(name, text.strip())
    fields = {target: said[name] for target, name in _FIELDS.items() if name in said}
    folios = sorted({each.folio.order: each.folio.page for each in parts}.items())
    fields[Target.PAGE] = ", ".join(page for _order, page in folios)
    return fields, {name: text for name, text in said.items() if name not in _OF_THE_DRAWING}
