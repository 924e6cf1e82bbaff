"""A table that names the device where its wires begin once, in a heading above them, and not in each row."""

import re
from collections.abc import Sequence
from dataclasses import replace

from wiring_qa.tables.columns.contents import is_device
from wiring_qa.tables.columns.header import Header, find_header
from wiring_qa.tables.columns.known_names import CHINESE
from wiring_qa.tables.columns.names import guess
from wiring_qa.tables.kinds import Target
from wiring_qa.tables.readers.sheets import Sheet

_LABELLED = re.compile(r"([^:：=]{1,40})[:：]\s*(\S.*)")
_FEWEST = 2
"""Cells that a wire has at the least."""


def devices_beside(sheet: Sheet) -> Sheet:
    """Return the sheet with one more column, of the heading above each wire; else as it is.

    Only where no column names the device where wires begin, one names its terminal and one the other device,
    and every wire stands under a heading that is a device: ``KM1``, or with what it is, ``Device: KM1``;
    above the names of the columns only the latter is one.
    """
    header = find_header(sheet)
    if header is None or header.is_none or not _lacks_devices(header):
        return sheet
    devices = _devices(sheet, header)
    if devices is None:
        return sheet
    says = [*devices]
    says[header.last_row - 1] = _name(sheet.rows[header.last_row - 1])
    rows = [
        [*cells, *[""] * (sheet.width - len(cells)), said] if said else cells
        for cells, said in zip(sheet.rows, says, strict=True)
    ]
    return replace(sheet, rows=rows)


def _lacks_devices(header: Header) -> bool:
    return (
        Target.FROM_DEVICE not in header.places
        and Target.FROM_TERMINAL in header.places
        and Target.TO_DEVICE in header.places
    )


def _devices(sheet: Sheet, header: Header) -> list[str] | None:
    """Return the device of each row that may be a wire, "" for others; None where one has no heading."""
    found = [""] * len(sheet.rows)
    device = ""
    for at, cells in enumerate(sheet.rows):
        filled = [cell.strip() for cell in cells if cell.strip()]
        if header.first_row <= at + 1 <= header.last_row:
            continue
        if len(filled) == 1:
            device = _device(filled[0], is_title=at < header.first_row) or device
        elif at < header.first_row:
            continue
        elif len(filled) >= _FEWEST and not device:
            return None
        elif filled:
            found[at] = device
    return found


def _device(text: str, *, is_title: bool) -> str:
    labelled = _LABELLED.fullmatch(text)
    told = labelled[2].strip() if labelled else text
    if is_title and not (labelled and (name := guess(labelled[1])) and name.part == "device"):
        return ""
    return told if is_device([told]) else ""


def _name(names: Sequence[str]) -> str:
    return "起点元件" if any(map(CHINESE.search, names)) else "From device"
