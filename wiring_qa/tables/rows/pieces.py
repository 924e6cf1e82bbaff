"""What one text says of a wire, and the ends that texts name."""

from dataclasses import dataclass, field
from typing import Any

from wiring_qa.tables.cell_texts.designations import Designation, half_width, parse_designation
from wiring_qa.tables.cell_texts.made_dates import is_made_date
from wiring_qa.tables.kinds import Target
from wiring_qa.tables.previews import Column
from wiring_qa.tables.words import Code, Message, say


@dataclass(slots=True)
class Piece:
    """Fields of a wire, what is kept beside it, and what is odd about the cell."""

    fields: dict[str, Any] = field(default_factory=dict)
    extra: dict[str, str] = field(default_factory=dict)
    warnings: tuple[Message, ...] = ()
    column: Column | None = None
    is_more: bool = False
    """Whether there is anything beside the fields; asked for every cell of a table."""


def device(text: str, side: str) -> Piece:
    """Read the device of an end; what a whole designation says of place and function stands beside it."""
    text = half_width(text)
    told = parse_designation(text, "\x00") if text.startswith(("=", "+")) else None
    return _placed({f"{side}_device": (told.device if told else text) or ""}, side, told)


def end(text: str, side: str, separator: str | None) -> Piece:
    """Read an end: a designation in one cell, or the device where the terminal has a column of its own."""
    if separator is None:
        return device(text, side)
    told = parse_designation(text, separator)
    piece = _placed({f"{side}_device": told.device or "", f"{side}_terminal": told.terminal}, side, told)
    if is_made_date(told.terminal):
        piece.warnings = (say(Code.DATE, text=told.terminal),)
    return piece


def _placed(fields: dict[str, Any], side: str, told: Designation | None) -> Piece:
    piece = Piece(fields)
    if told and told.location:
        piece.fields[f"{side}_location"] = told.location
    if told and told.function:
        piece.extra[f"{side}_function"] = told.function
    return piece


def terminal(text: str, target: Target) -> Piece:
    """Read the terminal of an end from a text of its own."""
    text = half_width(text)
    warnings = (say(Code.DATE, text=text),) if is_made_date(text) else ()
    return Piece({str(target): text or None}, {}, warnings)
