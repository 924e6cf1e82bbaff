"""The cells of a row as the fields of a wire, each problem at its cell."""

from dataclasses import dataclass, field
from typing import Any

from wiring_qa.tables.colours import parse_colour
from wiring_qa.tables.columns import Header
from wiring_qa.tables.cross_sections import parse_cross_section, wire_type_in
from wiring_qa.tables.designations import half_width, parse_designation
from wiring_qa.tables.flags import says_wide
from wiring_qa.tables.headers import normal
from wiring_qa.tables.kinds import PAIRS, Level, RowKind, Target
from wiring_qa.tables.lengths import UNITS_MM, parse_length
from wiring_qa.tables.made_dates import is_made_date
from wiring_qa.tables.readers.sheets import OddKind, Sheet
from wiring_qa.tables.row_words import NOTHING
from wiring_qa.tables.wires import Column, ParsedWire, Problem
from wiring_qa.tables.words import Code, Message, say

_PLAIN = (
    Target.NUMBER, Target.WIRE_TYPE, Target.FROM_LUG, Target.TO_LUG, Target.FROM_LOCATION, Target.TO_LOCATION,
    Target.FROM_TYPE, Target.TO_TYPE, Target.POTENTIAL, Target.PAGE, Target.REMARK,
)  # fmt: skip
_ODD = {
    OddKind.FORMULA: Code.FORMULA, OddKind.FORMULA_ERROR: Code.FORMULA_ERROR, OddKind.DATE: Code.DATE,
    OddKind.ABOVE: Code.ABOVE,
}  # fmt: skip


@dataclass
class _Row:
    """One row on its way to a wire."""

    row: int
    fields: dict[str, Any] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def warn(self, column: Column | None, message: Message) -> None:
        """Say something about a cell, or about the row."""
        header, index = (column.header, column.index) if column else (None, None)
        self.problems.append(Problem(self.row, Level.WARNING, message, RowKind.WIRE, header, index))


class CellReader:
    """Reads rows under one header."""

    def __init__(self, sheet: Sheet, header: Header) -> None:
        self._sheet = sheet
        self._columns = {target: column for column in header.columns for target in column.targets}
        self._unknown = [column for column in header.columns if not column.targets]
        self._plain = [each for each in _PLAIN if each in self._columns]
        self._header = header
        self._units = {column.index: normal(column.header)[1] for column in header.columns}

    def wire(self, row: int) -> tuple[ParsedWire | None, list[Problem]]:
        """Return a row's wire with warnings at its cells, or the one error for which it cannot be a wire."""
        read = _Row(row)
        self._note_odd(read)
        for side in ("from", "to"):
            self._end(read, side)
        missing = self._missing(read)
        if missing is not None:
            return None, [missing]
        for target in self._plain:
            if (text := self._text(read.row, target)) and not read.fields.get(target.value):
                read.fields[target.value] = text
        read.fields["number"] = half_width(read.fields.get("number") or "") or None
        self._measures(read)
        self._keep_unknown(read)
        self._look_over(read)
        return ParsedWire(row=row, extra=read.extra, **read.fields), read.problems

    def _cell(self, row: int, column: Column | None) -> str:
        cells = self._sheet.rows[row - 1]
        return "" if column is None or column.index >= len(cells) else cells[column.index].strip()

    def _text(self, row: int, target: Target) -> str | None:
        text = self._cell(row, self._columns.get(target))
        return None if text.casefold() in NOTHING else text or None

    def _end(self, read: _Row, side: str) -> None:
        """Read an end: a designation in one cell, or device and terminal in two."""
        device, terminal = PAIRS[side]
        column = self._columns.get(device)
        text = self._cell(read.row, column)
        if column is not None and terminal not in column.targets:
            text = half_width(text)
            told = parse_designation(text, "\x00") if text.startswith(("=", "+")) else None
            read.fields[device.value] = (told.device if told else text) or ""
            read.fields[terminal.value] = (
                half_width(self._cell(read.row, self._columns.get(terminal))) or None
            )
        else:
            told = parse_designation(text, column.separator if column else ":")
            read.fields[device.value] = told.device or ""
            read.fields[terminal.value] = told.terminal
        if told and told.location:
            read.fields[f"{side}_location"] = told.location
        if told and told.function:
            read.extra[f"{side}_function"] = told.function

    def _missing(self, read: _Row) -> Problem | None:
        """Return the error of a row that lacks an end."""
        lacks = [side for side in ("from", "to") if not read.fields[f"{side}_device"]]
        if not lacks:
            return None
        code = Code.NO_ENDS if len(lacks) > 1 else Code.NO_FROM if lacks == ["from"] else Code.NO_TO
        column = self._columns.get(PAIRS[lacks[0]][0])
        header, index = (column.header, column.index) if column else (None, None)
        return Problem(read.row, Level.ERROR, say(code), RowKind.UNREADABLE, header, index)

    def _measures(self, read: _Row) -> None:
        """Read colour, cross-section, length and the mark of a wide span; the text stays beside the value."""
        fields = read.fields
        if text := self._text(read.row, Target.COLOUR):
            fields["colour_text"], fields["colour"] = text, parse_colour(text)
            if fields["colour"] is None:
                read.warn(self._columns[Target.COLOUR], say(Code.BAD_COLOUR, text=text))
        if text := self._text(read.row, Target.CROSS_SECTION):
            self._cross_section(read, text)
        elif (text := self._text(read.row, Target.WIRE_TYPE)) and (told := parse_cross_section(text)):
            fields["cross_section_text"], fields["cross_section_mm2"] = text, told.mm2
        if text := self._text(read.row, Target.LENGTH):
            column = self._columns[Target.LENGTH]
            unit = self._units[column.index] or "mm"
            fields["length_mm"] = parse_length(text, unit if unit in UNITS_MM else "mm")
            if fields["length_mm"] is None:
                read.warn(column, say(Code.BAD_LENGTH, text=text))
                read.extra[column.header] = text
        if text := self._cell(read.row, self._columns.get(Target.WIDE)):
            fields["table_says_wide"] = says_wide(text)

    def _cross_section(self, read: _Row, text: str) -> None:
        if Target.WIRE_TYPE not in self._columns and (kind := wire_type_in(text)):
            read.fields["wire_type"] = kind
        column = self._columns[Target.CROSS_SECTION]
        told = parse_cross_section(text, awg=self._units[column.index] == "awg")
        read.fields["cross_section_text"] = text
        if told is None:
            read.warn(column, say(Code.BAD_CROSS_SECTION, text=text))
            return
        read.fields["cross_section_mm2"] = told.mm2
        if not told.is_usual:
            read.warn(column, say(Code.ODD_CROSS_SECTION, text=text, mm2=f"{told.mm2:f}"))

    def _keep_unknown(self, read: _Row) -> None:
        for column in self._unknown:
            if text := self._cell(read.row, column):
                read.extra[column.header] = text
        for target in (Target.FROM_TYPE, Target.TO_TYPE):
            if kind := read.fields.get(target.value):
                read.extra[self._columns[target].header] = kind

    def _look_over(self, read: _Row) -> None:
        """Say what is odd about a wire that can be one."""
        fields = read.fields
        for side in ("from", "to"):
            device, terminal = PAIRS[side]
            if is_made_date(fields[terminal.value]):
                read.warn(self._columns.get(terminal), say(Code.DATE, text=fields[terminal.value]))
            if fields[terminal.value] is None:
                column = self._columns.get(terminal) or self._columns.get(device)
                read.warn(column, say(Code.NO_TERMINAL, device=fields[device.value]))
        one = (fields["from_device"], fields["from_terminal"])
        if one == (fields["to_device"], fields["to_terminal"]) and one[1]:
            read.warn(self._columns.get(Target.TO_DEVICE), say(Code.SAME_ENDS, end=":".join(map(str, one))))

    def _note_odd(self, read: _Row) -> None:
        """Say which cells a spreadsheet made something else of; a designation as a formula is none."""
        for column in self._header.columns:
            odd = self._sheet.odd.get((read.row, column.index))
            if odd is None:
                continue
            if odd.kind is OddKind.FORMULA and odd.text == self._cell(read.row, column):
                continue
            read.warn(column, say(_ODD[odd.kind], text=odd.text))
