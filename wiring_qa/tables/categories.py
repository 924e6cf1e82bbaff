"""The seed list of categories, the rules that give rows theirs, and how a rule is held against a row."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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
        self._patterns = [(rule.field, pattern_of(rule.pattern)) for rule in self.rules]
        self._judged: dict[tuple[str, str], int | None] = {}
        self._needed: dict[str, re.Pattern[str]] = {}

    def assign(self, wire: ParsedWire) -> tuple[str, Message | None]:
        """Return the category of the first rule that fits, and why; `NORMAL` where none does."""
        best: tuple[int, str] | None = None
        for field, value in _values(wire):
            position = self._first(field, value[:_LONGEST_VALUE])
            if position is not None and (best is None or position < best[0]):
                best = (position, value)
        if best is None:
            return NORMAL, None
        rule = self.rules[best[0]]
        return rule.category, say(Code.CATEGORY_RULE, value=best[1], pattern=rule.pattern)

    def _first(self, field: str, value: str) -> int | None:
        if (field, value) not in self._judged:
            # most values hold no word of any rule, which one search tells
            may_fit = self._needed_by(field).search(value)
            fits = (
                position
                for position, (asked, pattern) in enumerate(self._patterns)
                if asked in {field, "any"} and pattern.fullmatch(value)
            )
            self._judged[field, value] = next(fits, None) if may_fit else None
        return self._judged[field, value]

    def _needed_by(self, field: str) -> re.Pattern[str]:
        if field not in self._needed:
            needed = [_needed(rule.pattern) for rule in self.rules if rule.field in {field, "any"}]
            self._needed[field] = re.compile("|".join(needed) or r"(?!)", re.IGNORECASE)
        return self._needed[field]


def assign_category(wire: ParsedWire, rules: Iterable[Rule]) -> tuple[str, Message | None]:
    """Return the category's code for one wire, with the reason; for many wires keep a `CategoryRules`."""
    return CategoryRules(rules).assign(wire)


def _values(wire: ParsedWire) -> list[tuple[str, str]]:
    """Return what a wire shows to the rules; a device without its sign, as people write patterns."""
    shown = [
        ("device", bare(wire.from_device)),
        ("device", bare(wire.to_device)),
        ("terminal", wire.from_terminal),
        ("terminal", wire.to_terminal),
        ("number", wire.number),
        ("potential", wire.potential),
        ("wire_type", wire.wire_type),
        ("remark", wire.remark),
    ]
    return [(field, value) for field, value in shown if value] + [
        ("extra", text) for text in wire.extra.values()
    ]
