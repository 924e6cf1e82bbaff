"""Why a wire asks for more care: it is large, it spans far, or its devices have twins beside them."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from wiring_qa.tables.categories import CategoryRules, Rule
from wiring_qa.tables.demands import CategoryDemands, demands_of
from wiring_qa.tables.kinds import Flag
from wiring_qa.tables.lookalikes import Place, look_alikes, place_of
from wiring_qa.tables.wires import ParsedWire
from wiring_qa.tables.words import Code, Message, say

_NO = frozenset(
    {"", "0", "-", "—", "/", "n", "no", "nein", "non", "false", "falsch", "faux", "否", "无", "無", "×"}
)
_WIDE_WORDS = (
    "跨柜", "跨櫃", "跨门", "跨門", "跨度", "跨区", "跨區", "跨距", "跨接门", "过门线", "過門線",
    "wide span", "wide-span", "spans far", "weite spannweite", "grande portée",
)  # fmt: skip


def judge(
    wires: Sequence[ParsedWire],
    rules: Sequence[Rule],
    categories: Mapping[str, CategoryDemands],
    large_from_mm2: Decimal,
) -> tuple[ParsedWire, ...]:
    """Give every wire its category, its flags and what follows from them."""
    twins = look_alikes(wires)
    judged_by = CategoryRules(rules)
    return tuple(_judge_one(wire, judged_by, categories, large_from_mm2, twins) for wire in wires)


def _judge_one(
    wire: ParsedWire,
    rules: CategoryRules,
    categories: Mapping[str, CategoryDemands],
    large_from_mm2: Decimal,
    twins: Mapping[Place, Message],
) -> ParsedWire:
    category, reason = rules.assign(wire)
    found = {
        Flag.LARGE: large_reason(wire, large_from_mm2),
        Flag.WIDE: wide_reason(wire),
        Flag.LOOK_ALIKE: look_alike_reason(wire, twins),
    }
    flags = {flag: why for flag, why in found.items() if why is not None}
    demands = demands_of(
        categories[category],
        large=Flag.LARGE in flags,
        wide=Flag.WIDE in flags,
        look_alike=Flag.LOOK_ALIKE in flags,
    )
    return replace(wire, category=category, category_reason=reason, flags=flags, demands=demands)


def large_reason(wire: ParsedWire, large_from_mm2: Decimal) -> Message | None:
    """Say why a wire is large: its cross-section reaches the threshold."""
    mm2 = wire.cross_section_mm2
    return (
        say(Code.LARGE, mm2=f"{mm2:f}", limit=f"{large_from_mm2:f}")
        if mm2 is not None and mm2 >= large_from_mm2
        else None
    )


def wide_reason(wire: ParsedWire) -> Message | None:
    """Say why a wire spans far: its ends lie in different locations, or the table says so."""
    one, other = wire.from_location, wire.to_location
    if one and other and _same(one) != _same(other):
        return say(Code.WIDE_LOCATIONS, one=one, other=other)
    if wire.table_says_wide is not None:
        return say(Code.WIDE_COLUMN, text=wire.table_says_wide)
    remark = (wire.remark or "").casefold()
    if any(word in remark for word in _WIDE_WORDS):
        return say(Code.WIDE_REMARK, text=wire.remark or "")
    return None


def look_alike_reason(wire: ParsedWire, twins: Mapping[Place, Message]) -> Message | None:
    """Say why a wire is on a look-alike device; ``ends`` of the values names the ends that are."""
    places = {
        "from": place_of(wire.from_device, wire.from_location),
        "to": place_of(wire.to_device, wire.to_location),
    }
    ends = [end for end, place in places.items() if place in twins]
    if not ends:
        return None
    why = twins[places[ends[0]]]
    return replace(why, values={**why.values, "ends": " ".join(ends)})


def look_alike_ends(flag_reasons: Mapping[str, Any]) -> Sequence[str]:
    """Return the ends of a stored wire, from or to, that are on a look-alike device."""
    kept = flag_reasons.get(Flag.LOOK_ALIKE)
    return Message.from_json(kept).values["ends"].split() if kept else ()


def says_wide(text: str) -> str | None:
    """Return what a cell of the wide column says, or None where it says no."""
    return None if text.strip().casefold() in _NO else text.strip()


def _same(location: str) -> str:
    return unicodedata.normalize("NFKC", location).casefold().strip().lstrip("+")
