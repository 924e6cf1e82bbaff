"""SpreadsheetML 2003: a workbook as plain XML, which many programs save under the ending .xls."""

import re
from collections.abc import Mapping

from wiring_qa.tables.readers.encodings import read_text
from wiring_qa.tables.readers.grids import Grid, numbered
from wiring_qa.tables.readers.limits import ReadLimits
from wiring_qa.tables.readers.sheets import Cell, Odd, OddKind, Source
from wiring_qa.tables.readers.xml_nodes import encoding_of, fed, root_name
from wiring_qa.tables.words import Code, unreadable

_READ_BY_PARSER = frozenset({"utf-8", "utf-16", "us-ascii", "iso-8859-1"})
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_WHOLE_DAY = "T00:00:00"
_LONGEST_FIGURE = 6


def fits(data: bytes) -> bool:
    """Tell the workbook by its outermost element."""
    return root_name(data) == "Workbook"


def read(data: bytes, limits: ReadLimits, encoding: str | None = None) -> Source:
    """Read all sheets; a formula counts by its stored value.

    Raises:
        UnreadableTable: the file is damaged, dangerous, empty, or too large.
    """
    stated = encoding or encoding_of(data)
    if encoding or stated not in _READ_BY_PARSER:
        data = _DECLARATION.sub("", read_text(data, stated).text, count=1).encode()
    book = _Book(limits)
    fed(data, book)
    sheets = numbered(book.grids)
    if not any(sheet.rows for sheet in sheets):
        raise unreadable(Code.EMPTY)
    return Source("xml", sheets, stated)


class _Book:
    """Takes what the parser reports and puts the cells into their sheets."""

    def __init__(self, limits: ReadLimits) -> None:
        self.grids: list[Grid] = []
        self._limits = limits
        self._open: list[str] = []
        self._cell: Cell | None = None
        self._kind = self._formula = ""
        self._pieces: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin a sheet, a row, a cell, or what it holds."""
        plain = _plain(name)
        above = self._open[-1] if self._open else ""
        self._open.append(plain)
        if len(self._open) > self._limits.max_depth or len(self.grids) > self._limits.max_rows:
            raise unreadable(Code.TOO_INTRICATE)
        said = {_plain(key): value for key, value in attributes.items()}
        if plain == "Worksheet":
            self.grids.append(Grid(self._limits, said.get("Name", "").strip()))
        elif plain == "Row" and above == "Table" and self.grids:
            self._begin_row(said)
        elif plain == "Cell" and above == "Row" and self.grids:
            self._begin_cell(said)
        elif plain == "Data" and above == "Cell":
            self._kind = said.get("Type", "String")
        if plain in {"Data", "Visible"}:
            self._pieces.clear()

    def _begin_row(self, said: Mapping[str, str]) -> None:
        self.grids[-1].begin_row(_figure(said, "Index"))

    def _begin_cell(self, said: Mapping[str, str]) -> None:
        index = _figure(said, "Index")
        across, down = ((_figure(said, name) or 0) + 1 for name in ("MergeAcross", "MergeDown"))
        column = None if index is None else max(index, 1) - 1
        self._cell = self.grids[-1].place(column=column, across=across, down=down)
        self._formula, self._kind = said.get("Formula", "").strip(), ""

    def data(self, text: str) -> None:
        """Take a piece of text."""
        self._pieces.append(text)

    def end(self, _name: str) -> None:
        """Write a cell when it ends, and hide a sheet that says so."""
        plain = self._open.pop()
        if plain == "Visible" and self.grids:
            self.grids[-1].is_hidden = "".join(self._pieces).strip() != "SheetVisible"
        elif plain == "Data" and self._open[-1] == "Cell" and self._cell is not None:
            text = _text(self._kind, "".join(self._pieces))
            self.grids[-1].write(self._cell, *self._odd(text))
        elif plain == "Cell" and self._cell is not None:
            if self._formula and not self._kind:
                # it names cells by how far off they are, which nobody typed
                self.grids[-1].write(self._cell, "", Odd(OddKind.FORMULA, self._formula))
            self._cell = None

    def _odd(self, text: str) -> tuple[str, Odd | None]:
        """Return a cell's text, and what the spreadsheet program made of what was typed."""
        if self._kind == "DateTime":
            return text, Odd(OddKind.DATE, text)
        if self._kind == "Error":
            typed = self._formula or text
            return typed, Odd(OddKind.FORMULA_ERROR, typed)
        return text, None

    def close(self) -> None:
        """End the file; the sheets stand in ``grids``."""


def _plain(name: str) -> str:
    return name.rpartition("}")[2]


def _figure(said: Mapping[str, str], name: str) -> int | None:
    """Return an attribute that counts; one with too many figures is past every limit all the same."""
    text = said.get(name, "").strip()
    return int(text[:_LONGEST_FIGURE]) if text.isascii() and text.isdecimal() else None


def _text(kind: str, text: str) -> str:
    """Write a value as a workbook shows it."""
    if kind == "Number":
        try:
            return f"{float(text):.15g}"
        except ValueError:
            return text
    if kind == "Boolean":
        return "TRUE" if text.strip() == "1" else "FALSE"
    if kind == "DateTime":
        return text.strip().partition(".")[0].removesuffix(_WHOLE_DAY).replace("T", " ")
    return text
