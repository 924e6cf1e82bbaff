"""What the import says to people: stable codes with values, put into the reader's language when read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from flask_babel import lazy_gettext as _l

from wiring_qa.core.words import listed
from wiring_qa.tables.codes import Code

__all__ = ["TEXTS", "Code", "Message", "UnreadableTable", "say", "unreadable"]


TEXTS: dict[Code, Any] = {
    Code.EMPTY: _l("The file is empty. Export the wiring table once more."),
    Code.TOO_LARGE: _l("The file is larger than %(limit)s MB. Leave pictures and other sheets out of it."),
    Code.TOO_MANY_ROWS: _l(
        "The table has more than %(limit)s rows. Split it into one file for each cabinet."
    ),
    Code.TOO_WIDE: _l("The table has more than %(limit)s columns. Delete the columns that are not needed."),
    Code.ENCRYPTED: _l("The workbook is protected by a password. Save it without one and try again."),
    Code.ZIP_BOMB: _l("The workbook unpacks to far more than a wiring table needs, so it was not opened."),
    Code.ENTITIES: _l(
        "The file defines entities of its own, which a wiring table never needs. It was not opened."
    ),
    Code.BROKEN_WORKBOOK: _l(
        "The workbook is damaged. Open it in the spreadsheet program and save it again."
    ),
    Code.TOO_SLOW: _l("The workbook could not be read in %(limit)s seconds. Save it as CSV and try again."),
    Code.PICTURE: _l(
        "This is a picture. Choose the spreadsheet or text file that the picture was made from."
    ),
    Code.PDF: _l("This is a PDF. Choose the spreadsheet or text file that it was printed from."),
    Code.NOT_A_TABLE: _l("This is neither a spreadsheet nor a text table."),
    Code.NO_TABLE: _l(
        "No wiring table was found: no row names both ends of the wires. Say which columns do."
    ),
    Code.UNKNOWN_SHEET: _l("There is no sheet %(sheet)s. The file has: %(sheets)s."),
    Code.NO_SHEETS: _l("This file has no sheets."),
    Code.UNKNOWN_ROW: _l("There is no row %(row)s. The sheet has %(rows)s rows."),
    Code.UNKNOWN_TARGET: _l("%(target)s is not a field of a wire. The fields are: %(targets)s."),
    Code.UNKNOWN_COLUMN: _l("There is no column %(column)s. The table has: %(columns)s."),
    Code.UNKNOWN_ENCODING: _l("The file cannot be read as %(encoding)s."),
    Code.BROKEN_FILE: _l("The file is damaged: line %(line)s cannot be read. Export it once more."),
    Code.TOO_INTRICATE: _l("The file holds far more parts than a wiring table needs, so it was not opened."),
    Code.ALIASES: _l("The file repeats its own parts far more often than is needed, so it was not opened."),
    Code.SEVERAL_FILES: _l("The archive holds several files: %(names)s. Unpack it and choose one of them."),
    Code.NO_CONNECTIONS: _l("This is a %(kind)s file, but it has no connections."),
    Code.NO_COLUMNS: _l("This is a %(kind)s file: it has no sheets, rows and columns to choose from."),
    Code.TITLE_ROW: _l("This row stands above the table."),
    Code.HEADER_ROW: _l("This row names the columns."),
    Code.REPEATED_HEADER: _l("This row repeats the names of the columns."),
    Code.BLANK_ROW: _l("This row is blank."),
    Code.GROUP_ROW: _l("This row is the heading of a group: %(text)s."),
    Code.SUBTOTAL_ROW: _l("This row is a sum, not a wire."),
    Code.FOOTNOTE_ROW: _l("This row names no end of a wire: %(text)s."),
    Code.LEFT_OUT: _l("This row was left out by hand: it is no wire."),
    Code.NO_FROM: _l("The device where the wire begins is missing. Enter it, such as -K1."),
    Code.NO_TO: _l("The device where the wire ends is missing. Enter it, such as -K1."),
    Code.NO_ENDS: _l("Both devices are missing. Enter where the wire begins and where it ends."),
    Code.OPEN_END: _l(
        "The conductor %(number)s on page %(page)s has an end that is connected to nothing. Connect it there."
    ),
    Code.UNLABELLED: _l(
        "A symbol without a label was called %(device)s, by its kind and its place. Label it in the drawing."
    ),
    Code.UNNAMED_TERMINAL: _l(
        "Terminals of %(device)s have no names in the drawing; they go by their places in its symbols."
    ),
    Code.TERMINALS_BY_TEXT: _l(
        "Terminals of %(device)s have no names; they were called by the texts beside them in the drawing."
    ),
    Code.ARROW_ALONE: _l(
        "The arrow at %(place)s leads nowhere, so the end behind it was called %(device)s. Link the arrow."
    ),
    Code.ARROWS_ONLY: _l(
        "The arrows at %(places)s meet no device, so there is nothing to wire between them."
    ),
    Code.BRANCHED: _l(
        "%(count)s ends meet at arrows. The drawing does not say which are wired to which: check this one."
    ),
    Code.NUMBERS_DIFFER: _l("The parts of this wire have different numbers: %(numbers)s."),
    Code.FREE_END: _l("One end of %(name)s is connected to nothing. It was called after the cable itself."),
    Code.UNCONNECTED: _l("%(name)s is connected at neither end, so there is nothing to wire."),
    Code.PLUGGED: _l("%(one)s and %(other)s are plugged together, not wired."),
    Code.NO_CABLE: _l("Nothing stands between %(one)s and %(other)s. Name the cable, or an arrow, there."),
    Code.NOT_DESCRIBED: _l("The file uses %(name)s but does not describe it."),
    Code.NO_SUCH_PIN: _l("%(name)s is described without %(pin)s. Check which pin or wire is meant."),
    Code.BETWEEN: _l("The wire is also contacted at %(places)s. Check which of these are its ends."),
    Code.NO_TERMINAL: _l("The terminal at %(device)s is missing. Enter it if the device has one."),
    Code.SAME_ENDS: _l("Both ends are %(end)s. Check which one is meant to be another."),
    Code.TWICE: _l("The same connection stands in row %(row)s. Check whether there are really two wires."),
    Code.BAD_COLOUR: _l("The colour %(text)s is not known. Write it as IEC 60757 does, such as BU or GNYE."),
    Code.BAD_CROSS_SECTION: _l(
        "The cross-section %(text)s cannot be read. Write it in mm², such as 1.5, or as AWG 16."
    ),
    Code.ODD_CROSS_SECTION: _l(
        "The cross-section %(text)s was taken as %(mm2)s mm², which is not a usual one."
    ),
    Code.BAD_LENGTH: _l("The length %(text)s cannot be read. Write it in mm, such as 350."),
    Code.FORMULA: _l(
        "The cell holds the formula %(text)s but no value. Save the workbook once more, or enter it."
    ),
    Code.FORMULA_ERROR: _l("The cell shows the error %(text)s. Enter the value."),
    Code.DATE: _l("The spreadsheet turned this cell into the date %(text)s. Enter what it was before."),
    Code.ABOVE: _l("This cell was taken from the row above: %(text)s. Check that it is meant."),
    Code.LOST_SIGNS: _l(
        "%(count)s signs of the file could not be read as %(encoding)s. Look for � in the rows."
    ),
    Code.BESIDE: _l(
        "Columns %(columns)s hold more wires beside these, which are not read. Put them below these wires."
    ),
    Code.LARGE: _l("%(mm2)s mm² is at or above %(limit)s mm²."),
    Code.WIDE_LOCATIONS: _l("The ends lie in different locations: %(one)s and %(other)s."),
    Code.WIDE_COLUMN: _l("The table marks this wire as a wide one: %(text)s."),
    Code.WIDE_REMARK: _l("The remark says so: %(text)s."),
    Code.LOOK_ALIKE_STEM: _l("Devices that look alike stand together: %(devices)s."),
    Code.LOOK_ALIKE_TYPE: _l("Devices of the type %(type)s: %(devices)s."),
    Code.CATEGORY_RULE: _l("%(value)s fits the rule %(pattern)s."),
}


@dataclass(frozen=True, slots=True)
class Message:
    """Something said, as a code with its values; `str` puts it into the reader's language."""

    code: Code
    values: Mapping[str, str | list[str]] = field(default_factory=dict)

    def __str__(self) -> str:
        lists = {name: listed(value) for name, value in self.values.items() if not isinstance(value, str)}
        return str(TEXTS[self.code]) % {**self.values, **lists}

    def to_json(self) -> dict[str, Any]:
        """Return what the store keeps; `from_json` makes the message of it again."""
        return {"code": self.code.value, "values": dict(self.values)}

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> "Message":
        """Make a message of what `to_json` returned."""
        return cls(Code(kept["code"]), dict(kept["values"]))


def say(code: Code, **values: object) -> Message:
    """Make a message; values become text as they are, lists of them once they are read."""
    texts = {
        name: list(map(str, value)) if isinstance(value, list) else str(value)
        for name, value in values.items()
    }
    return Message(code, texts)


class UnreadableTable(Exception):  # noqa: N818  it is an answer to the person, not a fault of the program
    """Raised where a file holds no wiring table that can be read; carries the `Message` that says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.code.value)
        self.message = message

    def __str__(self) -> str:
        return str(self.message)


def unreadable(code: Code, **values: object) -> UnreadableTable:
    """Make the exception to raise."""
    return UnreadableTable(say(code, **values))
