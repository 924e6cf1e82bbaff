"""The columns of a table of wires, and how each of them sorts."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l

from wiring_qa.tables.drafts.originals import end_of
from wiring_qa.tables.wires import ParsedWire

_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True)
class WireColumn:
    """A column: its name in the address, its heading, and what it sorts by; None sorts last."""

    name: str
    words: Any
    key: Callable[[ParsedWire], Any]
    is_optional: bool = False
    """Whether it is shown only where a wire has something in it."""
    is_number: bool = False


def natural(text: str | None) -> tuple[Any, ...] | None:
    """Return how a text sorts as people count: K2 before K10."""
    if not text:
        return None
    parts = _DIGITS.split(text.casefold())
    return tuple(int(part) if place % 2 else part for place, part in enumerate(parts))


def joined(*texts: str | None) -> str:
    """Return what there is of some texts, in one."""
    return " ".join(text for text in texts if text)


def _asks_more(wire: ParsedWire) -> tuple[str, int] | None:
    if wire.category == "normal" and not wire.flags:
        return None
    return "~" if wire.category == "normal" else wire.category, len(wire.flags)


COLUMNS: tuple[WireColumn, ...] = (
    WireColumn("row", _l("Row"), lambda wire: wire.row, is_number=True),
    WireColumn("number", _l("Number"), lambda wire: natural(wire.number)),
    WireColumn("from", _l("From"), lambda wire: natural(end_of(wire, "from"))),
    WireColumn("to", _l("To"), lambda wire: natural(end_of(wire, "to"))),
    WireColumn("colour", _l("Colour"), lambda wire: wire.colour or wire.colour_text),
    WireColumn("size", _l("Size"), lambda wire: wire.cross_section_mm2),
    WireColumn("why", _l("Category and flags, and why"), _asks_more),
    WireColumn("type", _l("Wire type"), lambda wire: natural(wire.wire_type), is_optional=True),
    WireColumn(
        "lugs", _l("Lugs"), lambda wire: natural(joined(wire.from_lug, wire.to_lug)), is_optional=True
    ),
    WireColumn("length", _l("Length"), lambda wire: wire.length_mm, is_optional=True, is_number=True),
    WireColumn(
        "locations",
        _l("Locations"),
        lambda wire: natural(joined(wire.from_location, wire.to_location)),
        is_optional=True,
    ),
    WireColumn("potential", _l("Potential"), lambda wire: natural(wire.potential), is_optional=True),
    WireColumn("page", _l("Page"), lambda wire: natural(wire.page), is_optional=True),
    WireColumn("remark", _l("Remark"), lambda wire: natural(wire.remark), is_optional=True),
    WireColumn(
        "beside",
        _l("Kept beside the wire"),
        lambda wire: natural(joined(*wire.extra.values())),
        is_optional=True,
    ),
)
_BY_NAME = {column.name: column for column in COLUMNS}


def shown_columns(wires: Sequence[ParsedWire]) -> tuple[WireColumn, ...]:
    """Return the columns in which the wires have something, and those that every table has."""
    return tuple(
        column
        for column in COLUMNS
        if not column.is_optional or any(column.key(wire) is not None for wire in wires)
    )


def in_order(wires: Sequence[ParsedWire], name: str, *, descending: bool) -> Sequence[ParsedWire]:
    """Sort wires by a column; those with nothing in it come last either way, equals stay by row."""
    column = _BY_NAME.get(name, COLUMNS[0])
    keys = [(column.key(wire), wire) for wire in wires]
    present = [pair for pair in keys if pair[0] is not None]
    present.sort(key=lambda pair: pair[0], reverse=descending)
    return [wire for _key, wire in present] + [wire for key, wire in keys if key is None]
