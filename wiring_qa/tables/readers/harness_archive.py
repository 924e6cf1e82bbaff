"""A harness or a drawing in an archive: VEC files are exchanged packed, others are packed to be sent."""

import io
import zipfile

from wiring_qa.tables.readers import archives, kbl, qet, vec
from wiring_qa.tables.readers.limits import ReadLimits
from wiring_qa.tables.readers.sheets import Source
from wiring_qa.tables.words import Code, unreadable

_START = b"PK\x03\x04"
_PACKED = (qet, kbl, vec)
_ENDINGS = (".qet", ".kbl", ".vec", ".xml")
_OF_WORKBOOKS = frozenset({"[content_types].xml", "content.xml", "mimetype"})


def fits(data: bytes) -> bool:
    """Tell an archive by the names in it: one that may be a harness, and none that only workbooks have."""
    if not data.startswith(_START):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [each.casefold() for each in archive.namelist()]
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return False
    return _OF_WORKBOOKS.isdisjoint(names) and any(each.endswith(_ENDINGS) for each in names)


def read(data: bytes, limits: ReadLimits, encoding: str | None = None) -> Source:
    """Read the one harness or drawing of an archive.

    Raises:
        UnreadableTable: the archive is damaged, a bomb or protected, or holds none or several.
    """
    parts = archives.unpack(data, limits)
    found = {name: reader for name, part in parts.items() for reader in _PACKED if reader.fits(part)}
    if not found:
        raise unreadable(Code.NOT_A_TABLE)
    if len(found) > 1:
        raise unreadable(Code.SEVERAL_FILES, names=sorted(found))
    name, reader = next(iter(found.items()))
    source: Source = reader.read(parts[name], limits, encoding)
    return source
