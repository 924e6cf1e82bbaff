"""Reads a file into the preview of a wiring table; every row of the source becomes a wire or is named."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from wiring_qa.core.collection import uncollected
from wiring_qa.tables.choosing import arranged, parted
from wiring_qa.tables.columns.header import Header
from wiring_qa.tables.columns.shapes import Remembered, recall
from wiring_qa.tables.judging.categories import SEED_CATEGORIES, SEED_RULES, Rule
from wiring_qa.tables.judging.demands import CategoryDemands
from wiring_qa.tables.judging.flags import judge
from wiring_qa.tables.previews import Preview, Problem, SheetInfo
from wiring_qa.tables.readers import read_source
from wiring_qa.tables.readers.connections import KINDS
from wiring_qa.tables.readers.limits import ReadLimits
from wiring_qa.tables.readers.sheets import Cell, Sheet, Source
from wiring_qa.tables.rows.connected import read_connections
from wiring_qa.tables.rows.filled_down import filled_down
from wiring_qa.tables.rows.plain_rows import plain_rows, read_plain_rows
from wiring_qa.tables.rows.reader import RowReader, left_out_row
from wiring_qa.tables.rows.units import with_units
from wiring_qa.tables.rows.whole_table import beside, connected_twice, lost_of_connections, lost_signs
from wiring_qa.tables.settled import Settled
from wiring_qa.tables.wires import ParsedWire, Wires
from wiring_qa.tables.words import Code, unreadable


@dataclass(frozen=True)
class Judging:
    """What the import judges by: the rules in their order, the categories, from which mm² a wire is large."""

    rules: Sequence[Rule] = SEED_RULES
    categories: Mapping[str, CategoryDemands] = field(
        default_factory=lambda: {each.code: each for each in SEED_CATEGORIES}
    )
    large_from_mm2: Decimal = Decimal(6)


@uncollected()
def preview(
    data: bytes,
    filename: str,  # noqa: ARG001  the content tells the format; later formats may want the name
    settled: Settled = Settled(),  # noqa: B008  it never changes
    *,
    judging: Judging | None = None,
    limits: ReadLimits | None = None,
    known: Mapping[str, Remembered] = MappingProxyType({}),
) -> Preview:
    """Preview a wiring table; raises `UnreadableTable` with words on what would mend it.

    ``known`` is what is remembered of other files, by shape; it holds where nothing else is settled.
    """
    source = read_source(data, limits or ReadLimits())
    if source.connections is not None:
        return _of_connections(source, settled, judging or Judging())
    is_open = not settled.mapping and settled.header_row is None
    recalled = _recalled(source, settled, known) if known and is_open else None
    if recalled is not None:
        settled = recalled = replace(recalled, left_out=settled.left_out)
    sheets = arranged(source)
    chosen = sheets.chosen(settled.sheet)
    if settled.corrections:
        rows, odd = _corrected(chosen.rows, settled.corrections), _left(chosen.odd, settled.corrections)
        chosen = replace(chosen, rows=rows, odd=odd)
    header = sheets.header(chosen, settled)
    if header is None:
        raise unreadable(Code.NO_TABLE)
    wires, problems = _read(_joined(chosen, header), header, frozenset(settled.left_out))
    problems += [*connected_twice(wires), *lost_signs(source, chosen, wires), *beside(header, wires)]
    problems.sort(key=lambda each: each.row)
    by = judging or Judging()
    return Preview(
        format=source.format,
        encoding=source.encoding,
        sheet=chosen.name,
        sheets=tuple(
            SheetInfo(name, len(each.rows), sheets.is_table(name)) for name, each in sheets.sheets.items()
        ),
        header_row=header.last_row or None,
        rows=chosen.rows,
        columns=header.columns,
        wires=judge(wires, by.rules, by.categories, by.large_from_mm2),
        problems=tuple(problems),
        recalled=recalled,
    )


def _recalled(source: Source, settled: Settled, known: Mapping[str, Remembered]) -> Settled | None:
    """Return what is remembered of the file as it is, else as it is with the two ends of a column parted."""
    return recall(source, settled.sheet, known) or recall(parted(source), settled.sheet, known)


def _of_connections(source: Source, settled: Settled, by: Judging) -> Preview:
    if settled.sheet or settled.header_row is not None or any(settled.mapping.values()):
        raise unreadable(Code.NO_COLUMNS, kind=KINDS[source.format])
    read, problems = read_connections(source.connections or (), frozenset(settled.left_out))
    wires = Wires.of(read)
    odd = [*connected_twice(wires), *lost_of_connections(source, wires)]
    problems = sorted([*problems, *odd], key=lambda each: each.row)
    return Preview(
        format=source.format,
        encoding=source.encoding,
        sheet="",
        sheets=(),
        header_row=None,
        rows=(),
        columns=(),
        wires=judge(wires, by.rules, by.categories, by.large_from_mm2),
        problems=tuple(problems),
    )


def _corrected(rows: Sequence[Sequence[str]], corrections: Mapping[Cell, str]) -> list[list[str]]:
    found = [list(row) for row in rows]
    for (row, column), text in corrections.items():
        if 1 <= row <= len(found):
            cells = found[row - 1]
            cells.extend([""] * (column + 1 - len(cells)))
            cells[column] = text
    return found


def _left(odd: Mapping[Cell, Any], corrections: Mapping[Cell, str]) -> dict[Cell, Any]:
    return {cell: each for cell, each in odd.items() if cell not in corrections}


def _joined(sheet: Sheet, header: Header) -> Sheet:
    """Write what a cell leaves to the one above or beside it into the cell."""
    return with_units(filled_down(sheet, header), header)


def _read(sheet: Sheet, header: Header, left_out: Collection[int]) -> tuple[Wires, list[Problem]]:
    """Read the plain rows column by column, all others one by one."""
    reader = RowReader(sheet, header)
    plain = plain_rows(sheet, header, reader.every_name, left_out)
    read = read_plain_rows(sheet, reader.cells.pieces, plain)
    wires: list[ParsedWire] = []
    problems = reader.cells.said_of(read)
    others = set(range(1, len(sheet.rows) + 1)).difference(plain)
    for row in sorted(others.union(read.without_end)):
        wire, found = left_out_row(row) if row in left_out else reader.read(row)
        if wire is not None:
            wires.append(wire)
        problems += found
    return read.wires.joined(wires), problems
