"""Cells of an .xlsx whose formula has no value to read: what the parser of values shows as blank."""

import html
import re
from collections.abc import Iterator, Mapping

from wiring_qa.tables.readers.sheets import Cell, Odd, OddKind

_SHEET = re.compile(r"<(?:\w+:)?sheet\b[^>]*>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(r"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_PREFIX = re.compile(rb"<(\w+:)?sheetData\b")
_FORMULA = re.compile(r"<(?:\w+:)?f\b[^>]*>([^<]*)</(?:\w+:)?f>")
_VALUE = re.compile(r"<(?:\w+:)?v\b[^>/]*>([^<]+)</(?:\w+:)?v>")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def odd_formulas(parts: Mapping[str, bytes]) -> dict[str, dict[Cell, Odd]]:
    """Find, by sheet, formulas without a stored value, and stored errors; ``text`` is what a person typed."""
    return {name: _odd_in(parts.get(part, b"")) for name, part in _parts_of_sheets(parts)}


def _odd_in(part: bytes) -> dict[Cell, Odd]:
    prefix = (match[1] or b"").decode() if (match := _PREFIX.search(part)) else ""
    if f"<{prefix}f".encode() not in part and b't="e"' not in part:
        return {}
    xml = part.decode("utf-8", "replace")
    found: dict[Cell, Odd] = {}
    for cell in xml.split(f"<{prefix}c ")[1:]:
        if f"<{prefix}f" in cell or 't="e"' in cell:
            attributes, _end, content = cell.partition(">")
            odd = _odd(attributes, content)
            place = _PLACE.fullmatch(_attributes(attributes).get("r", ""))
            if odd and place:
                found[int(place[2]), column_index(place[1])] = odd
    return found


def column_index(letters: str) -> int:
    """Return a column's index, from 0, by its letters: A is 0, AA is 26."""
    index = 0
    for letter in letters.upper():
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def _odd(attributes: str, content: str) -> Odd | None:
    formula, value = _FORMULA.search(content), _VALUE.search(content)
    typed = "=" + html.unescape(formula[1]) if formula and formula[1] else ""
    if value and 't="e"' in attributes:
        return Odd(OddKind.FORMULA_ERROR, typed or value[1])
    return Odd(OddKind.FORMULA, typed) if typed and not value else None


def _attributes(tag: str) -> dict[str, str]:
    return {name: html.unescape(one or other) for name, one, other in _ATTRIBUTE.findall(tag)}


def _parts_of_sheets(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Follow the workbook from each sheet's name to the part that holds it."""
    sheets = _SHEET.findall(parts.get("xl/workbook.xml", b"").decode("utf-8", "replace"))
    relations = _RELATION.findall(parts.get("xl/_rels/workbook.xml.rels", b"").decode("utf-8", "replace"))
    targets = {about.get("Id"): about.get("Target", "") for about in map(_attributes, relations)}
    for about in map(_attributes, sheets):
        relation = next((value for key, value in about.items() if key.endswith(":id")), None)
        target = targets.get(relation, "")
        yield about.get("name", ""), target.lstrip("/") if target.startswith("/") else f"xl/{target}"
