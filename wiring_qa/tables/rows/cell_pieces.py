"""What one cell says of a wire, by its column: read once for each different text of the column."""

from collections.abc import Callable

from wiring_qa.tables.cell_texts.colours import parse_colour
from wiring_qa.tables.cell_texts.cross_sections import (
    colour_after,
    layer_parts,
    parse_cross_section,
    wire_type_in,
)
from wiring_qa.tables.cell_texts.designations import half_width
from wiring_qa.tables.cell_texts.lengths import UNITS_MM, parse_length
from wiring_qa.tables.cell_texts.row_words import NOTHING
from wiring_qa.tables.columns.contents import are_made_decimals, cells_of
from wiring_qa.tables.columns.header import Header
from wiring_qa.tables.columns.names import normal
from wiring_qa.tables.judging.flags import says_wide
from wiring_qa.tables.kinds import PAIRS, Target
from wiring_qa.tables.previews import Column
from wiring_qa.tables.readers.sheets import Sheet
from wiring_qa.tables.rows.pieces import Piece, end, terminal
from wiring_qa.tables.words import Code, say

_BLANK = Piece()
_Reading = Callable[[str], Piece]


class ColumnPieces(dict[str, Piece]):
    """The pieces of one column, by the text of the cell as it was read."""

    def __init__(self, column: Column, reading: _Reading) -> None:
        super().__init__()
        self.column = column
        self.has_made_decimals = False
        self._reading = reading
        self.is_number = column.targets == (Target.NUMBER,)
        """Whether it fills the number alone: of that column most cells differ."""

    def number(self, cell: str) -> str | None:
        """Return the number that a cell gives."""
        text = self._text(cell)
        return half_width(text) or None if text.casefold() not in NOTHING else None

    def _text(self, cell: str) -> str:
        return cell.strip().removesuffix(".0") if self.has_made_decimals else cell.strip()

    def __missing__(self, cell: str) -> Piece:
        text = self._text(cell)
        piece = self._reading(text) if text else _BLANK
        if piece.extra or piece.warnings:
            piece.column, piece.is_more = self.column, True
        self[cell] = piece
        return piece


def pieces_of(header: Header, sheet: Sheet) -> list[ColumnPieces]:
    """Return the pieces of every column; where two say the same of a wire, the later one counts.

    The place in a designation goes before that in a column of its own, a cross-section before the one in the
    type of the wire.
    """
    known = {target for column in header.columns for target in column.targets}
    found = [ColumnPieces(column, _reading(column, known)) for column in header.columns]
    for pieces in found:
        if _COUNTED.issuperset(pieces.column.targets) and pieces.column.targets:
            pieces.has_made_decimals = are_made_decimals(
                cells_of(sheet, pieces.column.index, header.last_row)
            )
    return sorted(found, key=lambda each: _weight(each.column.targets))


_COUNTED = frozenset({Target.NUMBER, Target.FROM_TERMINAL, Target.TO_TERMINAL})
"""Fields whose numbers are names and have no decimals."""
_LATER = {
    Target.CROSS_SECTION: 1,
    Target.FROM_TERMINAL: 1,
    Target.TO_TERMINAL: 1,
    Target.FROM_DEVICE: 2,
    Target.TO_DEVICE: 2,
}


def _weight(targets: tuple[Target, ...]) -> int:
    return max((_LATER.get(target, 0) for target in targets), default=0)


def _reading(column: Column, known: set[Target]) -> _Reading:
    if not column.targets:
        return lambda text: Piece(extra={column.header: text})
    for side in ("from", "to"):
        at_device, at_terminal = PAIRS[side]
        if at_device in column.targets:
            separator = column.separator if at_terminal in column.targets else None
            return lambda text: end(text, side, separator)
        if at_terminal in column.targets:
            return lambda text: terminal(text, at_terminal)
    special = _SPECIAL.get(column.targets[0], _plain)
    return lambda text: _BLANK if text.casefold() in NOTHING else special(text, column, known)


def _plain(text: str, column: Column, known: set[Target]) -> Piece:  # noqa: ARG001  readings are called alike
    piece = Piece(dict.fromkeys(map(str, column.targets), text))
    if not {Target.FROM_TYPE, Target.TO_TYPE}.isdisjoint(column.targets):
        piece.extra[column.header] = text
    return piece


def _number(text: str, _column: Column, _known: set[Target]) -> Piece:
    return Piece({"number": half_width(text) or None})


def _wire_type(text: str, _column: Column, known: set[Target]) -> Piece:
    piece = Piece({"wire_type": text})
    layer = layer_parts(text)
    if told := layer[1] if layer else parse_cross_section(text):
        piece.fields |= {"cross_section_text": text, "cross_section_mm2": told.mm2}
    if layer and Target.COLOUR not in known:
        piece.fields |= colour(layer[0]).fields
    return _with_colour(piece, text, known)


def _cross_section(text: str, column: Column, known: set[Target]) -> Piece:
    piece = cross_section(text, awg=column.is_awg, names_type=Target.WIRE_TYPE not in known)
    return _with_colour(piece, text, known)


def _with_colour(piece: Piece, text: str, known: set[Target]) -> Piece:
    if Target.COLOUR not in known and (told := colour_after(text)):
        piece.fields |= colour(told).fields
    return piece


def cross_section(text: str, *, awg: bool = False, names_type: bool) -> Piece:
    """Read a cross-section; ``names_type`` where the type of the wire may stand in it, too."""
    told = parse_cross_section(text, awg=awg)
    mm2 = told.mm2 if told else None
    piece = Piece({"cross_section_text": text, "cross_section_mm2": mm2})
    if names_type and (kind := wire_type_in(text)):
        piece.fields["wire_type"] = kind
    if told is None:
        piece.warnings = (say(Code.BAD_CROSS_SECTION, text=text),)
    elif not told.is_usual:
        piece.warnings = (say(Code.ODD_CROSS_SECTION, text=text, mm2=f"{told.mm2:f}"),)
    return piece


def _colour(text: str, _column: Column, _known: set[Target]) -> Piece:
    return colour(text)


def colour(text: str) -> Piece:
    """Read a colour; the text stays beside it."""
    code = parse_colour(text)
    warnings = () if code else (say(Code.BAD_COLOUR, text=text),)
    return Piece({"colour_text": text, "colour": code}, {}, warnings)


def _length(text: str, column: Column, _known: set[Target]) -> Piece:
    return length(text, column.header, normal(column.header)[1] or "mm")


def length(text: str, header: str, unit: str = "mm") -> Piece:
    """Read a length; one that cannot be read is kept beside the wire under its header."""
    found = parse_length(text, unit if unit in UNITS_MM else "mm")
    if found is None:
        return Piece({}, {header: text}, (say(Code.BAD_LENGTH, text=text),))
    return Piece({"length_mm": found})


def _wide(text: str, _column: Column, _known: set[Target]) -> Piece:
    return Piece({"table_says_wide": says_wide(text)})


_SPECIAL: dict[Target, Callable[[str, Column, set[Target]], Piece]] = {
    Target.NUMBER: _number,
    Target.WIRE_TYPE: _wire_type,
    Target.CROSS_SECTION: _cross_section,
    Target.COLOUR: _colour,
    Target.LENGTH: _length,
    Target.WIDE: _wide,
}
