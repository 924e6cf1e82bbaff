"""Has a workbook opened by a process of its own, which may fail without harm, and reads what it tells."""

import subprocess
import sys
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from tempfile import TemporaryFile

from wiring_qa.tables.readers.limits import ReadLimits
from wiring_qa.tables.readers.sheets import Cell, Merge
from wiring_qa.tables.repeated import Repeated
from wiring_qa.tables.words import Code, unreadable

_OPENER = Path(__file__).with_name("opened_workbook.py")


@dataclass(frozen=True, slots=True)
class OpenedSheet:
    """A sheet as the other process told it, all columns as long as each other."""

    name: str
    is_hidden: bool
    columns: list[Repeated[str]]
    height: int
    dates: Sequence[Cell]
    merges: Sequence[Merge]


@contextmanager
def opening(data: bytes, limits: ReadLimits) -> Iterator[subprocess.Popen[bytes]]:
    """Begin to open a workbook; the process ends with its use."""
    figures = (limits.max_rows, limits.max_memory_bytes, int(limits.max_seconds) + 1)
    command = [sys.executable, "-I", str(_OPENER), *map(str, figures)]
    with TemporaryFile() as file:
        file.write(data)
        file.seek(0)
        with subprocess.Popen(  # noqa: S603  fixed words and figures; the file comes by standard input
            command,
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        ) as opener:
            try:
                yield opener
            finally:
                opener.kill()


def opened(opener: subprocess.Popen[bytes], limits: ReadLimits) -> Iterator[OpenedSheet]:
    """Wait for what it found; return its sheets.

    Raises:
        UnreadableTable: it ran out of time or memory, or the workbook is protected or damaged.
    """
    try:
        answer, errors = opener.communicate(timeout=limits.max_seconds)
    except subprocess.TimeoutExpired as error:
        raise unreadable(Code.TOO_SLOW, limit=f"{limits.max_seconds:g}") from error
    if opener.returncode < 0 or b"MemoryError" in errors:
        raise unreadable(Code.ZIP_BOMB)
    if opener.returncode > 0:
        raise unreadable(Code.BROKEN_WORKBOOK)
    told = _Told(answer)
    match told.texts():
        case ["encrypted"]:
            raise unreadable(Code.ENCRYPTED)
        case ["broken"]:
            raise unreadable(Code.BROKEN_WORKBOOK)
    return _sheets(told)


def _sheets(told: "_Told") -> Iterator[OpenedSheet]:
    for name, is_hidden in zip(told.texts(), told.numbers(), strict=True):
        left, height, width = told.numbers()
        dates = [(row, place + left) for row, place in _by(2, told.numbers())]
        merges = [
            Merge((top + 1, first), (bottom + 1, last)) for top, first, bottom, last in _by(4, told.numbers())
        ]
        blank = [Repeated.always("", height)] * left
        filled = [Repeated(told.texts(), told.numbers()) for _ in range(width)]
        yield OpenedSheet(name, bool(is_hidden), blank + filled, height, dates, merges)


def _by(count: int, numbers: Sequence[int]) -> Iterator[tuple[int, ...]]:
    return zip(*(numbers[place::count] for place in range(count)), strict=True)


class _Told:
    """What the other process tells: lists of numbers and of texts, in the order in which it wrote them."""

    def __init__(self, answer: bytes) -> None:
        size = array("I").itemsize
        (count,) = array("I", answer[:size])
        self._numbers = array("I", answer[size : size * (count + 1)])
        self._text = answer[size * (count + 1) :].decode()
        self._place = self._start = 0

    def numbers(self) -> "array[int]":
        """Return the next list of numbers."""
        start = self._place + 1
        self._place = start + self._numbers[self._place]
        return self._numbers[start : self._place]

    def texts(self) -> list[str]:
        """Return the next list of texts."""
        ends = list(accumulate(self.numbers(), initial=self._start))
        self._start = ends[-1]
        return [self._text[start:end] for start, end in pairwise(ends)]
