"""How sure the reading is of what each column means, in steps that a person can tell apart."""

import enum
from dataclasses import dataclass

from wiring_qa.tables.drafts.changes import choice_of, text_at
from wiring_qa.tables.drafts.row_counts import row_total
from wiring_qa.tables.kinds import Level, Target
from wiring_qa.tables.previews import Column, Preview
from wiring_qa.tables.settled import Settled

LIKELY_FROM = 0.6
"""From which confidence on a column is taken as likely."""
SAMPLES = 3
"""Texts of a column that show a person what it holds."""
LOOKED_AT = 200
"""Rows under the header in which these are looked for."""
_ENDS = (Target.FROM_DEVICE, Target.TO_DEVICE)


class Sureness(enum.StrEnum):
    """How a column came by its meaning."""

    CHOSEN = "chosen"
    """A person said so."""
    SURE = "sure"
    LIKELY = "likely"
    GUESS = "guess"
    UNKNOWN = "unknown"
    """It fills no field and is kept beside the wire."""


@dataclass(frozen=True)
class MeantColumn:
    """A column with its meaning as a form shows it, how sure that is, and some of its texts."""

    column: Column
    choice: str
    sureness: Sureness
    samples: tuple[str, ...]


@dataclass(frozen=True)
class MeantColumns:
    """The columns of a draft: those that a person is asked about, and those that are settled."""

    asked: tuple[MeantColumn, ...]
    settled: tuple[MeantColumn, ...]


def sureness_of(column: Column, settled: Settled) -> Sureness:
    """Tell how a column came by its meaning."""
    if column.header in settled.mapping.values() or (not column.targets and settled.mapping):
        return Sureness.CHOSEN
    if not column.targets:
        return Sureness.UNKNOWN
    if column.is_sure:
        return Sureness.SURE
    return Sureness.LIKELY if column.confidence >= LIKELY_FROM else Sureness.GUESS


def asked_columns(preview: Preview, settled: Settled) -> tuple[Column, ...]:
    """Return the columns that are in doubt; unknown ones only where an end is still looked for."""
    lacks_end = bool(preview.columns) and any(
        all(target not in column.targets for column in preview.columns) for target in _ENDS
    )
    doubted = {Sureness.LIKELY, Sureness.GUESS, *([Sureness.UNKNOWN] if lacks_end else [])}
    return tuple(column for column in preview.columns if sureness_of(column, settled) in doubted)


def meant_columns(preview: Preview, settled: Settled) -> MeantColumns:
    """Return the columns with what a person needs to judge them, the doubtful ones apart."""
    asked = asked_columns(preview, settled)
    meant = {
        column.index: MeantColumn(
            column, choice_of(column), sureness_of(column, settled), _samples(preview, column.index)
        )
        for column in preview.columns
    }
    return MeantColumns(
        tuple(meant[column.index] for column in asked),
        tuple(meant[column.index] for column in preview.columns if column not in asked),
    )


def _samples(preview: Preview, column: int) -> tuple[str, ...]:
    first = (preview.header_row or 0) + 1
    last = min(preview.row_count, first + LOOKED_AT)
    texts = (text_at(preview, row, column) for row in range(first, last + 1))
    found = dict.fromkeys(text for text in texts if text)
    return tuple(list(found)[:SAMPLES])


def progress_of(preview: Preview, settled: Settled) -> dict[str, int]:
    """Tell how far a draft is: its rows, its wires, rows that cannot be read, columns in doubt."""
    return {
        "rows": row_total(preview),
        "wires": len(preview.wires),
        "unreadable": sum(each.level is Level.ERROR for each in preview.problems),
        "asked": len(asked_columns(preview, settled)),
    }
