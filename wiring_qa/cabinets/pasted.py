"""Serial numbers as they are pasted from a list or a spreadsheet."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Pasted:
    """One line: its number from 1, its text, the serial number, and the order where a column has it.

    ``is_repeated`` where an earlier line names the same serial number.
    """

    line: int
    text: str
    serial: str
    order_no: str | None
    is_repeated: bool = False


def pasted_serials(text: str) -> list[Pasted]:
    """Return the serial numbers of a pasted list: one a line, blank lines skipped.

    What follows a tab, a semicolon or a comma is the order.
    """
    found: list[Pasted] = []
    seen: set[str] = set()
    for line, raw in enumerate(text.splitlines(), 1):
        parts = [part.strip() for part in re.split(r"[\t;,]", raw, maxsplit=1)]
        if parts[0]:
            order = parts[1] if len(parts) > 1 and parts[1] else None
            key = parts[0].casefold()
            found.append(Pasted(line, raw.strip(), parts[0], order, key in seen))
            seen.add(key)
    return found
