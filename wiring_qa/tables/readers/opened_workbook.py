"""Run as a process of its own: opens a workbook from standard input, writes its cells column by column.

A damaged workbook can make the parser take all memory, run on or abort. Here that ends a small process with
limits, and not the server. Arguments: most rows of a sheet, most bytes of memory, most seconds. The answer is
a line of JSON, which tells each different text of a column once, and then, row by row, for each cell which of
them it holds.
"""

import datetime as dt
import io
import json
import os
import sys
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import count, islice
from operator import getitem
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)  # fmt: skip

_DATES = (dt.date, dt.time)
_PLAIN = frozenset({str, float})
"""Kinds of which values that compare as equal are written the same; a truth value equals a number, too."""


def _limit(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:  # not every system has limits; the one who started this process waits only so long
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _text(value: Any) -> str:
    """Write a value as people see it: whole numbers without a point, no more digits than were meant."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, dt.datetime):
        return value.isoformat(" ") if value.time() != dt.time() else value.date().isoformat()
    return str(value)


class _Cells:
    """The cells of a sheet, row by row: each different one of a column once, and where each cell's is."""

    def __init__(self, width: int) -> None:
        self.seen: list[dict[Any, int]] = [defaultdict(count().__next__) for _ in range(width)]
        self.places = array("I")

    def take(self, rows: Iterator[list[Any]], make: Callable[[list[Any]], list[Any]]) -> None:
        """Take rows, each made into what is to be told apart; they are let go one by one."""
        for row in rows:
            self.places.extend(map(getitem, self.seen, make(row)))

    def cut(self) -> int:
        """Leave off blank rows at the end; return how many there are left."""
        width = len(self.seen)
        blanks = [{place for value, place in seen.items() if _is_blank(value)} for seen in self.seen]
        height = len(self.places) // width if width else 0
        while height and all(map(set.__contains__, blanks, self.places[-width:])):
            height -= 1
            del self.places[-width:]
        return height


def _is_blank(value: Any) -> bool:
    return isinstance(value, str) and not value.strip()


def _read(sheet: CalamineSheet, most_rows: int) -> tuple[_Cells, list[tuple[int, int]]]:
    """Return the cells, and which of them hold dates; most sheets hold texts and numbers alone."""
    kinds: set[type] = set()

    def telling(row: list[Any]) -> list[Any]:
        kinds.update(map(type, row))
        return row

    cells = _Cells(sheet.width)
    cells.take(islice(sheet.iter_rows(), most_rows + 1), telling)
    if _PLAIN.issuperset(kinds):
        return cells, []
    dates: list[tuple[int, int]] = []
    numbers = count(1)

    def as_texts(row: list[Any]) -> list[Any]:
        number = next(numbers)
        dates.extend((number, place) for place, value in enumerate(row) if isinstance(value, _DATES))
        return list(map(_text, row))

    cells = _Cells(sheet.width)
    cells.take(islice(sheet.iter_rows(), most_rows + 1), as_texts)
    return cells, dates


def _sheet(workbook: CalamineWorkbook, name: str, most_rows: int) -> tuple[dict[str, Any], "array[int]"]:
    sheet = workbook.get_sheet_by_name(name)
    cells, dates = _read(sheet, most_rows)
    height = cells.cut()
    about = {
        "name": name,
        "left": sheet.start[1] if sheet.start else 0,
        "height": height,
        "texts": [list(map(_text, seen)) for seen in cells.seen],
        "dates": [(row, place) for row, place in dates if row <= height],
        "merges": sheet.merged_cell_ranges or [],
    }
    return about, cells.places


def _workbook(data: bytes, most_rows: int) -> tuple[dict[str, Any], "array[int]"]:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets: list[dict[str, Any]] = []
    places = array("I")
    for about in workbook.sheets_metadata:
        if about.typ is SheetTypeEnum.WorkSheet:
            sheet, of_cells = _sheet(workbook, about.name, most_rows)
            sheets.append({**sheet, "is_hidden": about.visible is not SheetVisibleEnum.Visible})
            places.extend(of_cells)
    return {"sheets": sheets}, places


def main() -> None:
    """Read, and answer with the sheets or with the name of what was wrong."""
    most_rows, memory, seconds = map(int, sys.argv[1:])
    data = sys.stdin.buffer.read()
    _limit(memory, seconds)
    places = array("I")
    try:
        answer, places = _workbook(data, most_rows)
    except PasswordError:
        answer = {"error": "encrypted"}
    except (CalamineError, ValueError, OSError) as error:
        answer = {"error": "broken", "detail": str(error)}
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
    sys.stdout.buffer.write(places.tobytes())
    sys.stdout.flush()
    os._exit(0)  # what was read is not taken apart first


if __name__ == "__main__":
    main()
