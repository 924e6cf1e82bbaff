"""Reads for the page of a cabinet."""

from collections import defaultdict
from typing import Any

from sqlalchemy import func, select

from wiring_qa.core.db import db
from wiring_qa.findings.models import Finding
from wiring_qa.journal.models import ChainHead, JournalEntry
from wiring_qa.people.models import Person


def last_acts(code: str) -> dict[str, Any]:
    """Return the last act of each type on a cabinet, with who did it and when."""
    newest = (
        select(func.max(JournalEntry.position)).where(JournalEntry.chain == code).group_by(JournalEntry.type)
    )
    query = (
        select(JournalEntry.type, JournalEntry.position, JournalEntry.at, Person.name)
        .join(Person, Person.id == JournalEntry.actor_id)
        .where(JournalEntry.chain == code, JournalEntry.position.in_(newest))
    )
    return {row.type: row for row in db.session.execute(query)}


def acts_recorded() -> int:
    """Return how many acts were ever recorded; read from the chains' heads, of which there are few."""
    return db.session.scalar(select(func.coalesce(func.sum(ChainHead.position), 0))) or 0


def findings_by_state(cabinet_id: int) -> dict[str, int]:
    """Return how many findings of a cabinet stand in each state."""
    query = (
        select(Finding.cached_state, func.count())
        .where(Finding.cabinet_id == cabinet_id)
        .group_by(Finding.cached_state)
    )
    counts: dict[str, int] = defaultdict(int)
    for state, count in db.session.execute(query):
        counts[state.value] = count
    return counts
