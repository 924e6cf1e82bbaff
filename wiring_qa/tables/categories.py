"""The seed list of categories, the rules that give rows theirs, and how a rule is held against a row."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter, getitem
from typing import Protocol

from wiring_qa.tables.designations import bare
from wiring_qa.tables.wires import ParsedWire
from wiring_qa.tables.words import Code, Message, say

NORMAL = "normal"
FIELDS = ("device", "terminal", "number", "potential", "wire_type", "remark", "any")
"""What a rule's pattern can be held against; ``any`` is every one of them and the columns kept as extra."""
_LONGEST_VALUE = 300


@dataclass(frozen=True, slots=True)
class SeedCategory:
    """A category as a new plant starts with it; a lead edits it from there."""

    code: str
    name_en: str
    name_zh_hans: str
    name_zh_hant: str
    checks_colour: bool = False
    checks_lug: bool = False
    checks_size: bool = False
    recheck_needs_table: bool = True
    always_sampled: bool = False


def _power(code: str, name_en: str, name_zh_hans: str, name_zh_hant: str) -> SeedCategory:
    """Name a category whose wires carry power: colour, lug and size are looked at, always sampled."""
    extras = {"checks_colour": True, "checks_lug": True, "checks_size": True, "always_sampled": True}
    return SeedCategory(code, name_en, name_zh_hans, name_zh_hant, **extras)


SEED_CATEGORIES = (
    SeedCategory(NORMAL, "normal", "普通线", "普通線", recheck_needs_table=False),
    SeedCategory("button", "button", "按钮线", "按鈕線"),
    _power("main_switch", "main switch", "主开关线", "主開關線"),
    _power("brake_resistor", "brake resistor", "刹车电阻线", "剎車電阻線"),
    SeedCategory("display_plug", "display plug", "显示屏插头线", "顯示屏插頭線"),
    _power("power_supply", "power supply ±", "电源正负极线", "電源正負極線"),
    _power("transformer", "transformer", "变压器线", "變壓器線"),
    SeedCategory("other_special", "other special", "其他特殊线", "其他特殊線"),
)


class Rule(Protocol):
    """A pattern that gives rows their category; a stored rule and a seed both fit."""

    @property
    def category(self) -> str:
        """The category's code."""

    @property
    def field(self) -> str:
        """One of `FIELDS`."""

    @property
    def pattern(self) -> str:
        """Alternatives between ``|``; ``*`` is any text, ``#`` is a whole number."""


@dataclass(frozen=True, slots=True)
class SeedRule:
    """A rule as a new plant starts with it."""

    category: str
    field: str
    pattern: str


SEED_RULES = (
    SeedRule("main_switch", "any", "*主开关*|*主開關*|*总开关*|*總開關*|*main switch*|*hauptschalter*"),
    SeedRule(
        "brake_resistor",
        "any",
        "*刹车电阻*|*剎車電阻*|*制动电阻*|*制動電阻*|*brake resistor*|*braking resistor*",
    ),
    SeedRule("transformer", "any", "*变压器*|*變壓器*|*transformer*|*trafo*"),
    SeedRule("display_plug", "any", "*显示屏*|*顯示屏*|*显示器*|*顯示器*|*display*"),
    SeedRule("button", "any", "*按钮*|*按鈕*|*push button*|*pushbutton*|*drucktaster*"),
    SeedRule("main_switch", "device", "Q0|QS|QS#|HS|HS#|MS#"),
    SeedRule("brake_resistor", "device", "RB|RB#|BR|BR#|RBR#"),
    SeedRule("brake_resistor", "terminal", "PB|RB|BR|DB|DBR"),
    SeedRule("transformer", "device", "T#|TC|TC#|TR|TR#|TM#"),
    SeedRule("display_plug", "device", "HMI|HMI#|XHMI#|XD#|DIS#"),
    SeedRule("power_supply", "number", "24V*|+24V*|0V*|L+*|L-*|P24*|N24*|DC+|DC-"),
    SeedRule("power_supply", "potential", "24V*|+24V*|0V*|L+*|L-*|P24*|N24*|DC+|DC-"),
    SeedRule("power_supply", "terminal", "+|-|V+|V-|+V|-V|+V#|-V#|L+|L-|DC+|DC-|24V|+24V|0V"),
    SeedRule("button", "device", "SB#|SB#.#|PB#|S#|AN#"),
    SeedRule(
        "other_special",
        "wire_type",
        "*屏蔽*|*双绞*|*雙絞*|*shield*|*screened*|*twisted*|RVVP*|RVSP*|LIYCY*|*CAT5*|*CAT6*",
    ),
    SeedRule("other_special", "remark", "*特殊*|*屏蔽*|*双绞*|*雙絞*|*special*|*shield*|*twisted*"),
)
"""In the order in which they are tried: what is said in words first, then what a designation lets guess."""


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
        self._fits = [_FirstFits(field, self.rules) for field in _SHOWN.values()]
        self._extra = _FirstFits("extra", self.rules)
        self._reason = cache(
            lambda rank, value: say(Code.CATEGORY_RULE, value=value, pattern=self.rules[rank].pattern)
        )

    def assign(self, wire: ParsedWire) -> tuple[str, Message | None]:
        """Return the category of the first rule that fits, and why; `NORMAL` where none does."""
        values = _shown(wire)
        best = min(map(getitem, self._fits, values))
        why = next(value for value, fits in zip(values, self._fits, strict=True) if fits[value] == best)
        for value in wire.extra.values():
            if (rank := self._extra[value]) < best:
                best, why = rank, value
        if best == _NONE:
            return NORMAL, None
        return self.rules[best].category, self._reason(best, why)


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
_shown = attrgetter(*_SHOWN)


class _FirstFits(dict[str | None, int]):
    """The place of the first rule that fits a value of a field, by the value."""

    def __init__(self, field: str, rules: Sequence[Rule]) -> None:
        super().__init__({None: _NONE, "": _NONE})
        asked = {field, "any"}
        self._is_device = field == "device"
        own = [(rank, rule.pattern) for rank, rule in enumerate(rules) if rule.field in asked]
        self._patterns = [(rank, pattern_of(pattern)) for rank, pattern in own]
        # most values hold no word of any rule, which one search tells
        self._needed = re.compile("|".join(_needed(pattern) for _, pattern in own) or r"(?!)", re.IGNORECASE)

    def __missing__(self, value: str | None) -> int:
        assert value is not None  # noqa: S101  it is there from the start
        # a device without its sign, as people write patterns
        text = (bare(value) if self._is_device else value)[:_LONGEST_VALUE]
        fits = (rank for rank, pattern in self._patterns if pattern.fullmatch(text))
        rank = self[value] = next(fits, _NONE) if self._needed.search(text) else _NONE
        return rank
