"""Parsed wires as the columns that are stored."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from wiring_qa.tables.kinds import Flag
from wiring_qa.tables.wires import Wires
from wiring_qa.tables.words import Message

_SAME = (
    "number", "from_device", "from_terminal", "to_device", "to_terminal", "colour", "colour_text",
    "cross_section_mm2", "cross_section_text", "wire_type", "from_lug", "to_lug", "length_mm", "potential",
    "from_location", "to_location", "page", "remark", "extra", "category",
)  # fmt: skip
"""Columns that carry the same name and value on both sides."""


def stored_columns(table_id: int, wires: Wires) -> dict[str, Sequence[Any]]:
    """Return wires as columns of the store; reasons are kept as codes, to be read in any language."""
    flags, demands = wires.column("flags"), wires.column("demands")
    return {
        **{name: wires.column(name) for name in _SAME},
        "table_id": [table_id] * len(wires),
        "sequence": range(1, len(wires) + 1),
        "source_row": wires.column("row"),
        "is_large": _once(flags, lambda each: Flag.LARGE in each),
        "is_wide": _once(flags, lambda each: Flag.WIDE in each),
        "is_look_alike": _once(flags, lambda each: Flag.LOOK_ALIKE in each),
        "category_reason": _once(wires.column("category_reason"), _reason),
        "flag_reasons": _once(flags, _reasons),
        "extra_checks": _once(demands, lambda each: list(each.extra_checks)),
        "recheck_needs_table": _once(demands, lambda each: each.needs_table),
        "always_sampled": _once(demands, lambda each: each.always_sampled),
    }


def _once(values: Sequence[Any], make: Callable[[Any], Any]) -> list[Any]:
    """Make something of each value, once for all wires that share it."""
    shared = list(map(id, values))
    made = {known: make(value) for known, value in dict(zip(shared, values, strict=True)).items()}
    return list(map(made.__getitem__, shared))


def _reason(message: Message | None) -> dict[str, Any] | None:
    return message.to_json() if message else None


def _reasons(flags: Mapping[Flag, Message]) -> dict[str, Any]:
    return {flag.value: message.to_json() for flag, message in flags.items()}
