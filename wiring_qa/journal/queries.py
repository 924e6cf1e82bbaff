"""Reads of the journal for its history pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import column, select, table
from werkzeug.exceptions import NotFound

from wiring_qa.core.db import db
from wiring_qa.core.pages import Page, page_of
from wiring_qa.journal import registry
from wiring_qa.journal.field_words import written
from wiring_qa.journal.models import PLANT, ChainHead, JournalEntry
from wiring_qa.journal.words import WORDS

# people stand on a higher floor; the journal only ever reads their names
_people = table("people", column("id"), column("name"))
LATE = timedelta(minutes=1)
PERSON_FIELDS = frozenset({"person"})
"""Fields of forms that hold people's ids."""


@dataclass(frozen=True)
class Line:
    """One entry of the history, in the reader's language."""

    position: int
    at: datetime
    received_at: datetime
    who: str
    tablet: str | None
    what: Any
    details: list[tuple[Any, str]]
    """Pairs of a field's label and what was entered."""
    clock_skew: timedelta | None = None
    """By how much the tablet's clock was behind, if it was wrong; less than nothing is ahead."""

    accepted: tuple[str, str] | None = None
    """The lead who accepted what was refused when it arrived, and why."""

    @property
    def came_late(self) -> bool:
        """Whether it was entered well before it was received, as by a tablet without a network."""
        return self.received_at - self.at > LATE


def history_of_cabinet(code: str, number: int) -> Page:
    """Return a page of a cabinet's chain, the latest entry first; 404 for a code without one."""
    if code == PLANT or db.session.get(ChainHead, code) is None:
        raise NotFound
    return _history(code, number)


def history_of_plant(number: int) -> Page:
    """Return a page of the plant's chain, the latest entry first."""
    return _history(PLANT, number)


def _history(chain: str, number: int) -> Page:
    query = (
        select(JournalEntry, _people.c.name)
        .outerjoin(_people, _people.c.id == JournalEntry.actor_id)
        .where(JournalEntry.chain == chain)
        .order_by(JournalEntry.position.desc())
    )
    page = page_of(query, number)
    names = _names(page.items)
    return Page([_line(entry, who, names) for entry, who in page.items], page.number, page.total)


def serial_of(chain: str) -> str | None:
    """Return the serial number that a cabinet's chain begins with."""
    query = select(JournalEntry.data).where(JournalEntry.chain == chain, JournalEntry.position == 1)
    data = db.session.scalar(query)
    return data.get("serial") if data else None


def _names(rows: Any) -> Mapping[str, str]:
    ids = {
        int(each)
        for entry, _who in rows
        for name in PERSON_FIELDS & entry.data.keys()
        for each in _as_list(entry.data[name])
        if str(each).isdecimal()
    }
    if not ids:
        return {}
    found = db.session.execute(select(_people.c.id, _people.c.name).where(_people.c.id.in_(ids)))
    return {str(person_id): name for person_id, name in found}


def _line(entry: JournalEntry, who: str | None, names: Mapping[str, str]) -> Line:
    what = WORDS.get(entry.type, entry.type)
    details = _details(entry, names)
    skew = entry.data.get("clock_skew_s")
    return Line(
        entry.position,
        entry.at,
        entry.received_at,
        who or "",
        entry.tablet,
        what,
        details,
        None if skew is None else timedelta(seconds=skew),
        (entry.data["accepted_by"], entry.data["accepted_because"]) if "accepted_by" in entry.data else None,
    )


def _details(entry: JournalEntry, names: Mapping[str, str]) -> list[tuple[Any, str]]:
    operation = registry.find(entry.type)
    if operation is None:
        return []
    form = operation.form()
    return [
        (
            field.label.text,
            written(field, entry.data[field.name], names if field.name in PERSON_FIELDS else None),
        )
        for field in form
        if field.name in entry.data and entry.data[field.name] is not False
    ]


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
