"""Parsed wires as the columns that are stored."""

from collections.abc import Mapping, Sequence
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
        "is_large": flags.mapped(lambda each: Flag.LARGE in each),
        "is_wide": flags.mapped(lambda each: Flag.WIDE in each),
        "is_look_alike": flags.mapped(lambda each: Flag.LOOK_ALIKE in each),
        "category_reason": wires.column("category_reason").mapped(_reason),
        "flag_reasons": flags.mapped(_reasons),
        "extra_checks": demands.mapped(lambda each: list(each.extra_checks)),
        "recheck_needs_table": demands.mapped(lambda each: each.needs_table),
        "always_sampled": demands.mapped(lambda each: each.always_sampled),
    }


def _reason(message: Message | None) -> dict[str, Any] | None:
    return message.to_json() if message else None


def _reasons(flags: Mapping[Flag, Message]) -> dict[str, Any]:
    return {flag.value: message.to_json() for flag, message in flags.items()}
