"""Tables of an HTML page, which many programs save under the ending .xls.

The tags are found here by one pattern that runs through the text once: the parser of the standard library
takes time by the square of what is left open, so that a file of a few kilobytes could hold up the server.
"""

import html
import re
from codecs import lookup

from wiring_qa.tables.readers.encodings import Text, read_text
from wiring_qa.tables.readers.grids import Grid, numbered
from wiring_qa.tables.readers.limits import ReadLimits
from wiring_qa.tables.readers.sheets import Cell, Source
from wiring_qa.tables.readers.text import as_typed
from wiring_qa.tables.words import Code, UnreadableTable, unreadable

_LOOKED_AT = 1_000_000
_HEAD = 10_000
_TABLE = (re.compile(r"<table[\s>]", re.IGNORECASE), re.compile(r"<t[dh][\s>]", re.IGNORECASE))
_TAG = re.compile(r"""<(/?)([a-zA-Z][\w:]*)((?:[^<>"']|"[^"]{0,1000}+"|'[^']{0,1000}+')*+)>|<[!?][^<>]*>""")
_SPAN = re.compile(r"""\b(col|row)span\s*=\s*["']?\s*(\d{1,5})""", re.IGNORECASE)
_STATED = re.compile(
    rb"""<(?:meta|\?xml)\s[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.\-]{2,40})""",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"<(!--|style\b|script\b)", re.IGNORECASE)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "iso8859-1": "cp1252", "ascii": "cp1252"}
"""What is written under the names of narrower sets, too."""
_LINES = frozenset({"br", "p", "div", "li"})
_LINE = "\x0b"
"""Parts the lines of a cell; breaks in the file are blanks."""
_CELLS = frozenset({"td", "th"})
_PARTS = _CELLS | {"tr", "caption", "thead", "tbody", "tfoot"}


def fits(data: bytes) -> bool:
    """Tell a page by a table in it that has a cell."""
    head = data[:_LOOKED_AT]
    is_wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = head.decode("utf-16" if is_wide else "latin-1", "replace")
    return all(each.search(text) for each in _TABLE)


def read(data: bytes, limits: ReadLimits, encoding: str | None = None) -> Source:
    """Read each table as a sheet; cells over several rows or columns count as merged.

    Raises:
        UnreadableTable: it is no text, or too large.
    """
    text = _decoded(data, encoding)
    page = _Page(limits)
    place = 0
    plain = _without_asides(text.text)
    for tag in _TAG.finditer(plain):
        page.text(plain[place : tag.start()])
        place = tag.end()
        if tag[2]:
            page.tag(tag[2].casefold(), tag[3], is_end=bool(tag[1]))
    page.text(plain[place:])
    page.close()
    sheets = numbered(page.grids)
    if not any(sheet.rows for sheet in sheets):
        raise unreadable(Code.EMPTY)
    return Source("html", sheets, text.encoding, lost_signs=text.lost_signs)


def _decoded(data: bytes, encoding: str | None) -> Text:
    """Decode as chosen, else as the page says, unless that is not what it is."""
    stated = _STATED.search(data[:_HEAD])
    if encoding is None and stated and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        try:
            name = lookup(stated[1].decode("ascii")).name
            found = read_text(data, _WIDER.get(name, name))
        except (LookupError, UnreadableTable):
            return read_text(data)
        if not found.lost_signs:
            return found
    return read_text(data, encoding)


def _without_asides(text: str) -> str:
    """Leave out comments, styles and scripts; one that is not closed lasts to the end."""
    kept, place = [], 0
    while start := _ASIDE.search(text, place):
        kept.append(text[place : start.start()])
        closing = re.compile("-->" if start[1] == "!--" else f"</{start[1]}", re.IGNORECASE)
        end = closing.search(text, start.end())
        place = end.end() if end else len(text)
    return "".join([*kept, text[place:]])


class _Page:
    """The tables of a page as its tags go by; ends of rows and cells may be left out, as browsers allow."""

    def __init__(self, limits: ReadLimits) -> None:
        self.grids: list[Grid] = []
        self._limits = limits
        self._open: list[_Table] = []

    def text(self, text: str) -> None:
        """Take what stands between two tags."""
        if self._open:
            self._open[-1].pieces.append(text)

    def tag(self, name: str, attributes: str, *, is_end: bool) -> None:
        """Take a tag; what is no part of a table only parts its lines."""
        if name != "table":
            if self._open:
                self._open[-1].tag(name, attributes, is_end=is_end)
        elif is_end:
            if self._open:
                self._open.pop().end()
        elif len(self._open) >= self._limits.max_depth or len(self.grids) >= self._limits.max_rows:
            raise unreadable(Code.TOO_INTRICATE)
        else:
            self.grids.append(Grid(self._limits))
            self._open.append(_Table(self.grids[-1]))

    def close(self) -> None:
        """End the tables that the page does not."""
        while self._open:
            self._open.pop().end()


class _Table:
    """A table whose tags go by: the text of the cell that is open, or of the caption."""

    def __init__(self, grid: Grid) -> None:
        self.pieces: list[str] = []
        self._grid = grid
        self._cell: Cell | None = None
        self._is_caption = False

    def tag(self, name: str, attributes: str, *, is_end: bool) -> None:
        """Begin or end what a tag begins or ends."""
        if name in _LINES:
            self.pieces.append(_LINE)
        elif name in _PARTS:
            self.end()
            self._is_caption = name == "caption" and not is_end
            if name == "tr" and not is_end:
                self._grid.begin_row()
            elif name in _CELLS and not is_end:
                found = _SPAN.findall(attributes) if attributes else ()
                spans = {each.casefold(): max(1, int(figures)) for each, figures in found}
                self._cell = self._grid.place(across=spans.get("col", 1), down=spans.get("row", 1))

    def end(self) -> None:
        """Write the cell that was open."""
        if self._cell is None and not self._is_caption:
            self.pieces.clear()
            return
        lines = (" ".join(html.unescape(line).split()) for line in "".join(self.pieces).split(_LINE))
        text = "\n".join(filter(None, lines))
        self.pieces.clear()
        if self._cell is not None:
            self._grid.write(self._cell, as_typed(text))
        else:
            self._grid.name = text
        self._cell = None
