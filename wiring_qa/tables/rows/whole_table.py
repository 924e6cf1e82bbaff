"""What is odd about a table as a whole: connections that stand there twice, signs that were lost."""

from collections.abc import Iterator, Sequence

from wiring_qa.tables.columns.header import Header
from wiring_qa.tables.kinds import Level, Target
from wiring_qa.tables.previews import Problem
from wiring_qa.tables.readers.sheets import Sheet, Source
from wiring_qa.tables.wires import ParsedWire, Wires
from wiring_qa.tables.words import Code, say

_TWO_ENDS = 2
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
    """Say, at the first wire with one, that columns of the same names hold a second wire in its row."""
    columns = [header.column_of(target) for target in (Target.FROM_DEVICE, Target.TO_DEVICE)]
    again = [f"{column.header} (2)" for column in columns if column is not None]
    if len(set(again)) < _TWO_ENDS or not {each.header for each in header.columns}.issuperset(again):
        return []
    kept = zip(wires.column("row"), wires.column("extra"), strict=True)
    row = next((row for row, extra in kept if all(name in extra for name in again)), None)
    return [Problem(row, Level.WARNING, say(Code.BESIDE, columns=again))] if row else []


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
