"""What the page of a draft calls things: kinds of rows, kinds of problems, how sure the reading is."""

from typing import Any

from flask_babel import lazy_gettext as _l

from wiring_qa.tables.drafts.sureness import Sureness
from wiring_qa.tables.kinds import Level, RowKind
from wiring_qa.tables.words import Code

ROW_LABELS: dict[RowKind, Any] = {
    RowKind.WIRE: _l("Wires"),
    RowKind.TITLE: _l("Titles"),
    RowKind.HEADER: _l("Names of the columns"),
    RowKind.BLANK: _l("Blank rows"),
    RowKind.GROUP: _l("Headings of groups"),
    RowKind.SUBTOTAL: _l("Sums"),
    RowKind.FOOTNOTE: _l("Notes"),
    RowKind.NO_WIRE: _l("Nothing to wire"),
    RowKind.LEFT_OUT: _l("Left out by hand"),
    RowKind.UNREADABLE: _l("Cannot be read"),
}

SURENESS_LABELS: dict[Sureness, Any] = {
    Sureness.CHOSEN: _l("chosen by you"),
    Sureness.SURE: _l("sure"),
    Sureness.LIKELY: _l("fairly sure"),
    Sureness.GUESS: _l("only a guess"),
    Sureness.UNKNOWN: _l("not recognised"),
}

LEVEL_LABELS: dict[str, Any] = {Level.ERROR: _l("Cannot be read"), Level.WARNING: _l("Worth a look")}

SOMETHING_ELSE = _l("Something else")

PROBLEM_LABELS: dict[str, Any] = {
    Code.NO_FROM: _l("No device where the wire begins"),
    Code.NO_TO: _l("No device where the wire ends"),
    Code.NO_ENDS: _l("Both devices missing"),
    Code.OPEN_END: _l("End not connected"),
    Code.UNLABELLED: _l("Symbol without a label"),
    Code.UNNAMED_TERMINAL: _l("Terminals without names"),
    Code.TERMINALS_BY_TEXT: _l("Terminals named by texts"),
    Code.ARROW_ALONE: _l("Arrow that leads nowhere"),
    Code.BRANCHED: _l("Branch at an arrow"),
    Code.NUMBERS_DIFFER: _l("Numbers differ"),
    Code.FREE_END: _l("End connected to nothing"),
    Code.NO_CABLE: _l("No cable between two pins"),
    Code.NOT_DESCRIBED: _l("Part that is not described"),
    Code.BETWEEN: _l("Contacted at other places, too"),
    Code.NO_TERMINAL: _l("Terminal missing"),
    Code.SAME_ENDS: _l("Both ends the same"),
    Code.TWICE: _l("Same connection twice"),
    Code.BAD_COLOUR: _l("Colour not known"),
    Code.BAD_CROSS_SECTION: _l("Cross-section not readable"),
    Code.ODD_CROSS_SECTION: _l("Cross-section not usual"),
    Code.BAD_LENGTH: _l("Length not readable"),
    Code.FORMULA: _l("Formula without a value"),
    Code.FORMULA_ERROR: _l("Error in a formula"),
    Code.DATE: _l("Turned into a date"),
    Code.ABOVE: _l("Taken from the row above"),
    Code.LOST_SIGNS: _l("Signs lost"),
    Code.BESIDE: _l("More wires beside these"),
}
"""In a few words what is wrong, for choosing among problems; the problem itself says it whole."""


def label_of(code: str) -> Any:
    """Return what a kind of problem is called."""
    return PROBLEM_LABELS.get(code, SOMETHING_ELSE)
