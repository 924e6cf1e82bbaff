"""The shape of a table: the names of its columns in any order, by which the next of its kind is known."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wiring_qa.tables.columns import is_letters, unique_names
from wiring_qa.tables.header_rows import LOOKED_AT, MOST_ROWS, names_of
from wiring_qa.tables.headers import normal
from wiring_qa.tables.kinds import Target
from wiring_qa.tables.readers.sheets import Sheet, Source
from wiring_qa.tables.settled import Settled
from wiring_qa.tables.wires import Column, Preview

_TEXTS = frozenset({"csv", "tsv", "txt"})
_FEWEST_NAMES = 2


@dataclass(frozen=True)
class Remembered:
    """What a person settled of a file: field → normal name of its column, empty where no column fills it."""

    shape: str
    filename: str
    mapping: Mapping[str, str]


def shape_of(preview: Preview) -> str | None:
    """Return the shape of a table as it was read; None where no row names its columns."""
    if preview.header_row is None:
        return None
    return _shape(preview.format, [(each.index, each.header) for each in preview.columns])


def to_remember(preview: Preview) -> dict[str, str]:
    """Return what every field was filled with, by the normal names of the columns."""
    filled = {target: column for column in preview.columns for target in column.targets}
    return {each.value: _normal_name(filled[each]) if each in filled else "" for each in Target}


def recall(source: Source, sheet: str | None, known: Mapping[str, Remembered]) -> Settled | None:
    """Return what was settled of the last file that had the shape of this one; None where there was none."""
    for each in source.sheets:
        if each.is_hidden or (sheet is not None and each.name != sheet):
            continue
        for row, headers in _headers(each):
            found = known.get(_shape(source.format, list(enumerate(headers))) or "")
            if found is not None:
                return Settled(sheet=each.name or None, header_row=row, mapping=_applied(found, headers))
    return None


def _headers(sheet: Sheet) -> Iterator[tuple[int, list[str]]]:
    """Yield what may be the header: rows, and two or three rows together, the most first."""
    for last in range(1, min(LOOKED_AT, len(sheet.rows)) + 1):
        if sum(map(bool, sheet.rows[last - 1])) >= _FEWEST_NAMES:
            for first in range(max(1, last - MOST_ROWS + 1), last + 1):
                yield last, unique_names(names_of(sheet, first, last))


def _shape(kind: str, headers: Sequence[tuple[int, str]]) -> str | None:
    names = sorted(normal(header)[0] for place, header in headers if not is_letters(place, header))
    if len(names) < _FEWEST_NAMES:
        return None
    kept = "\n".join(["text" if kind in _TEXTS else "workbook", *names])
    return hashlib.sha256(kept.encode()).hexdigest()


def _normal_name(column: Column) -> str:
    return normal(column.header)[0]


def _applied(found: Remembered, headers: Sequence[str]) -> dict[str, str]:
    by_name = {normal(header)[0]: header for header in reversed(headers)}
    return {target: by_name.get(name, "") for target, name in found.mapping.items()}
