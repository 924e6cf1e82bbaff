"""Run as a process of its own: opens a workbook from standard input, writes its cells column by column.

A damaged workbook can make the parser take all memory, run on or abort. Here that ends a small process with
limits, and not the server. Arguments: most rows of a sheet, most bytes of memory, most seconds. The answer
tells each different text of a column once, and then for each cell which of them it holds; `opening` reads it.
What takes long to import, as ``json`` and ``typing`` do, is done without.
"""

import datetime as dt
import io
import os
import sys
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, count, islice

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
"""Kinds of which values that compare as equal are written the same."""
_LIKE_TRUTHS = (0.0, 1.0)
"""Numbers that equal a truth value: only in a column that holds one of them can truth values go unseen."""
_SOME = 200
"""Rows that are turned into columns at once: as many as a processor keeps near."""


def _limit(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:  # not every system has limits; the one who started this process waits only so long
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _text(value: object) -> str:
    """Write a value as people see it: whole numbers without a point, no more digits than were meant."""
    if isinstance(value, str):
        return value
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, dt.datetime):
        return value.isoformat(" ") if value.time() != dt.time() else value.date().isoformat()
    return str(value)


class _Answer:
    """Lists of numbers and lists of texts, which are read in the order in which they are told."""

    def __init__(self) -> None:
        self._numbers = array("I")
        self._texts: list[str] = []

    def tell_numbers(self, numbers: Collection[int]) -> None:
        """Tell how many there are, and each."""
        self._numbers.append(len(numbers))
        self._numbers.extend(numbers)

    def tell_texts(self, texts: Collection[str]) -> None:
        """Tell how many there are, how long each is, and, after all numbers, what they say."""
        self.tell_numbers(array("I", map(len, texts)))
        self._texts.extend(texts)

    def write(self) -> None:
        """Write how many numbers there are, the numbers, and all texts as one."""
        out = sys.stdout.buffer
        out.write(array("I", [len(self._numbers)]).tobytes())
        out.write(self._numbers.tobytes())
        out.write("".join(self._texts).encode())
        out.flush()


class _Cells:
    """The cells of a sheet by columns: each different one once, and for each cell which of them it is."""

    def __init__(self, width: int) -> None:
        self._seen: list[dict[object, int]] = [defaultdict(count().__next__) for _ in range(width)]
        self.places = [array("I") for _ in range(width)]
        self._kinds: set[type] = set()

    def take(self, rows: Iterable[Sequence[object]]) -> None:
        """Take some more rows."""
        for seen, places, cells in zip(self._seen, self.places, zip(*rows, strict=True), strict=True):
            places.extend(map(seen.__getitem__, cells))
            if any(map(seen.__contains__, _LIKE_TRUTHS)):
                self._kinds.update(map(type, cells))

    @property
    def are_plain(self) -> bool:
        """Whether all are texts and numbers."""
        return _PLAIN.issuperset(self._kinds.union(*(map(type, seen) for seen in self._seen)))

    @property
    def texts(self) -> list[list[str]]:
        """The different texts of each column, in the order of their places."""
        return [list(map(_text, seen)) for seen in self._seen]


def _filled(texts: Sequence[str], places: Sequence[int]) -> int:
    """Return how many cells a column has up to the last that is not blank."""
    return next((height for height in range(len(places), 0, -1) if texts[places[height - 1]].strip()), 0)


def _some_at_a_time(sheet: CalamineSheet, most_rows: int) -> Iterator[Sequence[Sequence[object]]]:
    """Yield the rows of a sheet, one more than it may have where it is too long; few are held at once."""
    rows = islice(sheet.iter_rows(), most_rows + 1)
    while some := list(islice(rows, _SOME)):
        yield some


def _read(sheet: CalamineSheet, most_rows: int) -> tuple[_Cells, list[tuple[int, int]]]:
    """Return the cells, and which of them hold dates; most sheets hold texts and numbers alone."""
    cells = _Cells(sheet.width)
    for rows in _some_at_a_time(sheet, most_rows):
        cells.take(rows)
    if cells.are_plain:
        return cells, []
    cells = _Cells(sheet.width)
    dates: list[tuple[int, int]] = []
    numbers = count(1)
    for rows in _some_at_a_time(sheet, most_rows):
        for row, number in zip(rows, numbers, strict=False):
            dates.extend((number, place) for place, value in enumerate(row) if isinstance(value, _DATES))
        cells.take([list(map(_text, row)) for row in rows])
    return cells, dates


def _tell_sheet(answer: _Answer, sheet: CalamineSheet, most_rows: int) -> None:
    cells, dates = _read(sheet, most_rows)
    texts = cells.texts
    height = max(map(_filled, texts, cells.places), default=0)
    answer.tell_numbers([sheet.start[1] if sheet.start else 0, height, len(texts)])
    answer.tell_numbers([number for row, place in dates if row <= height for number in (row, place)])
    corners = chain.from_iterable(sheet.merged_cell_ranges or ())
    answer.tell_numbers(list(chain.from_iterable(corners)))
    for different, places in zip(texts, cells.places, strict=True):
        answer.tell_texts(different)
        answer.tell_numbers(places[:height])


def _workbook(data: bytes, most_rows: int) -> _Answer:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = [each for each in workbook.sheets_metadata if each.typ is SheetTypeEnum.WorkSheet]
    answer = _Answer()
    answer.tell_texts(["read"])
    answer.tell_texts([each.name for each in sheets])
    answer.tell_numbers([each.visible is not SheetVisibleEnum.Visible for each in sheets])
    for each in sheets:
        _tell_sheet(answer, workbook.get_sheet_by_name(each.name), most_rows)
    return answer


def _failed(why: str) -> _Answer:
    answer = _Answer()
    answer.tell_texts([why])
    return answer


def main() -> None:
    """Read, and answer with the sheets or with the name of what was wrong."""
    most_rows, memory, seconds = map(int, sys.argv[1:])
    data = sys.stdin.buffer.read()
    _limit(memory, seconds)
    try:
        answer = _workbook(data, most_rows)
    except PasswordError:
        answer = _failed("encrypted")
    except (CalamineError, ValueError, OSError):
        answer = _failed("broken")
    answer.write()
    os._exit(0)  # what was read is not taken apart first


if __name__ == "__main__":
    main()
