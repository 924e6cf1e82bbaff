"""Packed workbooks: what they are, and that they do not unpack to more than they should."""

import io
import zipfile
import zlib
from collections.abc import Mapping

from wiring_qa.tables.readers.limits import ReadLimits
from wiring_qa.tables.words import Code, unreadable

_LOCAL_HEADER = 30
_STEP = 1 << 20
_FEWEST_BYTES_OF_ENTITY = (b"<!DOCTYPE", b"<!ENTITY")
_UTF16_ENTITY = tuple(mark.decode().encode("utf-16-le") for mark in _FEWEST_BYTES_OF_ENTITY)
_DOCUMENT_KINDS = (("xl/workbook.xml", "xlsx"), ("xl/workbook.bin", "xlsb"), ("content.xml", "ods"))


def unpack(data: bytes, limits: ReadLimits) -> Mapping[str, bytes]:
    """Return the parts of a packed workbook by name, inflated under the limits.

    Raises:
        UnreadableTable: it is damaged, a bomb, encrypted, or defines XML entities.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, UnicodeDecodeError) as error:
        raise unreadable(Code.BROKEN_WORKBOOK) from error
    _within(sum(info.file_size for info in infos), len(data), limits)
    if any(info.flag_bits & 1 for info in infos):
        raise unreadable(Code.ENCRYPTED)
    parts: dict[str, bytes] = {}
    total = 0
    for info in infos:
        parts[info.filename] = _inflate(data, info, limits.max_inflated_bytes - total)
        total += len(parts[info.filename])
        _within(total, len(data), limits)
    _check_parts(parts)
    return parts


def kind_of(parts: Mapping[str, bytes]) -> str:
    """Tell the format by the parts that a workbook must have."""
    names = {name.casefold() for name in parts}
    kind = next((kind for name, kind in _DOCUMENT_KINDS if name in names), None)
    is_other = kind == "ods" and b"opendocument.spreadsheet" not in parts.get(
        "mimetype", b"opendocument.spreadsheet"
    )
    if kind is None or is_other:
        raise unreadable(Code.NOT_A_TABLE)
    return kind


def _within(inflated: int, packed: int, limits: ReadLimits) -> None:
    is_steep = inflated > limits.ratio_from_bytes and inflated > packed * limits.max_ratio
    if is_steep or inflated > limits.max_inflated_bytes:
        raise unreadable(Code.ZIP_BOMB)


def _inflate(data: bytes, info: zipfile.ZipInfo, most: int) -> bytes:
    """Inflate one part, stopping past the limit: the size that the archive claims may be a lie."""
    at = info.header_offset
    start = at + _LOCAL_HEADER + sum(int.from_bytes(data[at + n : at + n + 2], "little") for n in (26, 28))
    packed = data[start : start + info.compress_size]
    if info.compress_type == zipfile.ZIP_STORED:
        return packed
    if info.compress_type != zipfile.ZIP_DEFLATED:
        raise unreadable(Code.BROKEN_WORKBOOK)
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        inflated = inflater.decompress(packed, most + 1)
    except zlib.error as error:
        raise unreadable(Code.BROKEN_WORKBOOK) from error
    if len(inflated) > most:
        raise unreadable(Code.ZIP_BOMB)
    return inflated


def _check_parts(parts: Mapping[str, bytes]) -> None:
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise unreadable(Code.ENCRYPTED)
    for name, part in parts.items():
        head = part[:_STEP] if name.endswith((".xml", ".rels")) else b""
        if any(mark in head for mark in (*_FEWEST_BYTES_OF_ENTITY, *_UTF16_ENTITY)):
            raise unreadable(Code.ENTITIES)
