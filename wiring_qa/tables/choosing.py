"""Which sheet of a file is the wiring table, how it is arranged, and what names its columns."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from wiring_qa.tables.columns.both_ends import ends_apart
from wiring_qa.tables.columns.further_tables import in_one_order
from wiring_qa.tables.columns.header import Header, find_header
from wiring_qa.tables.columns.headings import devices_beside
from wiring_qa.tables.readers.sheets import Sheet, Source
from wiring_qa.tables.settled import Settled
from wiring_qa.tables.words import Code, unreadable


@dataclass(frozen=True)
class Arranged:
    """A file's sheets as they are to be read, and the header of each that is not hidden."""

    sheets: Mapping[str, Sheet]
    headers: Mapping[str, Header | None]

    def is_table(self, name: str) -> bool:
        """Tell whether a sheet is a wiring table: it is known where both ends of the wires stand."""
        return _has_ends(self.headers.get(name))

    def header(self, sheet: Sheet, settled: Settled) -> Header | None:
        """Return the header as it was found already, unless something was settled that may change it."""
        is_settled = settled.header_row is not None or settled.mapping or settled.corrections
        if sheet.name in self.headers and not is_settled:
            return self.headers[sheet.name]
        return find_header(sheet, settled.mapping, settled.header_row)

    def chosen(self, wanted: str | None) -> Sheet:
        """Return the sheet that was asked for, else the one that looks like a table and holds the most rows.

        Raises:
            UnreadableTable: there is no sheet, or none of that name.
        """
        if wanted is not None:
            if wanted in self.sheets:
                return self.sheets[wanted]
            names = [name for name in self.sheets if name]
            if not names:
                raise unreadable(Code.NO_SHEETS)
            raise unreadable(Code.UNKNOWN_SHEET, sheet=wanted, sheets=names)
        if not self.sheets:
            raise unreadable(Code.NO_TABLE)
        tables = [each for each in self.sheets.values() if self.headers.get(each.name) is not None]
        if tables:
            return max(tables, key=lambda each: (_named(self.headers[each.name]), len(each.rows)))
        return max(self.sheets.values(), key=lambda each: len(each.rows))


def arranged(source: Source) -> Arranged:
    """Arrange a file's sheets; where none is a table as it is, ends get columns of their own."""
    found = _of(source)
    if not any(map(_has_ends, found.headers.values())):
        found = _of(parted(source))
    return found


def parted(source: Source) -> Source:
    """Return a file with what stands in one column, or in headings, in columns of its own."""
    return replace(source, sheets=[devices_beside(ends_apart(each)) for each in source.sheets])


def _of(source: Source) -> Arranged:
    headers = {each.name: find_header(each) for each in source.sheets if not each.is_hidden}
    sheets = {}
    for sheet in source.sheets:
        header = headers.get(sheet.name)
        sheets[sheet.name] = in_one_order(sheet, header) if header is not None else sheet
        if sheets[sheet.name] is not sheet:
            headers[sheet.name] = find_header(sheets[sheet.name])
    return Arranged(sheets, headers)


def _has_ends(header: Header | None) -> bool:
    return header is not None and header.has_ends


def _named(header: Header | None) -> tuple[bool, bool]:
    """A table whose ends are known goes before others, one with a header before one without."""
    return _has_ends(header), header is not None and not header.is_none
