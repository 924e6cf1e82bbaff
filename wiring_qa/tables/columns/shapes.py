"""The shape of a table, by which the next of its kind is known: the names of its columns in any order.

Where no row names them, what the columns hold in their order tells it.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wiring_qa.tables.columns import contents
from wiring_qa.tables.columns.contents import SAMPLED
from wiring_qa.tables.columns.header import is_letters, unique_names
from wiring_qa.tables.columns.header_rows import LOOKED_AT, MOST_ROWS, names_of
from wiring_qa.tables.columns.names import normal
from wiring_qa.tables.kinds import Target
from wiring_qa.tables.previews import Column, Preview
from wiring_qa.tables.readers.sheets import Sheet, Source
from wiring_qa.tables.settled import NO_HEADER, Settled

_TEXTS = frozenset({"csv", "tsv", "txt"})
_FEWEST_NAMES, _FEWEST_COLUMNS = 2, 3
_CONTENTS = (
    ("colour", contents.is_colour),
    ("size", contents.is_cross_section),
    ("type", contents.is_wire_type),
    ("device", contents.is_device),
    ("short", contents.is_short),
)


@dataclass(frozen=True)
class Remembered:
    """What a person settled of a file: field → normal name of its column, empty where no column fills it."""

    shape: str
    filename: str
    mapping: Mapping[str, str]


def shape_of(preview: Preview) -> str | None:
    """Return the shape of a table as it was read; None where nothing tells it from others."""
    if preview.header_row is None:
        return shape_without_names(preview.format, preview.rows)
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
        found = known.get(shape_without_names(source.format, each.rows) or "")
        if found is not None:
            letters = unique_names([""] * each.width)
            mapping = _applied(found, letters)
            return Settled(sheet=each.name or None, header_row=NO_HEADER, mapping=mapping)
    return None


def shape_without_names(kind: str, rows: Sequence[Sequence[str]]) -> str | None:
    """Return the shape of a table that names no columns: what each column's cells are, in their order.

    None for a table of fewer than three columns with anything in them, of which too many are alike.
    """
    width = max(map(len, rows[:SAMPLED]), default=0)
    columns = [
        [row[place].strip() for row in rows[:SAMPLED] if place < len(row) and row[place].strip()]
        for place in range(width)
    ]
    if sum(map(bool, columns)) < _FEWEST_COLUMNS:
        return None
    kept = "\n".join(["no names", _medium(kind), *map(_content, columns)])
    return hashlib.sha256(kept.encode()).hexdigest()


def _content(cells: Sequence[str]) -> str:
    if not cells:
        return "empty"
    found = next((name for name, is_kind in _CONTENTS if is_kind(cells)), "text")
    return (
        f"ends {contents.separator_of(cells)}" if found == "text" and contents.separator_of(cells) else found
    )


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
    kept = "\n".join([_medium(kind), *names])
    return hashlib.sha256(kept.encode()).hexdigest()


def _medium(kind: str) -> str:
    return "text" if kind in _TEXTS else "workbook"


def _normal_name(column: Column) -> str:
    return normal(column.header)[0]


def _applied(found: Remembered, headers: Sequence[str]) -> dict[str, str]:
    by_name = {normal(header)[0]: header for header in reversed(headers)}
    return {target: by_name.get(name, "") for target, name in found.mapping.items()}
