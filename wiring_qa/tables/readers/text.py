"""Text tables: with commas, semicolons, tabs or bars between the cells, or columns under each other."""

import re
from collections.abc import Sequence

from wiring_qa.tables.readers.delimited import find_delimiter, split_rows
from wiring_qa.tables.readers.encodings import read_text
from wiring_qa.tables.readers.fixed_width import split_columns
from wiring_qa.tables.readers.limits import ReadLimits
from wiring_qa.tables.readers.markdown import sheets_of
from wiring_qa.tables.readers.sheets import Sheet, Source
from wiring_qa.tables.words import Code, unreadable

_FORMATS = {"\t": "tsv"}
_AS_TEXT = re.compile(r'="(.*)"')
_APOSTROPHE = re.compile(r"'[=+\-@\d]")
_MARKUP = ("<?xml", "<!doctype", "<html", "{", "[{")


def fits(data: bytes) -> bool:
    """Text is what no other format claims; whether it is text at all shows in reading it."""
    return bool(data)


def read(data: bytes, limits: ReadLimits, encoding: str | None = None) -> Source:
    """Read a text as one sheet without a name, of Markdown as a sheet for each kind of table.

    Raises:
        UnreadableTable: it is no text, or has no columns.
    """
    read_as = read_text(data, encoding)
    if read_as.text[:200].lstrip().casefold().startswith(_MARKUP):
        raise unreadable(Code.NOT_A_TABLE)
    delimiter = find_delimiter(read_as.text)
    columns = split_columns(read_as.text) if delimiter is None else None
    if delimiter is not None:
        rows, kind = split_rows(read_as.text, delimiter, limits), _FORMATS.get(delimiter, "csv")
    elif columns is not None:
        rows, kind = columns, "txt"
    else:
        raise unreadable(Code.NO_TABLE)
    rows = [[as_typed(cell) for cell in row] if _is_marked(row) else row for row in rows]
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    sheets = sheets_of(rows) if delimiter == "|" else [Sheet("", rows)]
    return Source(kind, sheets, read_as.encoding, lost_signs=read_as.lost_signs)


def _is_marked(row: Sequence[str]) -> bool:
    return any(cell.startswith(("'", '="')) for cell in row)


def as_typed(cell: str) -> str:
    """Take off what keeps a spreadsheet from reading a text as a number or a formula: '-K1, ="007"."""
    if match := _AS_TEXT.fullmatch(cell):
        return match[1].replace('""', '"')
    return cell[1:] if _APOSTROPHE.match(cell) else cell
