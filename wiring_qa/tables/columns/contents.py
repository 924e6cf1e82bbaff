"""What the cells of a column show it to be, whatever it is called."""

import re
from collections.abc import Callable, Mapping, Sequence

from wiring_qa.tables.cell_texts.colours import parse_colour
from wiring_qa.tables.cell_texts.cross_sections import parse_cross_section
from wiring_qa.tables.cell_texts.designations import has_terminal
from wiring_qa.tables.cell_texts.lengths import parse_length
from wiring_qa.tables.cell_texts.row_words import NOTHING, is_line
from wiring_qa.tables.columns.names import normal
from wiring_qa.tables.kinds import Target
from wiring_qa.tables.readers.sheets import Sheet

SAMPLED = 200
"""Rows from which the content of a column is judged."""
ENOUGH, MOST = 0.6, 0.8
"""The share of a column's cells that must be designations with a terminal, or of another kind."""
SURE_SEPARATOR = ":"
"""What the standard puts between device and terminal."""
_FEWEST = 3
_LONGEST = 200
_SEPARATED = {
    "/": re.compile(r"[=+\-]?[^\W\d_][\w.\-=+]*/[\w.+\-]{1,8}"),
    ".": re.compile(r"[=+\-]?[^\W\d_]{1,4}\d{1,4}[^\W\d_]?\.[\w+\-]{1,6}"),
    "-": re.compile(r"[^\W\d_]{1,4}\d{1,4}[^\W\d_]?-[\w+]{1,6}"),
    "(": re.compile(r"[=+\-]?[^\W\d_]{1,4}\d{1,4}[^\W\d_]? ?[(（][\w+\-]{1,6}[)）]"),
    "[": re.compile(r"[=+\-]?[^\W\d_]{1,4}\d{1,4}[^\W\d_]? ?\[[\w+\-]{1,6}\]"),
    " ": re.compile(r"[=+\-]?[^\W\d_]{1,4}\d{1,4}[^\W\d_]?[ \n]+[\w+\-]{1,6}"),
}
_TWO_ENDS = re.compile(r":[^:]*(?:[/→↔⇒⇔—–~;至到]|->|=>|\s-\s|\sto\s).*:")
"""A designation, another sign than belongs to one, and a second designation."""
_DEVICE = re.compile(r"[=+\-]?[^\W\d_]{1,4}\d{1,4}[\w.\-]{0,6}")
_TYPE = re.compile(
    r"(?:H0[3579]|BVR|BVV?|RVV?P?|RV|AVR|ZR|NYM|NYY|LIY|UL ?\d|AWM|MTW|THHN|THWN|XHHW|KIV|FTP|SIAF).*",
    re.IGNORECASE,
)
_FRACTION = re.compile(r"\d[.,]\d|awg|mm|平方", re.IGNORECASE)
_AWG = re.compile(r"(?:awg|#)?[\s#-]?[\d/]{1,3}\s?(?:awg)?", re.IGNORECASE)
_ONLY_AWG = frozenset({"12", "18", "20", "24", "26", "28"})
_RATHER_AWG = frozenset({"8", "14", "16", "22"})
"""Sizes that wires are sold in by mm², too."""
_DECIMAL = re.compile(r"\d{1,9}\.0")
_WHOLE = re.compile(r"\d+|\d+[.,]\d*[1-9]\d*")
_NUMBER = re.compile(r"[\w.\-+/]{1,12}")


def cells_of(sheet: Sheet, place: int, last: int) -> list[str]:
    """Return the filled cells of a column among the first rows under a header."""
    column = sheet.columns[place] if place < len(sheet.columns) else ()
    cells = map(str.strip, column[last : last + SAMPLED])
    return [cell for cell in cells if cell and not is_line(cell)]


def share(cells: Sequence[str], fits: Callable[[str], object]) -> float:
    """Return which share of the cells fits; 0 where there are none."""
    return sum(bool(fits(cell)) for cell in cells) / len(cells) if cells else 0.0


def separator_of(cells: Sequence[str]) -> str | None:
    """Tell what stands between device and terminal in most cells; None where nothing does."""
    if share(cells, _is_whole) >= ENOUGH:
        return SURE_SEPARATOR
    short = [cell if len(cell) <= _LONGEST else "" for cell in cells]
    return next((sign for sign, form in _SEPARATED.items() if share(short, form.fullmatch) >= MOST), None)


def _is_whole(cell: str) -> bool:
    return has_terminal(cell) and not (len(cell) <= _LONGEST and _TWO_ENDS.search(cell))


def is_colour(cells: Sequence[str]) -> bool:
    """Tell whether a column holds colours; one Latin letter may as well be a terminal."""
    return share(cells, lambda cell: parse_colour(cell) and not (len(cell) == 1 and cell.isascii())) >= MOST


def is_cross_section(cells: Sequence[str]) -> bool:
    """Tell whether a column holds cross-sections: sizes that are sold, a fraction or a unit among them."""
    usual = share(cells, lambda cell: (told := parse_cross_section(cell)) and told.is_usual)
    return usual >= MOST and any(map(_FRACTION.search, cells)) and share(cells, _TYPE.match) < ENOUGH


def counts_awg(header: str, cells: Sequence[str]) -> bool:
    """Tell whether the bare numbers of a column are AWG: its name says so, or some are no other size."""
    name, unit = normal(header)
    if unit:
        return unit == "awg"
    telling = _ONLY_AWG | _RATHER_AWG if "gauge" in name.split() else _ONLY_AWG
    return all(map(_AWG.fullmatch, cells)) and not telling.isdisjoint(cells)


def is_wire_type(cells: Sequence[str]) -> bool:
    """Tell whether a column holds types of wires."""
    return share(cells, _TYPE.fullmatch) >= MOST


def is_device(cells: Sequence[str]) -> bool:
    """Tell whether a column holds designations of devices."""
    return share(cells, _DEVICE.fullmatch) >= MOST


def are_made_decimals(cells: Sequence[str]) -> bool:
    """Tell whether something wrote whole numbers with a decimal, as 101.0: then all of them have it."""
    return bool(cells) and any(map(_DECIMAL.fullmatch, cells)) and not any(map(_WHOLE.fullmatch, cells))


def fits(targets: Sequence[Target], text: str) -> bool:
    """Tell whether a cell can hold what its column holds; a terminal and a number can be anything."""
    if len(targets) > 1:
        return separator_of([text]) is not None
    if targets[0] in {Target.FROM_DEVICE, Target.TO_DEVICE}:
        return is_device([text])
    return targets[0] not in _MUST or bool(_MUST[targets[0]](text))


def is_short(cells: Sequence[str]) -> bool:
    """Tell whether a column holds short words without blanks, as numbers of wires and terminals are."""
    return share(cells, _NUMBER.fullmatch) >= MOST


_MUST: Mapping[Target, Callable[[str], object]] = {
    Target.COLOUR: parse_colour,
    Target.CROSS_SECTION: parse_cross_section,
    Target.LENGTH: parse_length,
}
"""What the cells of a column must be for its name to be believed."""


def belied(target: Target, cells: Sequence[str], unit: str | None) -> bool:
    """Tell whether most cells cannot be what the column's name says."""
    told = [cell for cell in cells if cell.casefold() not in NOTHING]
    if target is Target.CROSS_SECTION and unit == "awg":
        return share(told, lambda cell: parse_cross_section(cell, awg=True)) < 1 - ENOUGH
    return target in _MUST and len(told) >= _FEWEST and share(told, _MUST[target]) < 1 - ENOUGH
