"""Reads a file with the plant's own categories, rules and threshold."""

from dataclasses import dataclass

from flask import current_app

from wiring_qa.tables import queries
from wiring_qa.tables.drafts import settled_of
from wiring_qa.tables.models import TableDraft
from wiring_qa.tables.preview import Judging, chosen_sheet, preview
from wiring_qa.tables.readers import read_source
from wiring_qa.tables.readers.limits import MEGABYTE, ReadLimits
from wiring_qa.tables.readers.sheets import Sheet
from wiring_qa.tables.settled import Settled
from wiring_qa.tables.wires import Preview
from wiring_qa.tables.words import Message, UnreadableTable

_LEAST_ROWS, _LEAST_CELLS = 2, 2
"""What a sheet holds at the least for a person to find a table in it."""


@dataclass(frozen=True)
class Unrecognised:
    """A file in which no wiring table was found, as a person looks at it to say where it is."""

    message: Message
    sheet: Sheet
    names: tuple[str, ...]
    """The sheets of the file."""


def read(content: bytes, filename: str, settled: Settled = Settled()) -> Preview:  # noqa: B008  it never changes
    """Preview a file; raises `UnreadableTable` with words on what would mend it."""
    judging = Judging(
        queries.rules(), {each.code: each for each in queries.categories()}, queries.large_from_mm2()
    )
    return preview(content, filename, settled, judging=judging, limits=_limits())


def read_draft(draft: TableDraft) -> Preview:
    """Preview a draft as far as its person has settled it."""
    return read(draft.content, draft.filename, settled_of(draft))


def look_at(content: bytes, sheet: str | None, unreadable: UnreadableTable) -> Unrecognised:
    """Return the cells of a file that could not be previewed; raise it again if there is no table to find."""
    source = read_source(content, _limits())
    names = tuple(each.name for each in source.sheets)
    chosen = chosen_sheet(source, sheet if sheet in names else None)
    if (
        sum(sum(map(bool, row)) >= _LEAST_CELLS for row in chosen.rows) < _LEAST_ROWS
        and len(names) < _LEAST_ROWS
    ):
        raise unreadable
    return Unrecognised(unreadable.message, chosen, names)


def _limits() -> ReadLimits:
    return ReadLimits(max_bytes=current_app.config["WIRING_QA"].upload_limit_mb * MEGABYTE)
