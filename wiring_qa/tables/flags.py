"""Why a wire asks for more care: it is large, it spans far, or its devices have twins beside them."""

import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
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
    judging = _Judge(rules, categories, large_from_mm2, look_alikes(wires))
    for wire in wires:
        judging.judge(wire)
    return tuple(wires)


class _Judge:
    """Judges the wires of one table; what many of them have alike is judged once."""

    def __init__(
        self,
        rules: Sequence[Rule],
        categories: Mapping[str, CategoryDemands],
        large_from_mm2: Decimal,
        twins: Mapping[Place, Message],
    ) -> None:
        self._rules = CategoryRules(rules)
        self._large = cache(lambda mm2: large_reason(mm2, large_from_mm2))
        self._wide = cache(wide_reason)
        self._twin = cache(lambda device, location: _twin(place_of(device, location), twins))
        self._alike = cache(lambda place, near, far: look_alike_reason(twins[place], near=near, far=far))
        self._carried: dict[tuple[int, int, int], Mapping[Flag, Message]] = {}
        self._demands = cache(
            lambda category, large, wide, look_alike: demands_of(
                categories[category], large=large, wide=wide, look_alike=look_alike
            )
        )

    def judge(self, wire: ParsedWire) -> None:
        """Judge a wire."""
        one, other = wire.from_location, wire.to_location
        large = self._large(wire.cross_section_mm2)
        wide = self._wide(one, other, wire.table_says_wide, wire.remark)
        near, far = self._twin(wire.from_device, one), self._twin(wire.to_device, other)
        alike = self._alike(near or far, near is not None, far is not None) if near or far else None
        wire.category, wire.category_reason = self._rules.assign(wire)
        wire.demands = self._demands(wire.category, large is not None, wide is not None, alike is not None)
        if large or wide or alike:
            wire.flags = self._flags(large, wide, alike)

    def _flags(
        self, large: Message | None, wide: Message | None, alike: Message | None
    ) -> Mapping[Flag, Message]:
        """Return the flags, one object for all wires that carry the same for the same reasons."""
        known = self._carried.get((id(large), id(wide), id(alike)))
        if known is None:
            found = ((Flag.LARGE, large), (Flag.WIDE, wide), (Flag.LOOK_ALIKE, alike))
            known = {flag: why for flag, why in found if why is not None}
            self._carried[id(large), id(wide), id(alike)] = known
        return known


def large_reason(mm2: Decimal | None, large_from_mm2: Decimal) -> Message | None:
    """Say why a wire is large: its cross-section reaches the threshold."""
    return (
        say(Code.LARGE, mm2=f"{mm2:f}", limit=f"{large_from_mm2:f}")
        if mm2 is not None and mm2 >= large_from_mm2
        else None
    )


def wide_reason(
    one: str | None, other: str | None, table_says_wide: str | None, remark: str | None
) -> Message | None:
    """Say why a wire spans far: its ends lie in different locations, or the table says so."""
    if one and other and _same(one) != _same(other):
        return say(Code.WIDE_LOCATIONS, one=one, other=other)
    if table_says_wide is not None:
        return say(Code.WIDE_COLUMN, text=table_says_wide)
    said = (remark or "").casefold()
    if any(word in said for word in _WIDE_WORDS):
        return say(Code.WIDE_REMARK, text=remark or "")
    return None


def _twin(place: Place, twins: Mapping[Place, Message]) -> Place | None:
    return place if place in twins else None


def look_alike_reason(why: Message, *, near: bool, far: bool) -> Message:
    """Say why a wire is on a look-alike device; ``ends`` of the values names the ends that are."""
    ends = "from to" if near and far else "from" if near else "to"
    return Message(why.code, {**why.values, "ends": ends})


def look_alike_ends(flag_reasons: Mapping[str, Any]) -> Sequence[str]:
    """Return the ends of a stored wire, from or to, that are on a look-alike device."""
    kept = flag_reasons.get(Flag.LOOK_ALIKE)
    return Message.from_json(kept).values["ends"].split() if kept else ()


def says_wide(text: str) -> str | None:
    """Return what a cell of the wide column says, or None where it says no."""
    return None if text.strip().casefold() in _NO else text.strip()


def _same(location: str) -> str:
    return unicodedata.normalize("NFKC", location).casefold().strip().lstrip("+")
