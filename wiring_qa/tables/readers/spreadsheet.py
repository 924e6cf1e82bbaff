"""Workbooks: .xlsx and .xlsm, .xlsb, .xls, .ods."""

from collections.abc import Mapping

from wiring_qa.tables.readers import archives
from wiring_qa.tables.readers.formulas import odd_formulas
from wiring_qa.tables.readers.limits import ReadLimits
from wiring_qa.tables.readers.opening import OpenedSheet, opened, opening
from wiring_qa.tables.readers.sheets import Cell, Odd, OddKind, Sheet, Source, written
from wiring_qa.tables.words import Code, unreadable

_ZIPS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def fits(data: bytes) -> bool:
    """Tell a workbook by its first bytes: an archive, or an OLE document."""
    return data.startswith((*_ZIPS, _OLE))


def read(data: bytes, limits: ReadLimits, encoding: str | None = None) -> Source:  # noqa: ARG001  readers are called alike
    """Read all sheets; values stand as text, a formula as its stored value.

    Raises:
        UnreadableTable: the workbook is protected, damaged, a bomb, or too large.
    """
    # the parts are looked at while the other process opens the same file
    with opening(data, limits) as opener:
        parts: Mapping[str, bytes] = {} if data.startswith(_OLE) else archives.unpack(data, limits)
        kind = _ole_kind(data) if data.startswith(_OLE) else archives.kind_of(parts)
        formulas = odd_formulas(parts)
        sheets = [_sheet(each, formulas.get(each.name, {})) for each in opened(opener, limits)]
    if not any(sheet.rows for sheet in sheets):
        raise unreadable(Code.EMPTY)
    return Source(kind, sheets)


def _ole_kind(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise unreadable(Code.ENCRYPTED)
    if not any(name.encode("utf-16-le") in data for name in ("Workbook", "Book")):
        raise unreadable(Code.NOT_A_TABLE)
    return "xls"


def _sheet(opened: OpenedSheet, formulas: Mapping[Cell, Odd]) -> Sheet:
    dates = {(row, place): Odd(OddKind.DATE, opened.columns[place][row - 1]) for row, place in opened.dates}
    typed = {cell: odd.text for cell, odd in formulas.items()}
    columns = written(opened.columns, opened.height, typed)
    return Sheet.of_columns(opened.name, columns, {**dates, **formulas}, opened.merges, opened.is_hidden)
