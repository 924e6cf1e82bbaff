"""WireViz harnesses (.yml): every wire of a cable that a connection set names, with what is at its ends."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from wiring_qa.tables.kinds import PAIRS, Target
from wiring_qa.tables.readers.connections import Connection
from wiring_qa.tables.readers.encodings import read_text
from wiring_qa.tables.readers.limits import ReadLimits
from wiring_qa.tables.readers.sheets import Source
from wiring_qa.tables.readers.wireviz_parts import Core, Part, core_of, lacks, pin_of
from wiring_qa.tables.readers.wireviz_sets import Item, Mate, Parts, Spot, strands_of
from wiring_qa.tables.readers.yaml_nodes import read_yaml
from wiring_qa.tables.words import Code, Message, say, unreadable

_SECTION = re.compile(r"""^["']?(connectors|cables|connections)["']?\s*:(?:\s|$)""", re.MULTILINE)
_LOOKED_AT = 200_000
_ENOUGH = 2
_READ = """
type gauge gauge_unit length length_unit colors color_code wirecount wirelabels shield category notes
show_equiv show_name show_wirecount show_wirenumbers bgcolor bgcolor_title image ignore_in_bom
"""
_KNOWN = frozenset(_READ.split())
"""Attributes of a cable that are read, or only say how it is drawn."""
_LUG = re.compile(
    r"ferrule|lug|crimp|hülse|schuh|embout|cosse|puntal|capocorda|管型|线鼻|端头", re.IGNORECASE
)


def fits(data: bytes) -> bool:
    """Tell a harness by two of its sections at the outermost level."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = data[:_LOOKED_AT].decode("utf-16" if wide else "utf-8", "replace")
    return len(set(_SECTION.findall(text.lstrip("\ufeff")))) >= _ENOUGH


def read(data: bytes, limits: ReadLimits, encoding: str | None = None) -> Source:
    """Read the connections of a harness.

    Raises:
        UnreadableTable: the file is damaged or dangerous, or no harness.
    """
    text = read_text(data, encoding)
    harness = read_yaml(text.text, limits)
    if not isinstance(harness, dict):
        raise unreadable(Code.NOT_A_TABLE)
    parts = Parts(harness)
    sets = harness.get("connections")
    found: list[Connection] = []
    for row in sets if isinstance(sets, list) else []:
        found += _of_set(list(strands_of(row, parts, limits)))
        if len(found) > limits.max_rows:
            raise unreadable(Code.TOO_MANY_ROWS, limit=limits.max_rows)
    for part in parts.used:
        found += _loops(part)
    return Source("wireviz", encoding=text.encoding, connections=found, lost_signs=text.lost_signs)


def _of_set(strands: Sequence[Sequence[Item]]) -> Iterator[Connection]:
    """Yield the wires of each cable of a set in turn, and a note for what is plugged or not wired at all."""
    for place in range(max(map(len, strands), default=0)):
        for strand in strands:
            item, before = strand[place], _at(strand, place - 1)
            if isinstance(item, Mate):
                yield from _plugged(strand, place, item)
                if item.is_whole:
                    break
            elif isinstance(item, Spot) and item.part.is_cable:
                yield _wire(strand, place, item)
            elif isinstance(item, Spot) and isinstance(before, Spot) and not before.part.is_cable:
                yield Connection(fault=say(Code.NO_CABLE, one=_end_text(before), other=_end_text(item)))


def _plugged(strand: Sequence[Item], place: int, mate: Mate) -> Iterator[Connection]:
    """Yield a note of what an arrow joins, unless it puts a ferrule of a wire into a pin."""
    sides = [_at(strand, place - 1), _at(strand, place + 1)]
    spots = [each for each in sides if isinstance(each, Spot)]
    if not mate.is_whole and any(_LUG.search(each.part.kind) for each in spots):
        return
    names = [each.part.name if mate.is_whole else _end_text(each) for each in spots]
    one, other = [*names, "–", "–"][:2]
    yield Connection(aside=say(Code.PLUGGED, one=one, other=other))


def _wire(strand: Sequence[Item], place: int, item: Spot) -> Connection:
    core = core_of(item.part, item.asked)
    fields, extra = _said_of(item.part, core)
    warnings = _doubts(item)
    is_free = []
    for side, step in (("from", -1), ("to", 1)):
        end, lug = _end(strand, place, step)
        is_free.append(end is None)
        if end is None:
            fields |= _free_end(side, item.part, core)
            warnings.append(say(Code.FREE_END, name=f"{item.part.name}:{core.name}"))
        else:
            told, beside = _pin(side, end, lug)
            fields, extra = {**fields, **told}, {**extra, **beside}
            warnings += _doubts(end)
    if all(is_free):
        return Connection(aside=say(Code.UNCONNECTED, name=f"{item.part.name}:{core.name}"))
    return Connection(fields, extra, warnings)


def _doubts(spot: Spot) -> list[Message]:
    """Say that a part is not described, or that what is asked for is not in it."""
    if not spot.part.is_described:
        return [say(Code.NOT_DESCRIBED, name=spot.part.name)]
    return (
        [say(Code.NO_SUCH_PIN, name=spot.part.name, pin=spot.asked)] if lacks(spot.part, spot.asked) else []
    )


def _end(strand: Sequence[Item], place: int, step: int) -> tuple[Spot | None, str]:
    """Return the pin beside a cable; where a ferrule there is put into a pin, that pin, and the ferrule."""
    near = _at(strand, place + step)
    if not isinstance(near, Spot) or near.part.is_cable:
        return None, ""
    arrow, far = _at(strand, place + 2 * step), _at(strand, place + 3 * step)
    is_put_in = isinstance(arrow, Mate) and not arrow.is_whole and isinstance(far, Spot)
    if is_put_in and isinstance(far, Spot) and not far.part.is_cable and _LUG.search(near.part.kind):
        return far, near.part.kind
    return near, ""


def _at(strand: Sequence[Item], place: int) -> Item:
    return strand[place] if 0 <= place < len(strand) else None


def _pin(side: str, end: Spot, lug: str) -> tuple[dict[Target, str], dict[str, str]]:
    pin, label = pin_of(end.part, end.asked)
    device, terminal = PAIRS[side]
    fields = {device: end.part.name, terminal: pin, Target(f"{side}_type"): end.part.kind}
    return {**fields, Target(f"{side}_lug"): lug}, {f"{side}_label": label} if label else {}


def _free_end(side: str, cable: Part, core: Core) -> dict[Target, str]:
    """Name an end that is connected to nothing after the cable and the wire that ends there."""
    device, terminal = PAIRS[side]
    return {device: cable.name, terminal: core.label or core.name}


def _said_of(cable: Part, core: Core) -> tuple[dict[Target, str], dict[str, str]]:
    """Return what a cable says of one of its wires; a gauge without unit is in mm², a length in m."""
    length, unit = cable.text("length"), cable.text("length_unit") or "m"
    gauge = " ".join(filter(None, (cable.text("gauge"), cable.text("gauge_unit"))))
    fields = {
        Target.NUMBER: core.label or f"{cable.name}:{core.name}",
        Target.COLOUR: core.colour,
        Target.CROSS_SECTION: "" if core.name == "s" else gauge,
        Target.LENGTH: f"{length} {unit}" if length.replace(".", "", 1).isdecimal() else length,
        Target.WIRE_TYPE: cable.text("type"),
        Target.REMARK: cable.text("notes"),
    }
    beside = {name: text for name, text in cable.said.items() if name not in _KNOWN and isinstance(text, str)}
    return fields, {"cable": cable.name, **beside}


def _loops(part: Part) -> Iterator[Connection]:
    """Yield the bridges on a connector."""
    loops = part.said.get("loops")
    for loop in loops if isinstance(loops, list) and not part.is_cable else []:
        pins = [str(each) for each in loop if each is not None] if isinstance(loop, list) else []
        for one, other in pairwise(pins):
            ends = Spot(part, one), Spot(part, other)
            fields, extra = _pin("from", ends[0], "")
            told, beside = _pin("to", ends[1], "")
            said = [each for end in ends for each in _doubts(end)]
            yield Connection({**fields, **told}, {**extra, **beside, "loop": part.name}, said)


def _end_text(spot: Spot) -> str:
    return f"{spot.part.name}:{spot.asked}"
