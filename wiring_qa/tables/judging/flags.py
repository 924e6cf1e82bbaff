"""Why a wire asks for more care: it is large, it spans far, or its devices have twins beside them."""

import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache, partial
from itertools import count
from operator import is_not
from typing import Any

from wiring_qa.tables.judging.categories import Rule
from wiring_qa.tables.judging.category_rules import CategoryRules
from wiring_qa.tables.judging.demands import CategoryDemands, demands_of
from wiring_qa.tables.judging.lookalikes import look_alikes
from wiring_qa.tables.kinds import Flag
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
    large = cache(partial(large_reason, large_from_mm2=large_from_mm2))
    spans = map(wires.column, ("from_location", "to_location", "table_says_wide", "remark"))
    why: dict[Flag, Sequence[Message | None]] = {
        Flag.LARGE: list(map(large, wires.column("cross_section_mm2"))),
        Flag.WIDE: list(map(cache(wide_reason), *spans)),
        Flag.LOOK_ALIKE: _look_alike(wires),
    }
    demanded = cache(
        lambda name, large, wide, look_alike: demands_of(
            categories[name], large=large, wide=wide, look_alike=look_alike
        )
    )
    carried = (map(partial(is_not, None), each) for each in why.values())
    return wires.having(
        category=names,
        category_reason=reasons,
        flags=_carried(why),
        demands=list(map(demanded, names, *carried)),
    )


def _carried(why: Mapping[Flag, Sequence[Message | None]]) -> list[Mapping[Flag, Message]]:
    """Return the flags of each wire, one object for all that carry the same for the same reasons."""
    # reasons that are one and the same object are the same reason
    kinds = list(zip(*(map(id, each) for each in why.values()), strict=True))
    found = {
        kind: {flag: reason for flag, each in why.items() if (reason := each[place]) is not None}
        for kind, place in dict(zip(kinds, count(), strict=False)).items()
    }
    return list(map(found.__getitem__, kinds))


def _look_alike(wires: Wires) -> list[Message | None]:
    twins = look_alikes(wires)
    near, far = (
        map(twins.get, zip(wires.column(f"{side}_device"), wires.column(f"{side}_location"), strict=True))
        for side in ("from", "to")
    )
    known: dict[tuple[int, bool, bool], Message] = {}
    found: list[Message | None] = []
    for one, other in zip(near, far, strict=True):
        if (why := one or other) is None:
            found.append(None)
            continue
        kind = id(why), one is not None, other is not None
        if kind not in known:
            known[kind] = look_alike_reason(why, near=kind[1], far=kind[2])
        found.append(known[kind])
    return found


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
