"""A preview as the JSON of `tables preview --json`, in the form of the outside contract."""

from decimal import Decimal
from typing import Any

from wiring_qa.tables.drafts.row_counts import row_total
from wiring_qa.tables.previews import Preview, Problem
from wiring_qa.tables.wires import ParsedWire


def _number(value: Decimal | None) -> float | int | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def wire_json(wire: ParsedWire) -> dict[str, Any]:
    """Return one wire; unknown values are null."""
    return {
        "row": wire.row,
        "number": wire.number,
        "from_device": wire.from_device,
        "from_terminal": wire.from_terminal,
        "to_device": wire.to_device,
        "to_terminal": wire.to_terminal,
        "colour": wire.colour,
        "colour_text": wire.colour_text,
        "cross_section_mm2": _number(wire.cross_section_mm2),
        "cross_section_text": wire.cross_section_text,
        "wire_type": wire.wire_type,
        "from_lug": wire.from_lug,
        "to_lug": wire.to_lug,
        "length_mm": _number(wire.length_mm),
        "from_location": wire.from_location,
        "to_location": wire.to_location,
        "potential": wire.potential,
        "page": wire.page,
        "remark": wire.remark,
        "category": wire.category,
        "category_reason": None if wire.category_reason is None else str(wire.category_reason),
        "wide": wire.is_wide,
        "large": wire.is_large,
        "look_alike": wire.is_look_alike,
        "flags": {flag.value: str(reason) for flag, reason in wire.flags.items()},
        "extra_checks": list(wire.demands.extra_checks),
        "extra": dict(wire.extra),
    }


def _problem_json(problem: Problem) -> dict[str, Any]:
    return {
        "row": problem.row,
        "column": problem.column,
        "level": problem.level.value,
        "message": str(problem.message),
        "code": problem.message.code.value,
        "kind": problem.kind.value,
    }


def preview_json(preview: Preview) -> dict[str, Any]:
    """Return the whole preview."""
    mapped = [(target, column) for column in preview.columns for target in column.targets]
    return {
        "format": preview.format,
        "encoding": preview.encoding,
        "sheet": preview.sheet,
        "sheets": [
            {"name": each.name, "rows": each.row_count, "wiring_table": each.is_wiring_table}
            for each in preview.sheets
        ],
        "header_row": preview.header_row,
        "rows": row_total(preview),
        "columns": {target.value: column.header for target, column in mapped},
        "confidence": {target.value: round(column.confidence, 2) for target, column in mapped},
        "unmapped": [column.header for column in preview.columns if not column.targets],
        "wires": [wire_json(wire) for wire in preview.wires],
        "problems": [_problem_json(problem) for problem in preview.problems],
    }
