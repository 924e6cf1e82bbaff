"""Reads a file with the plant's own categories, rules and threshold."""

from collections.abc import Mapping

from flask import current_app

from wiring_qa.tables import queries
from wiring_qa.tables.models import TableDraft
from wiring_qa.tables.preview import Judging, preview
from wiring_qa.tables.readers.limits import MEGABYTE, ReadLimits
from wiring_qa.tables.wires import Preview


def read(
    content: bytes,
    filename: str,
    *,
    sheet: str | None = None,
    mapping: Mapping[str, str] | None = None,
    corrections: Mapping[tuple[int, int], str] | None = None,
) -> Preview:
    """Preview a file; raises `UnreadableTable` with words on what would mend it."""
    judging = Judging(
        queries.rules(), {each.code: each for each in queries.categories()}, queries.large_from_mm2()
    )
    limits = ReadLimits(max_bytes=current_app.config["WIRING_QA"].upload_limit_mb * MEGABYTE)
    return preview(
        content,
        filename,
        sheet=sheet,
        mapping=mapping,
        corrections=corrections,
        judging=judging,
        limits=limits,
    )


def read_draft(draft: TableDraft) -> Preview:
    """Preview a draft as far as its person has settled it."""
    cells = {tuple(map(int, place.split(":"))): text for place, text in draft.corrections.items()}
    return read(
        draft.content,
        draft.filename,
        sheet=draft.sheet,
        mapping=draft.mapping,
        corrections={(place[0], place[1]): text for place, text in cells.items()},
    )
