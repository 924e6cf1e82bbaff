"""Readers of wiring tables: one file a format, chosen by what a file holds and not by how its name ends.

A reader is a module with ``fits(data) -> bool`` and ``read(data, limits, encoding) -> Source``. To add a
format, add its module and name it in `READERS`; the first that fits reads the file.
"""

from typing import Protocol

from wiring_qa.tables.readers import (
    harness_archive,
    html_tables,
    kbl,
    qet,
    spreadsheet,
    spreadsheet_xml,
    text,
    vec,
    wireviz,
)  # fmt: skip
from wiring_qa.tables.readers.connections import KINDS
from wiring_qa.tables.readers.limits import ReadLimits
from wiring_qa.tables.readers.sheets import Source
from wiring_qa.tables.words import Code, unreadable


class Reader(Protocol):
    """What a reader's module offers."""

    def fits(self, data: bytes) -> bool:
        """Tell whether the file is of this reader's formats."""

    def read(self, data: bytes, limits: ReadLimits, encoding: str | None = None) -> Source:
        """Read the file's sheets."""


READERS: tuple[Reader, ...] = (
    harness_archive, spreadsheet, qet, kbl, vec, wireviz, spreadsheet_xml, html_tables, text,
)  # fmt: skip
"""In the order in which they are asked; text fits whatever nobody else claims."""

_KNOWN_BY_START: tuple[tuple[bytes, Code], ...] = (
    (b"%PDF-", Code.PDF),
    (b"\x89PNG", Code.PICTURE),
    (b"\xff\xd8\xff", Code.PICTURE),
    (b"GIF8", Code.PICTURE),
    (b"BM", Code.PICTURE),
    (b"II*\x00", Code.PICTURE),
    (b"MM\x00*", Code.PICTURE),
)
_WEBP = (b"RIFF", b"WEBP")
_HEIC = b"ftyp"


def read_source(data: bytes, limits: ReadLimits, encoding: str | None = None) -> Source:
    """Read a file's sheets; ``encoding`` overrides what a text file was taken for.

    Raises:
        UnreadableTable: the file is empty, too large, protected, damaged, dangerous, or no table.
    """
    if not data.strip(b"\x00\t\r\n "):
        raise unreadable(Code.EMPTY)
    if len(data) > limits.max_bytes:
        raise unreadable(Code.TOO_LARGE, limit=limits.max_bytes // 1_000_000)
    if (known := _something_else(data)) is not None:
        raise unreadable(known)
    reader = next(reader for reader in READERS if reader.fits(data))
    source = reader.read(data, limits, encoding)
    _within(source, limits)
    return source


def _within(source: Source, limits: ReadLimits) -> None:
    if source.connections is not None and not source.connections:
        raise unreadable(Code.NO_CONNECTIONS, kind=KINDS[source.format])
    if len(source.connections or ()) > limits.max_rows:
        raise unreadable(Code.TOO_MANY_ROWS, limit=limits.max_rows)
    for sheet in source.sheets:
        if len(sheet.rows) > limits.max_rows:
            raise unreadable(Code.TOO_MANY_ROWS, limit=limits.max_rows)
        if sheet.width > limits.max_columns:
            raise unreadable(Code.TOO_WIDE, limit=limits.max_columns)


def _something_else(data: bytes) -> Code | None:
    for start, code in _KNOWN_BY_START:
        # a text may well begin with the letters BM, but it has no NULs
        if data.startswith(start) and (start != b"BM" or b"\x00" in data[:64]):
            return code
    is_webp = data[:4] == _WEBP[0] and data[8:12] == _WEBP[1]
    return Code.PICTURE if is_webp or data[4:8] == _HEIC else None
