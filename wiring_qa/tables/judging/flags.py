"""Why a wire asks for more care: it is large, it spans far, or its devices have twins beside them."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

from wiring_qa.tables.judging.categories import Rule
from wiring_qa.tables.judging.category_rules import CategoryRules
from wiring_qa.tables.judging.demands import CategoryDemands, demands_of
from wiring_qa.tables.judging.lookalikes import END, look_alikes
from wiring_qa.tables.kinds import Flag
from wiring_qa.tables.repeated import Repeated, side_by_side
from wiring_qa.tables.wires import Wires
from wiring_qa.tables.words import Code, Message, say

_NO = frozenset(
    {"", "0", "-", "—", "/", "n", "no", "nein", "non", "false", "falsch", "faux", "否", "无", "無", "×"}
)
_WIDE_WORDS = (
    "跨柜", "跨櫃", "跨门", "跨門", "跨度", "跨区", "跨區", "跨距", "跨接门", "过门线", "過門線",
    "wide span", "wide-span", "spans far", "weite spannweite", "grande portée",
)  # fmt: skip


def judge(
    wires: Wires,
    rules: Sequence[Rule],
    categories: Mapping[str, CategoryDemands],
    large_from_mm2: Decimal,
) -> Wires:
    """Give every wire its category, its flags and what follows from them."""
    names, reasons = CategoryRules(rules).assign(wires)
    why = _Reasons()
    large = cache(lambda mm2: why.number(large_reason(mm2, large_from_mm2)))
    spans = map(wires.column, ("from_location", "to_location", "table_says_wide", "remark"))
    flagged = (
        wires.column("cross_section_mm2").mapped(large),
        side_by_side(spans).mapped(lambda span: why.number(wide_reason(*span))),
        _look_alike(wires, why),
    )
    demanded = cache(
        lambda name, large, wide, look_alike: demands_of(
            categories[name], large=large, wide=wide, look_alike=look_alike
        )
    )
    alike = Repeated.of(zip(names, *flagged, strict=True))
    return wires.having(
        category=Repeated.one_by_one(names),
        category_reason=Repeated.one_by_one(reasons),
        flags=alike.mapped(lambda each: why.by_flag(*each[1:])),
        demands=alike.mapped(lambda each: demanded(each[0], *map(bool, each[1:]))),
    )


class _Reasons:
    """Why wires carry flags, each reason by a number, 0 for none; row by row, numbers are compared."""

    def __init__(self) -> None:
        self._reasons: list[Message | None] = [None]

    def number(self, reason: Message | None) -> int:
        """Return the number of a reason from now on."""
        if reason is None:
            return 0
        self._reasons.append(reason)
        return len(self._reasons) - 1

    def by_flag(self, large: int, wide: int, look_alike: int) -> Mapping[Flag, Message]:
        """Return the flags of wires with these reasons."""
        numbers = {Flag.LARGE: large, Flag.WIDE: wide, Flag.LOOK_ALIKE: look_alike}
        return {
            flag: reason for flag, number in numbers.items() if (reason := self._reasons[number]) is not None
        }


def _look_alike(wires: Wires, why: _Reasons) -> Iterator[int]:
    ends = [side_by_side(wires.column(f"{side}_{field}") for field in END) for side in ("from", "to")]
    found = look_alikes(dict.fromkeys(each for end in ends for each in end.different))
    twins = {end: id(reason) for end, reason in found.items()}
    reasons = {id(reason): reason for reason in found.values()}

    def number(near: int | None, far: int | None) -> int:
        if (twin := near or far) is None:
            return 0
        return why.number(look_alike_reason(reasons[twin], near=near is not None, far=far is not None))

    return map(cache(number), *(end.mapped(lambda each: twins.get(each[:2])) for end in ends))


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


def look_alike_reason(why: Message, *, near: bool, far: bool) -> Message:
    """Say why a wire is on a look-alike device; ``ends`` of the values names the ends that are."""
    ends = "from to" if near and far else "from" if near else "to"
    return Message(why.code, {**why.values, "ends": ends})


def look_alike_ends(flag_reasons: Mapping[str, Any]) -> Sequence[str]:
    """Return the ends of a stored wire, from or to, that are on a look-alike device."""
    kept = flag_reasons.get(Flag.LOOK_ALIKE)
    return str(kept["values"]["ends"]).split() if kept else ()


def says_wide(text: str) -> str | None:
    """Return what a cell of the wide column says, or None where it says no."""
    return None if text.strip().casefold() in _NO else text.strip()


def _same(location: str) -> str:
    return unicodedata.normalize("NFKC", location).casefold().strip().lstrip("+")
