"""Workbooks: .xlsx and .xlsm, .xlsb, .xls, .ods."""

import subprocess
import sys
from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

import orjson

from wiring_qa.tables.readers import archives
from wiring_qa.tables.readers.formulas import odd_formulas
from wiring_qa.tables.readers.limits import ReadLimits
from wiring_qa.tables.readers.sheets import Cell, Merge, Odd, OddKind, Sheet, Source
from wiring_qa.tables.words import Code, unreadable

_ZIPS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPENER = Path(__file__).with_name("opened_workbook.py")


def fits(data: bytes) -> bool:
    """Tell a workbook by its first bytes: an archive, or an OLE document."""
    return data.startswith((*_ZIPS, _OLE))


def read(data: bytes, limits: ReadLimits, encoding: str | None = None) -> Source:  # noqa: ARG001  readers are called alike
    """Read all sheets; values stand as text, a formula as its stored value.

    Raises:
        UnreadableTable: the workbook is protected, damaged, a bomb, or too large.
    """
    # the parts are looked at while the other process opens the same file
    with _opening(data, limits) as opener:
        parts: Mapping[str, bytes] = {} if data.startswith(_OLE) else archives.unpack(data, limits)
        kind = _ole_kind(data) if data.startswith(_OLE) else archives.kind_of(parts)
        formulas = odd_formulas(parts)
        sheets = [_sheet(each, formulas.get(each["name"], {})) for each in _opened(opener, limits)]
    if not any(sheet.rows for sheet in sheets):
        raise unreadable(Code.EMPTY)
    return Source(kind, sheets)


def _ole_kind(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise unreadable(Code.ENCRYPTED)
    if not any(name.encode("utf-16-le") in data for name in ("Workbook", "Book")):
        raise unreadable(Code.NOT_A_TABLE)
    return "xls"


@contextmanager
def _opening(data: bytes, limits: ReadLimits) -> Iterator[subprocess.Popen[bytes]]:
    """Have the workbook opened by a process of its own, which may fail without harm, and end with its use."""
    figures = (limits.max_rows, limits.max_memory_bytes, int(limits.max_seconds) + 1)
    command = [sys.executable, "-I", str(_OPENER), *map(str, figures)]
    with TemporaryFile() as file:
        file.write(data)
        file.seek(0)
        with subprocess.Popen(  # noqa: S603  fixed words and figures; the file comes by standard input
            command, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as opener:
            try:
                yield opener
            finally:
                opener.kill()


def _opened(opener: subprocess.Popen[bytes], limits: ReadLimits) -> Iterator[dict[str, Any]]:
    """Return what it found: each sheet with its columns, a cell a text."""
    try:
        answer, errors = opener.communicate(timeout=limits.max_seconds)
    except subprocess.TimeoutExpired as error:
        raise unreadable(Code.TOO_SLOW, limit=f"{limits.max_seconds:g}") from error
    if opener.returncode < 0 or b"MemoryError" in errors:
        raise unreadable(Code.ZIP_BOMB)
    told, _line, places = answer.partition(b"\n")
    about: dict[str, Any] = orjson.loads(told) if opener.returncode == 0 else {"error": "broken"}
    if "error" in about:
        raise unreadable(Code.ENCRYPTED if about["error"] == "encrypted" else Code.BROKEN_WORKBOOK)
    return _told(about["sheets"], array("I", places))


def _told(sheets: Sequence[dict[str, Any]], places: "array[int]") -> Iterator[dict[str, Any]]:
    start = 0
    for sheet in sheets:
        texts, height, width = sheet["texts"], sheet["height"], len(sheet["texts"])
        cells = places[start : start + height * width]
        start += height * width
        columns = [list(map(each.__getitem__, cells[place::width])) for place, each in enumerate(texts)]
        yield {**sheet, "columns": [[""] * height for _ in range(sheet["left"])] + columns}


def _sheet(opened: dict[str, Any], formulas: Mapping[Cell, Odd]) -> Sheet:
    columns: list[list[str]] = opened["columns"]
    dates = {
        (row, place + opened["left"]): Odd(OddKind.DATE, columns[place + opened["left"]][row - 1])
        for row, place in opened["dates"]
    }
    for cell, odd in formulas.items():
        _write(columns, opened["height"], cell, odd.text)
    merges = [
        Merge((top + 1, left), (bottom + 1, right)) for (top, left), (bottom, right) in opened["merges"]
    ]
    return Sheet.of_columns(opened["name"], columns, {**dates, **formulas}, merges, opened["is_hidden"])


def _write(columns: list[list[str]], height: int, cell: Cell, text: str) -> None:
    row, column = cell
    if row > height:
        return
    while column >= len(columns):
        columns.append([""] * height)
    columns[column][row - 1] = text
