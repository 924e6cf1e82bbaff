"""Text with a sign between its cells: which sign, and the cells."""

import csv
import io
import re
from collections import Counter
from itertools import islice
from typing import Literal

from wiring_qa.tables.readers.limits import ReadLimits
from wiring_qa.tables.words import Code, unreadable

DELIMITERS = (";", "\t", ",", "|")
_SEP_LINE = re.compile(r"sep=(.)")
_PARTING_COMMA = re.compile(r"(?<!\d),|,(?!\d)")
"""A comma that is not only the decimal one."""
_LOOKED_AT = 400
_FEWEST_ALIKE, _FEWEST_AMONG_HEADINGS = 0.5, 0.25
_MOST_LINES_IN_CELL = 20
_NARROWEST = 3
_LONGEST_CELL = 1_000_000


def find_delimiter(text: str) -> str | None:
    """Find the sign that cuts most rows into the same number of cells, two or more; None if none does."""
    first_line = text.partition("\n")[0].strip()
    if match := _SEP_LINE.fullmatch(first_line):
        return match[1]
    signs = DELIMITERS if _PARTING_COMMA.search(text) else [sign for sign in DELIMITERS if sign != ","]
    best = max(signs, key=lambda sign: _evenness(text, sign))
    return best if _evenness(text, best) > (0.0, 0) else None


def split_rows(text: str, delimiter: str, limits: ReadLimits) -> list[list[str]]:
    """Cut a text into rows; a quoted cell may hold line breaks, and a blank line is a row without cells."""
    rows = _parsed(text, delimiter, csv.QUOTE_MINIMAL, limits.max_rows)
    if rows is None or _swallowed(rows, delimiter):
        # a quote that is not closed swallows the rest of the file: then quotes are only signs
        rows = _parsed(text, delimiter, csv.QUOTE_NONE, limits.max_rows)
    if rows is None:
        raise unreadable(Code.NOT_A_TABLE)
    return rows


def _swallowed(rows: list[list[str]], delimiter: str) -> bool:
    """Tell whether a cell holds more lines than cells do, or a line with as many cells as the table has."""
    longest = [cell for row in rows for cell in row if "\n" in cell]
    width = Counter(map(len, rows)).most_common(1)[0][0] if longest else 0
    return any(
        cell.count("\n") > _MOST_LINES_IN_CELL
        or (width > _NARROWEST and any(line.count(delimiter) >= width - 1 for line in cell.split("\n")[1:]))
        for cell in longest
    )


def _parsed(text: str, delimiter: str, quoting: Literal[0, 3], most_rows: int) -> list[list[str]] | None:
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(
        io.StringIO(text.replace("\x00", ""), newline=""), delimiter=delimiter, quoting=quoting
    )
    try:
        return list(islice(reader, most_rows + 1))
    except csv.Error:
        return None


def _evenness(text: str, delimiter: str) -> tuple[float, int]:
    """Return the share of rows that have the commonest number of cells, and that number."""
    head = text[: _LOOKED_AT * 400]
    rows = _parsed(head, delimiter, csv.QUOTE_MINIMAL, _LOOKED_AT) or []
    widths = Counter(len(row) for row in rows if any(cell.strip() for cell in row))
    wide = Counter({width: count for width, count in widths.items() if width > 1})
    if not wide:
        return 0.0, 0
    width, count = wide.most_common(1)[0]
    share = count / widths.total()
    # titles and headings of groups are one cell and say nothing against the sign
    is_among_headings = (
        share >= _FEWEST_AMONG_HEADINGS and count >= _FEWEST_ALIKE * wide.total() and count > 1
    )
    return (round(share, 1), width) if share >= _FEWEST_ALIKE or is_among_headings else (0.0, 0)
