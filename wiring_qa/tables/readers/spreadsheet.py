"""Workbooks: .xlsx and .xlsm, .xlsb, .xls, .ods."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
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
    parts: Mapping[str, bytes] = {}
    if data.startswith(_OLE):
        kind = _ole_kind(data)
    else:
        parts = archives.unpack(data, limits)
        kind = archives.kind_of(parts)
    sheets = [_sheet(each, parts) for each in _opened(data, limits)]
    if not any(any(row) for sheet in sheets for row in sheet.rows):
        raise unreadable(Code.EMPTY)
    return Source(kind, sheets)


def _ole_kind(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise unreadable(Code.ENCRYPTED)
    if not any(name.encode("utf-16-le") in data for name in ("Workbook", "Book")):
        raise unreadable(Code.NOT_A_TABLE)
    return "xls"


def _opened(data: bytes, limits: ReadLimits) -> list[dict[str, Any]]:
    """Have the workbook opened by a process of its own, which may fail without harm."""
    figures = (limits.max_rows, limits.max_memory_bytes, int(limits.max_seconds) + 1)
    command = [sys.executable, "-I", str(_OPENER), *map(str, figures)]
    try:
        done = subprocess.run(  # noqa: S603  fixed words and figures; the file comes by standard input
            command, input=data, capture_output=True, timeout=limits.max_seconds, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise unreadable(Code.TOO_SLOW, limit=f"{limits.max_seconds:g}") from error
    if done.returncode < 0 or b"MemoryError" in done.stderr:
        raise unreadable(Code.ZIP_BOMB)
    answer = orjson.loads(done.stdout) if done.returncode == 0 else {"error": "broken"}
    if "error" in answer:
        raise unreadable(Code.ENCRYPTED if answer["error"] == "encrypted" else Code.BROKEN_WORKBOOK)
    return list(answer["sheets"])


def _sheet(opened: dict[str, Any], parts: Mapping[str, bytes]) -> Sheet:
    rows: list[list[str]] = opened["rows"]
    dates = {(row, column): Odd(OddKind.DATE, rows[row - 1][column]) for row, column in opened["dates"]}
    formulas = odd_formulas(parts, opened["name"])
    for (row, column), odd in formulas.items():
        _write(rows, (row, column), odd.text)
    merges = [
        Merge((top + 1, left), (bottom + 1, right)) for (top, left), (bottom, right) in opened["merges"]
    ]
    return Sheet(opened["name"], rows, dates | formulas, merges, opened["is_hidden"])


def _write(rows: list[list[str]], cell: Cell, text: str) -> None:
    row, column = cell
    if row > len(rows):
        return
    cells = rows[row - 1]
    cells.extend([""] * (column + 1 - len(cells)))
    cells[column] = text
