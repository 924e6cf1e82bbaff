"""What is odd about a table as a whole: connections that stand there twice, signs that were lost."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from wiring_qa.tables.columns.header import Header
from wiring_qa.tables.kinds import Level, Target
from wiring_qa.tables.previews import Problem
from wiring_qa.tables.readers.sheets import Sheet, Source
from wiring_qa.tables.wires import ParsedWire, Wires
from wiring_qa.tables.words import Code, say

_TWO_ENDS = 2
_COUNTED = re.compile(r"(.{1,80}?)[\s_.#-]*\d{1,2}")
"""A name that ends with its number: of `Point 3`, what is named so."""
LOST = "\ufffd"
"""What stands where a sign could not be read."""


def connected_twice(wires: Wires) -> list[Problem]:
    """Name every wire that stands between the same two terminals as an earlier one, whichever way round."""
    first: dict[tuple[tuple[str, str], tuple[str, str]], int] = {}
    found = []
    ends = (
        zip(wires.column(f"{side}_device"), wires.column(f"{side}_terminal"), strict=True)
        for side in ("from", "to")
    )
    for row, one, other in zip(wires.column("row"), *ends, strict=True):
        if one[1] is None or other[1] is None:
            continue
        before = first.setdefault((one, other) if one <= other else (other, one), row)
        if before != row:
            found.append(Problem(row, Level.WARNING, say(Code.TWICE, row=before)))
    return found


def beside(header: Header, wires: Wires) -> list[Problem]:
    """Say, at the first wire with one, that columns of the same names hold a second wire, or further ends."""
    columns = [header.column_of(target) for target in (Target.FROM_DEVICE, Target.TO_DEVICE)]
    ends = [column.header for column in columns if column is not None]
    names = {each.header for each in header.columns}
    again = [f"{name} (2)" for name in ends]
    if len(set(again)) < _TWO_ENDS:
        return []
    if names.issuperset(again):
        return _beside(again, wires, all)
    counted = {match[1] for name in ends if (match := _COUNTED.fullmatch(name))}
    further = [
        each.header
        for each in header.columns
        if not each.targets and (match := _COUNTED.fullmatch(each.header)) and match[1] in counted
    ]
    return _beside(further, wires, any) if further else []


def _beside(names: list[str], wires: Wires, holds: Callable[[Iterable[bool]], bool]) -> list[Problem]:
    kept = zip(wires.column("row"), wires.column("extra"), strict=True)
    row = next((row for row, extra in kept if holds(name in extra for name in names)), None)
    return [Problem(row, Level.WARNING, say(Code.BESIDE, columns=names))] if row else []


def lost_signs(source: Source, sheet: Sheet, wires: Sequence[ParsedWire]) -> list[Problem]:
    """Say, at the first wire that has one, that signs of the file could not be read."""
    if not source.lost_signs:
        return []
    return _lost(
        source, (wire.row for wire in wires if any(LOST in cell for cell in sheet.rows[wire.row - 1]))
    )


def lost_of_connections(source: Source, wires: Sequence[ParsedWire]) -> list[Problem]:
    """Say the same of a file without rows: at the first connection that has such a sign."""
    return _lost(source, (wire.row for wire in wires if LOST in repr(wire))) if source.lost_signs else []


def _lost(source: Source, rows: Iterator[int]) -> list[Problem]:
    row = next(rows, None)
    message = say(Code.LOST_SIGNS, count=source.lost_signs, encoding=source.encoding or "")
    return [Problem(row, Level.WARNING, message)] if row else []
