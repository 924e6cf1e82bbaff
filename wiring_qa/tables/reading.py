"""Reads a file with the plant's own categories, rules and threshold."""

import hashlib
import json
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from flask import current_app

from wiring_qa.tables import queries
from wiring_qa.tables.choosing import arranged
from wiring_qa.tables.columns.shapes import Remembered
from wiring_qa.tables.drafts.drafts import columns_of, settled_of
from wiring_qa.tables.drafts.remembering import remembered
from wiring_qa.tables.drafts.sureness import progress_of
from wiring_qa.tables.models import TableDraft
from wiring_qa.tables.preview import Judging, preview
from wiring_qa.tables.previews import Preview
from wiring_qa.tables.readers import read_source
from wiring_qa.tables.readers.limits import MEGABYTE, ReadLimits
from wiring_qa.tables.readers.sheets import Sheet
from wiring_qa.tables.recent_previews import RecentPreviews
from wiring_qa.tables.settled import Settled
from wiring_qa.tables.words import Message, UnreadableTable

_LEAST_ROWS, _LEAST_CELLS = 2, 2
"""What a sheet holds at the least for a person to find a table in it."""
_RECENT = RecentPreviews()


@dataclass(frozen=True)
class Unrecognised:
    """A file in which no wiring table was found, as a person looks at it to say where it is."""

    message: Message
    sheet: Sheet
    names: tuple[str, ...]
    """The sheets of the file."""


def read(content: bytes, filename: str, settled: Settled = Settled()) -> Preview:  # noqa: B008  it never changes
    """Preview a file; raises `UnreadableTable` with words on what would mend it."""
    known = remembered() if not settled.mapping and settled.header_row is None else {}
    return _read(hashlib.sha256(content).hexdigest(), lambda: content, filename, settled, known)


def read_draft(draft: TableDraft, settled: Settled | None = None) -> Preview:
    """Preview a draft as far as its person has settled it, or as it would be with other choices."""
    wanted = settled_of(draft) if settled is None else settled
    return _read(draft.content_sha256, lambda: draft.content, draft.filename, wanted)


def _read(
    digest: str,
    content: Callable[[], bytes],
    filename: str,
    settled: Settled,
    known: Mapping[str, Remembered] = MappingProxyType({}),
) -> Preview:
    judging, limits = _judging(), _limits()
    choices = json.dumps([columns_of(settled), [[each.shape, each.mapping] for each in known.values()]])
    key = (digest, filename, limits, choices, _fingerprint(judging))
    return _RECENT.get(
        key, lambda: preview(content(), filename, settled, judging=judging, limits=limits, known=known)
    )


def _judging() -> Judging:
    by_code = {each.code: each for each in queries.categories()}
    return Judging(queries.rules(), by_code, queries.large_from_mm2())


def _fingerprint(judging: Judging) -> Hashable:
    """Return what a preview depends on beside its file and what was settled of it."""
    rules = tuple((each.category, each.field, each.pattern) for each in judging.rules)
    demands = tuple(
        (
            code, each.checks_colour, each.checks_lug, each.checks_size, each.recheck_needs_table,
            each.always_sampled,
        )
        for code, each in judging.categories.items()
    )  # fmt: skip
    return rules, demands, judging.large_from_mm2


def look_at(content: bytes, filename: str, settled: Settled) -> Preview | Unrecognised:
    """Preview a file, or show its cells where no table was found; raise if there is none to find."""
    try:
        return read(content, filename, settled)
    except UnreadableTable as unreadable:
        return _cells_of(content, settled.sheet, unreadable)


def look_at_draft(draft: TableDraft, settled: Settled) -> Preview | Unrecognised:
    """Do the same with a draft as it would be with some choices."""
    try:
        return read_draft(draft, settled)
    except UnreadableTable as unreadable:
        return _cells_of(draft.content, settled.sheet, unreadable)


def progress_in(found: Preview | Unrecognised, settled: Settled) -> dict[str, int] | None:
    """Tell how far a draft is; None where no table was found in it."""
    return None if isinstance(found, Unrecognised) else progress_of(found, settled)


def _cells_of(content: bytes, sheet: str | None, unreadable: UnreadableTable) -> Unrecognised:
    source = read_source(content, _limits())
    if source.connections is not None:
        raise unreadable
    names = tuple(each.name for each in source.sheets)
    chosen = arranged(source).chosen(sheet if sheet in names else None)
    if (
        sum(sum(map(bool, row)) >= _LEAST_CELLS for row in chosen.rows) < _LEAST_ROWS
        and len(names) < _LEAST_ROWS
    ):
        raise unreadable
    return Unrecognised(unreadable.message, chosen, names)


def _limits() -> ReadLimits:
    return ReadLimits(max_bytes=current_app.config["WIRING_QA"].upload_limit_mb * MEGABYTE)
