"""Fits a text of any length into a narrow column: smaller, on more lines, at last cut with an ellipsis."""

from collections.abc import Sequence
from dataclasses import dataclass

from wiring_qa.labels.typeface import width_em

ELLIPSIS = "…"


@dataclass(frozen=True)
class Setting:
    """A size of letters and how many lines of it there is room for."""

    size_mm: float
    most_lines: int


def fitted(text: str, width_mm: float, settings: Sequence[Setting]) -> tuple[float, list[str]]:
    """Return the size in mm and the lines of a printable text by the first setting in which it has room.

    Where it has room in none, the last setting's last line ends with an ellipsis.
    """
    lines: list[str] = []
    for setting in settings:
        lines = wrapped(text, width_mm / setting.size_mm)
        if len(lines) <= setting.most_lines:
            return setting.size_mm, lines
    last = settings[-1]
    kept = lines[: last.most_lines]
    return last.size_mm, [*kept[:-1], _cut(kept[-1], width_mm / last.size_mm)]


def wrapped(text: str, width: float) -> list[str]:
    """Break a text into lines of at most a width in em.

    A line ends between two words if one ends in its second half, else wherever it is full.
    """
    lines: list[str] = []
    rest = text
    while rest:
        end = _end_of_line(rest, width)
        lines.append(rest[:end].rstrip())
        rest = rest[end:].lstrip()
    return lines


def _end_of_line(text: str, width: float) -> int:
    end = len(text)
    while end > 1 and width_em(text[:end].rstrip()) > width:
        end -= 1
    if end == len(text):
        return end
    breaks = (
        place for place in range(end, max(end // 2, 1) - 1, -1) if _may_break(text[place - 1], text[place])
    )
    return next(breaks, end)


def _may_break(before: str, after: str) -> bool:
    return not (_joins(before) and _joins(after)) and not (_joins(before) and after in "-/._")


def _joins(character: str) -> bool:
    """Letters and digits of a Latin word stay together; hanzi may be parted anywhere."""
    return character.isascii() and character.isalnum()


def _cut(line: str, width: float) -> str:
    while line and width_em(line + ELLIPSIS) > width:
        line = line[:-1]
    return line + ELLIPSIS
