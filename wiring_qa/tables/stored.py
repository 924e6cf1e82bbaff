"""Parsed wires as the columns that are stored."""

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Any

from wiring_qa.tables.kinds import Flag
from wiring_qa.tables.wires import ParsedWire
from wiring_qa.tables.words import Message

_SAME = (
    "number", "from_device", "from_terminal", "to_device", "to_terminal", "colour", "colour_text",
    "cross_section_mm2", "cross_section_text", "wire_type", "from_lug", "to_lug", "length_mm", "potential",
    "from_location", "to_location", "page", "remark", "extra", "category", "is_large", "is_wide",
    "is_look_alike",
)  # fmt: skip
"""Columns that carry the same name and value on both sides."""


def stored_columns(table_id: int, wires: Sequence[ParsedWire]) -> dict[str, Sequence[Any]]:
    """Return wires as columns of the store; reasons are kept as codes, to be read in any language."""
    demands = [wire.demands for wire in wires]
    return {
        **{name: list(map(attrgetter(name), wires)) for name in _SAME},
        "table_id": [table_id] * len(wires),
        "sequence": range(1, len(wires) + 1),
        "source_row": [wire.row for wire in wires],
        "category_reason": _once([wire.category_reason for wire in wires], _reason),
        "flag_reasons": _once([wire.flags for wire in wires], _reasons),
        "extra_checks": _once([each.extra_checks for each in demands], list),
        "recheck_needs_table": [each.needs_table for each in demands],
        "always_sampled": [each.always_sampled for each in demands],
    }


def _once(values: Sequence[Any], make: Callable[[Any], Any]) -> list[Any]:
    """Make something of each value, once for all wires that share it."""
    made = {known: make(value) for known, value in {id(value): value for value in values}.items()}
    return [made[id(value)] for value in values]


def _reason(message: Message | None) -> dict[str, Any] | None:
    return message.to_json() if message else None


def _reasons(flags: Mapping[Flag, Message]) -> dict[str, Any]:
    return {flag.value: message.to_json() for flag, message in flags.items()}
