"""The seed list of categories, and the rules that give rows theirs."""

from dataclasses import dataclass
from typing import Protocol

NORMAL = "normal"
FIELDS = ("device", "terminal", "number", "potential", "wire_type", "remark", "any")
"""What a rule's pattern can be held against; ``any`` is every one of them and the columns kept as extra."""


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
