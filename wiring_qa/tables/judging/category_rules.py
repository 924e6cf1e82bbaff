"""Holds the rules of categories against the wires of a table: every different value is judged once."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain, repeat

from wiring_qa.tables.cell_texts.designations import bare
from wiring_qa.tables.judging.categories import NORMAL, Rule
from wiring_qa.tables.wires import Wires
from wiring_qa.tables.words import Code, Message, say

_LONGEST_VALUE = 300


def pattern_of(pattern: str) -> re.Pattern[str]:
    """Compile a rule's pattern; it is held against the whole value, in any case."""
    alternatives = (_glob(part.strip()) for part in pattern.split("|") if part.strip())
    return re.compile("|".join(alternatives) or r"(?!)", re.IGNORECASE | re.DOTALL)


def _needed(pattern: str) -> str:
    """Return, as a pattern to search for, a piece of each alternative that every value it fits must hold."""
    alternatives = [part.strip() for part in pattern.split("|") if part.strip()]
    return "|".join(_literal(max(part.split("*"), key=len)) for part in alternatives) or r"(?!)"


def _literal(piece: str) -> str:
    return re.escape(piece).replace(r"\#", r"\d+")


def _glob(alternative: str) -> str:
    """Each piece is taken at its first place and kept (atomic groups), so no pattern is slow on any value."""
    first, *pieces = map(_literal, alternative.split("*"))
    if not pieces:
        return f"(?:{first})"
    between = "".join(f"(?>.*?{piece})" for piece in pieces[:-1] if piece)
    return f"(?:{first}{between}.*{pieces[-1]})"


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
        shown = [(self._fits[field], wires.column(name)) for name, field in _SHOWN.items()]
        fitting = [(fits, column) for fits, column in shown if fits.learn(column)]
        ranks = [map(fits.__getitem__, column) for fits, column in fitting]
        kept, extra = [each.values() for each in wires.column("extra")], self._fits["extra"]
        beside = kept if extra.learn(chain.from_iterable(kept)) else repeat(())
        names: list[str] = [NORMAL] * len(wires)
        reasons: list[Message | None] = [None] * len(wires)
        no_rank = [_NONE] * len(wires)
        for place, (rank, texts) in enumerate(zip(map(min, no_rank, no_rank, *ranks), beside, strict=False)):
            best, why = rank, None
            for text in texts:
                if extra[text] < best:
                    best, why = extra[text], text
            if best < _NONE:
                if why is None:
                    why = next(column[place] for fits, column in fitting if fits[column[place]] == best)
                names[place], reasons[place] = self.rules[best].category, self._reason(best, why)
        return names, reasons


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
        own = [(rank, rule.pattern) for rank, rule in enumerate(rules) if rule.field in asked]
        self._patterns = [(rank, pattern_of(pattern)) for rank, pattern in own]
        # most values hold no word of any rule, which one search tells: soon, where it need not mind the case
        self._needed = re.compile("|".join(_needed(pattern.casefold()) for _, pattern in own) or r"(?!)")

    def learn(self, values: Iterable[str | None]) -> bool:
        """Hold the rules against many values, most of which none fits; return whether one fits any."""
        different = set(values)
        new = different.difference(self)
        if self._needed.search("\n".join(filter(None, new)).casefold()):
            return any(self[value] != _NONE for value in different)
        return any(self[value] != _NONE for value in different.difference(new))

    def __missing__(self, value: str | None) -> int:
        assert value is not None  # noqa: S101  it is there from the start
        # a device without its sign, as people write patterns
        text = (bare(value) if self._is_device else value)[:_LONGEST_VALUE]
        fits = (rank for rank, pattern in self._patterns if pattern.fullmatch(text))
        rank = self[value] = next(fits, _NONE) if self._needed.search(text.casefold()) else _NONE
        return rank
