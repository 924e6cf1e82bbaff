"""The wires of a file that lists connections and has no rows of cells."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from wiring_qa.tables.cell_texts.designations import half_width
from wiring_qa.tables.kinds import PAIRS, Level, RowKind, Target
from wiring_qa.tables.previews import Problem
from wiring_qa.tables.readers.connections import Connection
from wiring_qa.tables.rows.cell_pieces import colour, cross_section, length
from wiring_qa.tables.rows.odd_ends import odd_ends
from wiring_qa.tables.rows.pieces import Piece, device
from wiring_qa.tables.rows.reader import left_out_row
from wiring_qa.tables.wires import ParsedWire
from wiring_qa.tables.words import Code, say

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
    texts = {target: text.strip() for target, text in connection.fields.items() if text.strip()}
    piece = _joined(_pieces(texts))
    lacks = tuple(side for side in _SIDES if not piece.fields.get(f"{side}_device"))
    fault = connection.fault or (say(_LACKS[lacks]) if lacks else None)
    if fault is not None:
        return None, [Problem(row, Level.ERROR, fault, RowKind.UNREADABLE)]
    wire = ParsedWire(row=row, extra={**connection.extra, **piece.extra}, **piece.fields)
    said = [*connection.warnings, *piece.warnings, *(message for _target, message in odd_ends(wire))]
    return wire, [Problem(row, Level.WARNING, each) for each in said]


def _pieces(texts: Mapping[Target, str]) -> Iterator[Piece]:
    """Yield what each text says; where two say the same of a wire, the later one counts."""
    for side in _SIDES:
        at_device, at_terminal = PAIRS[side]
        yield device(texts.get(at_device, ""), side)
        yield Piece({at_terminal.value: half_width(texts.get(at_terminal, "")) or None})
    yield Piece({Target.NUMBER.value: half_width(texts.get(Target.NUMBER, "")) or None})
    yield Piece({target.value: texts[target] for target in _PLAIN if target in texts})
    yield Piece(extra={target.value: texts[target] for target in _KEPT_BESIDE if target in texts})
    if text := texts.get(Target.COLOUR):
        yield colour(text)
    if text := texts.get(Target.CROSS_SECTION):
        yield cross_section(text, names_type=Target.WIRE_TYPE not in texts)
    if text := texts.get(Target.LENGTH):
        yield length(text, Target.LENGTH.value)


def _joined(pieces: Iterable[Piece]) -> Piece:
    whole = Piece()
    for piece in pieces:
        whole.fields.update(piece.fields)
        whole.extra.update(piece.extra)
        whole.warnings += piece.warnings
    return whole
