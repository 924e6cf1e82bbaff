"""A parsed wire as the row that is stored."""

from typing import Any

from wiring_qa.tables.wires import ParsedWire

_SAME = (
    "number", "from_device", "from_terminal", "to_device", "to_terminal", "colour", "colour_text",
    "cross_section_mm2", "cross_section_text", "wire_type", "from_lug", "to_lug", "length_mm", "potential",
    "from_location", "to_location", "page", "remark", "category", "is_large", "is_wide", "is_look_alike",
)  # fmt: skip
"""Columns that carry the same name and value on both sides."""


def stored_wire(table_id: int, sequence: int, wire: ParsedWire) -> dict[str, Any]:
    """Return the columns of a stored wire; reasons are kept as codes, to be read in any language."""
    return {
        **{name: getattr(wire, name) for name in _SAME},
        "table_id": table_id,
        "sequence": sequence,
        "source_row": wire.row,
        "extra": dict(wire.extra),
        "category_reason": wire.category_reason.to_json() if wire.category_reason else None,
        "flag_reasons": {flag.value: reason.to_json() for flag, reason in wire.flags.items()},
        "extra_checks": list(wire.demands.extra_checks),
        "recheck_needs_table": wire.demands.needs_table,
        "always_sampled": wire.demands.always_sampled,
    }
