"""Finds a sheet's header and what each column means: by its name, its place, and what its cells hold."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wiring_qa.tables.designations import has_terminal
from wiring_qa.tables.headers import FROM, Guess, guess
from wiring_qa.tables.kinds import PAIRS, Target
from wiring_qa.tables.readers.sheets import Sheet
from wiring_qa.tables.wires import Column
from wiring_qa.tables.words import Code, unreadable

LOOKED_AT = 60
"""Rows at the top among which the header is looked for."""
SAMPLED = 200
"""Rows from which the content of a column is judged."""
ENOUGH = 0.6
"""The share of a column's cells that must be designations with a terminal for it to be taken as an end."""
_END_PARTS = ("end", "device", "terminal", "lug", "location", "type")
_BOTH_ENDS = {"lug": PAIRS["lug"], "location": PAIRS["location"]}


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands (rows from 1, none for a table without one) and what the columns mean."""

    first_row: int
    last_row: int
    columns: tuple[Column, ...]

    @property
    def is_none(self) -> bool:
        """Whether the table begins without a header."""
        return self.last_row == 0

    def column_of(self, target: Target) -> Column | None:
        """Return the column that fills a field."""
        return next((column for column in self.columns if target in column.targets), None)


def find_header(sheet: Sheet, mapping: Mapping[str, str] | None = None) -> Header | None:
    """Find the header of a sheet; None where it holds no wiring table.

    ``mapping`` gives fields their column by its header, and goes before every guess.
    """
    best: tuple[float, int, int, list[str]] | None = None
    for row in range(1, min(LOOKED_AT, len(sheet.rows)) + 1):
        for first in (row, row - 1):
            if first < 1:
                continue
            names = _names(sheet, first, row)
            score = _score(names) - 0.5 * (row - first)
            if best is None or score > best[0]:
                best = (score, first, row, names)
    if best is not None and best[0] >= 2:  # noqa: PLR2004  two ends at the least
        return _header(sheet, best[1], best[2], best[3], mapping)
    return _without_header(sheet, mapping)


def _names(sheet: Sheet, first: int, last: int) -> list[str]:
    """Return the column names that one row or two rows give; a merged cell names all it covers."""
    width = max(map(len, sheet.rows), default=0)
    low = _padded(sheet.rows[last - 1], width)
    if first == last:
        return low
    high = _padded(sheet.rows[first - 1], width)
    for merge in sheet.merges:
        if merge.first[0] <= first <= merge.last[0]:
            for column in range(merge.first[1], min(merge.last[1], width - 1) + 1):
                high[column] = high[merge.first[1]]
    return [
        f"{above} {below}".strip() if above != below else below
        for above, below in zip(high, low, strict=True)
    ]


def _padded(row: Sequence[str], width: int) -> list[str]:
    return [*row, *[""] * (width - len(row))]


def _score(names: Sequence[str]) -> float:
    """Judge a header: the sum of what is recognised, once a meaning; nothing without two ends."""
    found: dict[tuple[str, str | None], float] = {}
    ends = 0
    for name in names:
        told = guess(name) if name else None
        if told is None:
            continue
        ends += told.part in {"end", "device", "terminal"}
        key = (told.part, told.side)
        found[key] = max(found.get(key, 0), told.confidence)
    return sum(found.values()) if ends >= 2 else 0  # noqa: PLR2004  two ends


def _header(
    sheet: Sheet, first: int, last: int, names: Sequence[str], mapping: Mapping[str, str] | None
) -> Header:
    guesses = {place: told for place, name in enumerate(names) if name and (told := guess(name))}
    fields = _fields(guesses, sheet, last)
    headers = _unique(names)
    columns = tuple(
        Column(place, header, fields.get(place, ((), 0.0))[0], fields.get(place, ((), 0.0))[1])
        for place, header in enumerate(headers)
    )
    return Header(first, last, _mapped(columns, mapping))


def _unique(names: Sequence[str]) -> list[str]:
    seen: dict[str, int] = {}
    found = []
    for place, name in enumerate(names):
        plain = " ".join(name.split()) or _letters(place)
        seen[plain] = seen.get(plain, 0) + 1
        found.append(plain if seen[plain] == 1 else f"{plain} ({seen[plain]})")
    return found


def _letters(place: int) -> str:
    text, rest = "", place + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        text = chr(65 + digit) + text
    return text


def _fields(
    guesses: Mapping[int, Guess], sheet: Sheet, last: int
) -> dict[int, tuple[tuple[Target, ...], float]]:
    sided = _sided(guesses)
    fields: dict[int, tuple[tuple[Target, ...], float]] = {}
    taken: set[Target] = set()
    for place, told in sorted(sided.items(), key=lambda each: (-each[1].confidence, each[0])):
        targets = tuple(each for each in _targets(told, place, sided, sheet, last) if each not in taken)
        if targets:
            fields[place] = (targets, told.confidence)
            taken.update(targets)
    return fields


def _sided(guesses: Mapping[int, Guess]) -> dict[int, Guess]:
    """Give two equal columns without an end's name their ends by their order; one lug counts for both."""
    found = dict(guesses)
    for part in _END_PARTS:
        without = [
            place for place, told in sorted(guesses.items()) if told.part == part and told.side is None
        ]
        if part in _BOTH_ENDS and len(without) == 1:
            continue
        for place, side in zip(without, (FROM, "to"), strict=False):
            found[place] = Guess(part, side, guesses[place].confidence * 0.9)
        for place in without[2:]:
            del found[place]
    return found


def _targets(
    told: Guess, place: int, sided: Mapping[int, Guess], sheet: Sheet, last: int
) -> tuple[Target, ...]:
    if told.part in _BOTH_ENDS and told.side is None:
        return _BOTH_ENDS[told.part]
    if told.part == "no":
        return (Target.NUMBER,) if not any(each.part == "number" for each in sided.values()) else ()
    if told.part not in _END_PARTS:
        return (Target(told.part),) if told.part in set(Target) else ()
    side = told.side or FROM
    if told.part in {"lug", "location", "type"}:
        return (Target(f"{side}_{told.part}"),)
    return _of_end(told.part, side, place, sided, sheet, last)


def _of_end(
    part: str, side: str, place: int, sided: Mapping[int, Guess], sheet: Sheet, last: int
) -> tuple[Target, ...]:
    """Tell whether a column of an end holds the device, the terminal, or a designation of both."""
    device, terminal = PAIRS[side]
    others = {each.part for other, each in sided.items() if each.side == side and other != place}
    whole = _holds_designations(sheet, place, last)
    if part == "terminal":
        return (
            (device, terminal)
            if whole and not (others & {"device", "end"} and _filled(sheet, sided, side, last))
            else (terminal,)
        )
    if part == "end":
        if "device" in others and not whole:
            return (terminal,) if "terminal" not in others else ()
        return (device,) if "terminal" in others and not whole else (device, terminal)
    return (device,) if "terminal" in others or "end" in others else (device, terminal)


def _filled(sheet: Sheet, sided: Mapping[int, Guess], side: str, last: int) -> bool:
    return any(
        told.side == side and told.part == "device" and any(_cells(sheet, place, last))
        for place, told in sided.items()
    )


def _cells(sheet: Sheet, place: int, last: int) -> list[str]:
    rows = sheet.rows[last : last + SAMPLED]
    return [row[place].strip() for row in rows if place < len(row) and row[place].strip()]


def _holds_designations(sheet: Sheet, place: int, last: int) -> bool:
    cells = _cells(sheet, place, last)
    return bool(cells) and sum(map(has_terminal, cells)) >= ENOUGH * len(cells)


def _without_header(sheet: Sheet, mapping: Mapping[str, str] | None) -> Header | None:
    """Take the first two columns that hold designations with terminals as the ends."""
    width = max(map(len, sheet.rows), default=0)
    ends = [place for place in range(width) if _holds_designations(sheet, place, 0)]
    if len(ends) < 2 and not mapping:  # noqa: PLR2004  two ends
        return None
    sides = dict(zip(ends, (PAIRS["from"], PAIRS["to"]), strict=False))
    columns = tuple(
        Column(place, _letters(place), sides.get(place, ()), 0.5 if place in sides else 0.0)
        for place in range(width)
    )
    return Header(0, 0, _mapped(columns, mapping))


def _mapped(columns: tuple[Column, ...], mapping: Mapping[str, str] | None) -> tuple[Column, ...]:
    """Let a person's mapping go before the guesses: each field it names is taken from nowhere else."""
    if not mapping:
        return columns
    chosen: dict[str, list[Target]] = {}
    headers = {column.header: column for column in columns}
    for name, header in mapping.items():
        if header not in headers:
            raise unreadable(Code.UNKNOWN_COLUMN, column=header, columns=", ".join(headers))
        chosen.setdefault(header, []).extend(_named(name))
    named = {target for targets in chosen.values() for target in targets}
    return tuple(_chosen(column, chosen, named) for column in columns)


def _chosen(column: Column, chosen: Mapping[str, list[Target]], named: Iterable[Target]) -> Column:
    if column.header in chosen:
        return Column(column.index, column.header, tuple(chosen[column.header]), 1.0)
    left = tuple(target for target in column.targets if target not in named)
    return Column(column.index, column.header, left, column.confidence if left else 0.0)


def _named(name: str) -> tuple[Target, ...]:
    if name in PAIRS:
        return PAIRS[name]
    try:
        return (Target(name),)
    except ValueError:
        raise unreadable(Code.UNKNOWN_TARGET, target=name, targets=", ".join([*Target, *PAIRS])) from None
