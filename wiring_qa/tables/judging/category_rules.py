"""Holds the rules of categories against the wires of a table: every different value is judged once."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from itertools import chain

from wiring_qa.tables.cell_texts.designations import bare
from wiring_qa.tables.judging.categories import NORMAL, Rule
from wiring_qa.tables.repeated import Repeated
from wiring_qa.tables.wires import Wires
from wiring_qa.tables.words import Code, Message, say

_LONGEST_VALUE = 300


def pattern_of(*patterns: str) -> re.Pattern[str]:
    """Compile patterns of rules into one, a group each; it is held against a whole value, in any case."""
    return re.compile("|".join(map(_group, patterns)) or r"(?!)", re.IGNORECASE | re.DOTALL)


def _group(pattern: str) -> str:
    alternatives = (_glob(part.strip()) for part in pattern.split("|") if part.strip())
    return f"({'|'.join(alternatives) or '(?!)'})"


def _needed(pattern: str) -> str:
    """Return, as a pattern to search for, a piece of each alternative that every value it fits must hold."""
    alternatives = [part.strip() for part in pattern.split("|") if part.strip()]
    pieces = [_literal(max(part.split("*"), key=len)) for part in alternatives]
    return "|".join(pieces) if pieces else r"(?!)"


def _literal(piece: str) -> str:
    return re.escape(piece).replace(r"\#", r"\d+")


def _glob(alternative: str) -> str:
    """Each piece is taken at its first place and kept (atomic groups), so no pattern is slow on any value."""
    first, *pieces = map(_literal, alternative.split("*"))
    if not pieces:
        return f"(?:{first})"
    between = "".join(f"(?>.*?{piece})" for piece in pieces[:-1] if piece)
    return f"(?:{first}{between}.*{pieces[-1]})"


_Hold = Callable[[int, str | None, int], None]
"""Takes the place of a wire, a value that it shows, and the place of the rule that fits it."""


class CategoryRules:
    """Rules ready to be held against many rows: every distinct value is judged once."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules: Sequence[Rule] = tuple(rules)
        self._fits = {field: _FirstFits(field, self.rules) for field in {*_SHOWN.values(), "extra"}}
        self._reason = cache(
            lambda rank, value: say(Code.CATEGORY_RULE, value=value, pattern=self.rules[rank].pattern)
        )

    def assign(self, wires: Wires) -> tuple[list[str], list[Message | None]]:
        """Return the category of each wire by the first rule that fits, and why; `NORMAL` where none does."""
        names: list[str] = [NORMAL] * len(wires)
        reasons: list[Message | None] = [None] * len(wires)
        best = [_NONE] * len(wires)

        def hold(place: int, text: str | None, rank: int) -> None:
            if rank < best[place]:
                best[place], names[place] = rank, self.rules[rank].category
                reasons[place] = self._reason(rank, text)

        for name, field in _SHOWN.items():
            self._hold_each(self._fits[field], wires.column(name), hold)
        self._hold_beside(wires.column("extra"), hold)
        return names, reasons

    def _hold_each(self, fits: "_FirstFits", column: Repeated[str | None], hold: _Hold) -> None:
        if hits := fits.hits(column.different):
            for place in column.holding(hits.__contains__):
                hold(place, column[place], hits[column[place]])

    def _hold_beside(self, beside: Repeated[Mapping[str, str]], hold: _Hold) -> None:
        if hits := self._fits["extra"].hits(chain.from_iterable(kept.values() for kept in beside.different)):
            for place in beside.holding(lambda kept: not hits.keys().isdisjoint(kept.values())):
                for text in filter(hits.__contains__, beside[place].values()):
                    hold(place, text, hits[text])


_NONE = 1_000_000
"""The rank of what no rule fits."""
_SHOWN = {
    "from_device": "device",
    "to_device": "device",
    "from_terminal": "terminal",
    "to_terminal": "terminal",
    "number": "number",
    "potential": "potential",
    "wire_type": "wire_type",
    "remark": "remark",
}
"""What a wire shows to the rules, with the field that they name it by."""


class _FirstFits(dict[str | None, int]):
    """The place of the first rule that fits a value of a field, by the value."""

    def __init__(self, field: str, rules: Sequence[Rule]) -> None:
        super().__init__({None: _NONE, "": _NONE})
        asked = {field, "any"}
        self._is_device = field == "device"
        self._ranks = [rank for rank, rule in enumerate(rules) if rule.field in asked]
        patterns = [rules[rank].pattern for rank in self._ranks]
        self._first = pattern_of(*patterns)
        # most values hold no word of any rule, which one search tells: soon, where it need not mind the case
        needed = [_needed(each.casefold()) for each in patterns]
        self._needed = re.compile("|".join(needed) if needed else r"(?!)")

    def hits(self, values: Iterable[str | None]) -> dict[str | None, int]:
        """Return those of many values that a rule fits, each with its place: most of them none does."""
        asked = list(values)
        if not self._needed.search("\n".join(filter(None, asked)).casefold()):
            return {}
        return {value: rank for value in asked if (rank := self[value]) != _NONE}

    def __missing__(self, value: str | None) -> int:
        assert value is not None  # noqa: S101  it is there from the start
        # a device without its sign, as people write patterns
        text = (bare(value) if self._is_device else value)[:_LONGEST_VALUE]
        match = self._first.fullmatch(text) if self._needed.search(text.casefold()) else None
        rank = self[value] = self._ranks[match.lastindex - 1] if match and match.lastindex else _NONE
        return rank
