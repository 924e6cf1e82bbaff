"""Serial numbers as they are pasted from a list or a spreadsheet."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Pasted:
    """One line: its number from 1, its text, the serial number, and the order where a column has it."""

    line: int
    text: str
    serial: str
    order_no: str | None


def pasted_serials(text: str) -> list[Pasted]:
    """Return the serial numbers of a pasted list: one a line, blank lines skipped.

    What follows a tab, a semicolon or a comma is the order.
    """
    found = []
    for line, raw in enumerate(text.splitlines(), 1):
        parts = [part.strip() for part in re.split(r"[\t;,]", raw, maxsplit=1)]
        if parts[0]:
            order = parts[1] if len(parts) > 1 and parts[1] else None
            found.append(Pasted(line, raw.strip(), parts[0], order))
    return found
