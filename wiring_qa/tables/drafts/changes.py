"""What a person sends from the page of a draft, as changes of what is settled; knows no request."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flask_babel import lazy_gettext as _l

from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.tables.drafts.row_counts import row_total
from wiring_qa.tables.kinds import PAIRS, Target
from wiring_qa.tables.previews import Column, Preview
from wiring_qa.tables.readers.sheets import Cell
from wiring_qa.tables.settled import Settled

CELL = re.compile(r"cell-(\d{1,7}):(\d{1,4})")
PLACE = re.compile(r"(\d{1,7}):(\d{1,4})")
ALIKE = re.compile(r"(\d{1,7}):(\d{1,4}):(.+)", re.DOTALL)
"""A cell, and the old text that others of its column share with it."""
BESIDE = "-"
"""What a select says for a column that fills no field and is kept beside the wire."""
TWO_COLUMNS = Refusal(
    "two_columns", _l("Two columns are chosen for the same field. Choose one and keep the other beside.")
)
NO_ROW_NUMBER = Refusal("no_row_number", _l("Enter the number of a row, or 0 if none names the columns."))


def with_sheet(settled: Settled, sheet: str) -> Settled:
    """Go over to another sheet; what was settled of the one before does not fit it."""
    return settled if sheet == settled.sheet else Settled(sheet=sheet)


def with_header_row(settled: Settled, number: str) -> Settled:
    """Take a row as the one that names the columns; what these mean is found anew."""
    if not number.strip().isdecimal():
        raise Refused(NO_ROW_NUMBER)
    return replace(settled, header_row=int(number), mapping={})


def choice_of(column: Column) -> str:
    """Return what a column's select shows: a field, a pair of fields, or that it is kept beside the wire."""
    if not column.targets:
        return BESIDE
    pair = next((name for name, targets in PAIRS.items() if targets == column.targets), None)
    return pair or column.targets[0].value


def with_columns(settled: Settled, columns: tuple[Column, ...], sent: Mapping[str, str]) -> Settled:
    """Give the columns the meanings that were chosen; raise `Refused` where two are to fill one field.

    A meaning that was only guessed and is sent back as it stands is settled by that.
    """
    choices = {column.header: sent.get(f"column-{column.index}", BESIDE) for column in columns}
    mapping = dict.fromkeys(Target, "")
    for header, choice in choices.items():
        for target in _targets(choice):
            if mapping[target]:
                raise Refused(TWO_COLUMNS)
            mapping[target] = header
    return replace(settled, mapping={target.value: header for target, header in mapping.items()})


def _targets(choice: str) -> tuple[Target, ...]:
    if choice in PAIRS:
        return PAIRS[choice]
    return (Target(choice),) if choice in set(Target) else ()


def with_cells(settled: Settled, preview: Preview, sent: Mapping[str, Any]) -> Settled:
    """Take the texts of cells that differ from what stands there, and rows that are to be left out."""
    changed = {
        place: text.strip()
        for name, text in sent.items()
        if (place := _place(CELL.fullmatch(name))) and _is_new(preview, place, text.strip())
    }
    changed.update(_alike(preview, sent))
    left_out = {int(row) for row in [sent.get("leave_out", "")] if row.isdecimal()}
    return replace(
        settled,
        corrections={**settled.corrections, **changed},
        left_out=tuple({*settled.left_out, *(left_out & set(range(1, row_total(preview) + 1)))}),
    )


def _alike(preview: Preview, sent: Mapping[str, Any]) -> dict[Cell, str]:
    """Take the new text of a cell for every cell of its column that has a problem and the same old text."""
    found = ALIKE.fullmatch(sent.get("alike", ""))
    if found is None:
        return {}
    column, old = int(found[2]), found[3]
    text = sent.get(f"cell-{found[1]}:{column}", "").strip()
    rows = {each.row for each in preview.problems if each.column_index == column}
    return {(row, column): text for row in rows if text_at(preview, row, column) == old != text}


def with_taken_back(settled: Settled, sent: Mapping[str, Any]) -> Settled:
    """Take back the new text of a cell, or take a row in again."""
    place = _place(PLACE.fullmatch(sent.get("restore_cell", "")))
    return replace(
        settled,
        corrections={cell: text for cell, text in settled.corrections.items() if cell != place},
        left_out=tuple(row for row in settled.left_out if str(row) != sent.get("restore_row")),
    )


def _place(found: re.Match[str] | None) -> tuple[int, int] | None:
    return (int(found[1]), int(found[2])) if found else None


def _is_new(preview: Preview, place: tuple[int, int], text: str) -> bool:
    row, column = place
    if not 1 <= row <= preview.row_count or column >= len(preview.columns):
        return False
    return text != text_at(preview, row, column)


def text_at(preview: Preview, row: int, column: int | None) -> str:
    """Return what stands in a cell; nothing where the file has no such cell."""
    cells = preview.rows[row - 1] if 0 < row <= len(preview.rows) else ()
    return cells[column].strip() if column is not None and column < len(cells) else ""
