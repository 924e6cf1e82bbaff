"""The wires of a file that lists connections and has no rows of cells."""

from collections.abc import Collection, Sequence
from typing import Any

from wiring_qa.tables.colours import parse_colour
from wiring_qa.tables.cross_sections import parse_cross_section, wire_type_in
from wiring_qa.tables.designations import half_width, parse_designation
from wiring_qa.tables.kinds import PAIRS, Level, RowKind, Target
from wiring_qa.tables.lengths import parse_length
from wiring_qa.tables.readers.connections import Connection
from wiring_qa.tables.rows import left_out_row
from wiring_qa.tables.wires import ParsedWire, Problem
from wiring_qa.tables.words import Code, Message, say

_SIDES = ("from", "to")
_PLAIN = (
    Target.WIRE_TYPE, Target.FROM_LUG, Target.TO_LUG, Target.FROM_LOCATION, Target.TO_LOCATION,
    Target.FROM_TYPE, Target.TO_TYPE, Target.POTENTIAL, Target.PAGE, Target.REMARK,
)  # fmt: skip
_KEPT_BESIDE = (Target.FROM_TYPE, Target.TO_TYPE)
_LACKS = {("from",): Code.NO_FROM, ("to",): Code.NO_TO, _SIDES: Code.NO_ENDS}


def read_connections(
    connections: Sequence[Connection], left_out: Collection[int]
) -> tuple[list[ParsedWire], list[Problem]]:
    """Make a wire of each connection, or name what it is; the n-th connection counts as row n."""
    wires: list[ParsedWire] = []
    problems: list[Problem] = []
    for row, connection in enumerate(connections, 1):
        wire, found = left_out_row(row) if row in left_out else _read(row, connection)
        if wire is not None:
            wires.append(wire)
        problems += found
    return wires, problems


def _read(row: int, connection: Connection) -> tuple[ParsedWire | None, list[Problem]]:
    if connection.aside is not None:
        return None, [Problem(row, Level.WARNING, connection.aside, RowKind.NO_WIRE)]
    fields: dict[str, Any] = {}
    extra = dict(connection.extra)
    for side in _SIDES:
        _end(connection, side, fields, extra)
    lacks = tuple(side for side in _SIDES if not fields[f"{side}_device"])
    fault = connection.fault or (say(_LACKS[lacks]) if lacks else None)
    if fault is not None:
        return None, [Problem(row, Level.ERROR, fault, RowKind.UNREADABLE)]
    fields["number"] = half_width(connection.fields.get(Target.NUMBER, "").strip()) or None
    warnings = [*connection.warnings, *_measures(connection, fields, extra), *_odd_ends(fields)]
    wire = ParsedWire(row=row, extra=extra, **fields)
    return wire, [Problem(row, Level.WARNING, each) for each in warnings]


def _end(connection: Connection, side: str, fields: dict[str, Any], extra: dict[str, str]) -> None:
    """Read an end; what a whole designation says of place and function stands beside the device."""
    device, terminal = PAIRS[side]
    text = half_width(connection.fields.get(device, "").strip())
    told = parse_designation(text, "\x00") if text.startswith(("=", "+")) else None
    fields[device.value] = (told.device if told else text) or ""
    fields[terminal.value] = half_width(connection.fields.get(terminal, "").strip()) or None
    if told and told.location:
        fields[f"{side}_location"] = told.location
    if told and told.function:
        extra[f"{side}_function"] = told.function


def _measures(connection: Connection, fields: dict[str, Any], extra: dict[str, str]) -> list[Message]:
    """Read what is measured, and what is only copied; return what cannot be told."""
    texts = {target: text.strip() for target, text in connection.fields.items() if text.strip()}
    for target in _PLAIN:
        if target in texts:
            fields[target.value] = texts[target]
            if target in _KEPT_BESIDE:
                extra[target.value] = texts[target]
    said: list[Message] = []
    if text := texts.get(Target.COLOUR):
        fields["colour_text"], fields["colour"] = text, parse_colour(text)
        if fields["colour"] is None:
            said.append(say(Code.BAD_COLOUR, text=text))
    if text := texts.get(Target.CROSS_SECTION):
        said += _cross_section(text, fields)
    if text := texts.get(Target.LENGTH):
        fields["length_mm"] = parse_length(text)
        if fields["length_mm"] is None:
            said.append(say(Code.BAD_LENGTH, text=text))
            extra[Target.LENGTH.value] = text
    return said


def _cross_section(text: str, fields: dict[str, Any]) -> list[Message]:
    told = parse_cross_section(text)
    fields["cross_section_text"] = text
    if kind := wire_type_in(text):
        fields.setdefault("wire_type", kind)
    if told is None:
        return [say(Code.BAD_CROSS_SECTION, text=text)]
    fields["cross_section_mm2"] = told.mm2
    return [] if told.is_usual else [say(Code.ODD_CROSS_SECTION, text=text, mm2=f"{told.mm2:f}")]


def _odd_ends(fields: dict[str, Any]) -> list[Message]:
    said = [
        say(Code.NO_TERMINAL, device=fields[f"{side}_device"])
        for side in _SIDES
        if fields[f"{side}_terminal"] is None
    ]
    one, other = ((fields[f"{side}_device"], fields[f"{side}_terminal"]) for side in _SIDES)
    if one == other and one[1]:
        said.append(say(Code.SAME_ENDS, end=":".join(map(str, one))))
    return said
