"""The problems of a draft, narrowed by level, by what is wrong and by column; the counts add up."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from wiring_qa.core.pages import Page, page_of_list
from wiring_qa.tables.drafts.address import Asked
from wiring_qa.tables.drafts.changes import text_at
from wiring_qa.tables.kinds import Level
from wiring_qa.tables.previews import Preview, Problem

SHOWN = 20
"""Problems on a page: the table under them is to stay in reach."""
WHOLE_ROW = "row"
"""As a column: the problem is the row's, and no cell's."""


@dataclass(frozen=True)
class Spot:
    """A problem with what stands in its cell and in its row."""

    problem: Problem
    text: str
    row: str
    alike: int
    """Cells of the column with the same text and a problem, this one among them."""


@dataclass(frozen=True)
class Part:
    """The problems that share something: by which value, in which words, how many."""

    value: str
    words: Any
    count: int


@dataclass(frozen=True)
class DraftProblems:
    """The problems asked for, and how many there would be if one thing were asked otherwise."""

    total: int
    spots: Page
    levels: Sequence[Part]
    kinds: Sequence[Part]
    columns: Sequence[Part]


def column_of(problem: Problem) -> str:
    """Return how the address names a problem's column."""
    return WHOLE_ROW if problem.column_index is None else str(problem.column_index)


def draft_problems(preview: Preview, asked: Asked) -> DraftProblems:
    """Return the problems that a person should look at, errors first."""
    told = [each for each in preview.problems if each.level is Level.ERROR or each.is_of_wire]
    values = [(each.level.value, each.message.code.value, column_of(each)) for each in told]
    wanted = (asked.level, asked.problem, asked.column)
    counts: tuple[Counter[str], ...] = (Counter(), Counter(), Counter())
    fitting: list[Problem] = []
    for problem, value in zip(told, values, strict=True):
        misses = [place for place in range(3) if wanted[place] and wanted[place] != value[place]]
        if not misses:
            fitting.append(problem)
        for place in range(3):
            if not misses or misses == [place]:
                counts[place][value[place]] += 1
    fitting.sort(key=lambda each: (each.level is not Level.ERROR, each.row))
    names = {column_of(each): each.column for each in told}
    levels, kinds, columns = (_parts(count, chosen) for count, chosen in zip(counts, wanted, strict=True))
    return DraftProblems(
        len(told),
        _spots(preview, told, page_of_list(fitting, asked.told, SHOWN)),
        [Part(level.value, None, counts[0][level.value]) for level in Level] if told else levels,
        kinds,
        sorted(
            (Part(part.value, names.get(part.value), part.count) for part in columns),
            key=lambda part: (part.value == WHOLE_ROW, len(part.value), part.value),
        ),
    )


def _parts(counts: Counter[str], chosen: str) -> list[Part]:
    """Return the values with their counts, the most frequent first; the chosen one even if it is gone."""
    found = [Part(value, None, count) for value, count in counts.most_common()]
    return found if not chosen or chosen in counts else [*found, Part(chosen, None, 0)]


def _spots(preview: Preview, told: Sequence[Problem], page: Page) -> Page:
    def text_of(problem: Problem) -> str:
        return text_at(preview, problem.row, problem.column_index)

    alike = Counter((each.column_index, text_of(each)) for each in told)
    spots = [
        Spot(each, text, row_text(preview, each.row), alike[each.column_index, text] if text else 1)
        for each in page.items
        for text in [text_of(each)]
    ]
    return Page(spots, page.number, page.total, page.size)


def row_text(preview: Preview, row: int) -> str:
    """Return what stands in a row, its cells one after the other."""
    cells = preview.rows[row - 1] if 0 < row <= len(preview.rows) else ()
    return " · ".join(cell.strip() for cell in cells if cell.strip())
