"""Text whose columns stand under each other, with blanks between them."""

import unicodedata
from itertools import groupby

_FEWEST_LINES = 3
_FEWEST_COLUMNS = 3
_NARROWEST_GAP = 2
_LOOKED_AT = 2_000


def split_columns(text: str) -> list[list[str]] | None:
    """Cut lines where every line of the table is blank; None where they are not regular enough.

    A Chinese character is two places wide, as on the screen that the list was written for.
    """
    lines = [line.expandtabs(8).rstrip() for line in text.splitlines()]
    places = [_places(line) for line in lines]
    table = [each for each in places[:_LOOKED_AT] if _pieces(each) >= _FEWEST_COLUMNS]
    if len(table) < _FEWEST_LINES:
        return None
    cuts = _cuts(table)
    if len(cuts) < _FEWEST_COLUMNS:
        return None
    return [_cells(each, cuts) for each in places]


def _places(line: str) -> list[str]:
    """Spread a line over the places it takes; the second place of a wide character is empty."""
    spread: list[str] = []
    for sign in line:
        spread.append(sign)
        if unicodedata.east_asian_width(sign) in {"W", "F"}:
            spread.append("")
    return spread


def _pieces(places: list[str]) -> int:
    """Count what stands between gaps of two blanks or more."""
    runs = [
        (is_blank, sum(1 for _ in run)) for is_blank, run in groupby(places, key=lambda sign: sign == " ")
    ]
    gaps = sum(is_blank and length >= _NARROWEST_GAP for is_blank, length in runs[1:])
    return gaps + 1 if places else 0


def _cuts(table: list[list[str]]) -> list[tuple[int, int | None]]:
    """Return where each column begins and ends: between places that are blank in every line."""
    width = max(map(len, table))
    filled = [any(place < len(line) and line[place] != " " for line in table) for place in range(width)]
    starts = [0]
    gap = 0
    for place, is_filled in enumerate(filled):
        if is_filled and gap >= _NARROWEST_GAP and place > gap:
            starts.append(place)
        gap = 0 if is_filled else gap + 1
    return list(zip(starts, [*starts[1:], None], strict=True))


def _is_within(places: list[str], at: int) -> bool:
    """Tell whether a place lies within what is written: no gap of two blanks stands there."""
    before, after = places[max(0, at - _NARROWEST_GAP) : at], places[at : at + _NARROWEST_GAP]
    return all(any(place != " " for place in side) for side in (before, after))


def _cells(places: list[str], cuts: list[tuple[int, int | None]]) -> list[str]:
    if _pieces(places) < _FEWEST_COLUMNS and any(_is_within(places, start) for start, _ in cuts):
        # a title or the number of a page, which keeps to no columns
        return ["".join(places).strip()]
    cells = ["".join(places[start:end]).strip() for start, end in cuts]
    while cells and not cells[-1]:
        cells.pop()
    return cells
