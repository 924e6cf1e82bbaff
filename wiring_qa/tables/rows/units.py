"""Lengths and cross-sections whose unit stands in a column of its own, written together as one text."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from wiring_qa.tables.cell_texts.lengths import UNITS_MM
from wiring_qa.tables.columns.header import Header
from wiring_qa.tables.columns.names import guess, normal
from wiring_qa.tables.kinds import Target
from wiring_qa.tables.previews import Column
from wiring_qa.tables.readers.sheets import Sheet

_UNITS: Mapping[Target, Collection[str]] = {
    Target.LENGTH: UNITS_MM.keys(),
    Target.CROSS_SECTION: {"mm2", "mm²", "mm^2", "㎟", "qmm", "sqmm", "平方", "平方毫米", "awg"},
}
_NAMES = frozenset({"unit", "units", "uom", "unite", "unidad", "unita", "eenheid", "me"})
_ENDINGS = ("einheit", "单位")
_FIGURES = re.compile(r"\s*[\d.,' /]*\d\s*")


def with_units(sheet: Sheet, header: Header) -> Sheet:
    """Return the sheet with each bare number written with the unit that stands beside it."""
    places = {}
    for column in header.columns:
        for target in _UNITS.keys() & set(column.targets):
            place = None if normal(column.header)[1] else _unit_of(column, target, header, sheet)
            if place is not None:
                places[column.index] = place
    if not places:
        return sheet
    rows = [list(row) for row in sheet.rows]
    for row in rows[header.last_row :]:
        for place, unit in places.items():
            if max(place, unit) < len(row) and row[unit].strip() and _FIGURES.fullmatch(row[place]):
                row[place] = f"{row[place].strip()} {row[unit].strip()}"
    return replace(sheet, rows=rows)


def _unit_of(column: Column, target: Target, header: Header, sheet: Sheet) -> int | None:
    """Return the column that gives the unit: it is named so, stands beside, and holds nothing else."""
    for other in header.columns:
        told = guess(other.header)
        is_beside = other.index == column.index + 1 or (told is not None and told.part == target)
        if is_beside and not other.targets and _names_unit(other.header):
            cells = {cell.strip().casefold() for cell in sheet.columns[other.index][header.last_row :]} - {""}
            if cells and cells <= set(_UNITS[target]):
                return other.index
    return None


def _names_unit(header: str) -> bool:
    name = normal(header)[0]
    return not _NAMES.isdisjoint(name.split()) or name.endswith(_ENDINGS)
