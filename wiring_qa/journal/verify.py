"""Walks every chain and every fact, and says where the record was tampered with.

Reads in a stream, so that a plant's whole history needs no more memory than a day's.
"""

import hmac
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, String, Table, Text, cast, or_, select, type_coerce

from wiring_qa.core.db import db
from wiring_qa.journal import chain as chains
from wiring_qa.journal.entries import hashed
from wiring_qa.journal.models import ChainHead, JournalEntry

AT_ONCE = 500
MOST_BREAKS = 100
"""A report names no more places than a person would look at."""


@dataclass(frozen=True)
class BrokenPlace:
    """Where the record does not hold.

    ``reason`` is ``edited``, ``missing``, ``inserted``, ``head`` or ``seal`` for a place in a chain; for a
    fact it is ``no_entry`` or ``not_as_recorded``, with the table and the row in ``fact``.
    """

    reason: str
    chain: str | None = None
    position: int | None = None
    fact: str | None = None


@dataclass
class Report:
    """What was walked and what was found; of each broken chain its first break."""

    chains: int = 0
    entries: int = 0
    breaks: list[BrokenPlace] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Whether nothing was tampered with."""
        return not self.breaks

    def as_json(self) -> dict[str, Any]:
        """Return the report as the command line prints it for scripts."""
        return {"ok": self.holds, **asdict(self)}

    def add(self, place: BrokenPlace) -> None:
        """Note a broken place."""
        if len(self.breaks) < MOST_BREAKS:
            self.breaks.append(place)


def verify(keys: Sequence[str], on_progress: Callable[[int], None] = lambda _entries: None) -> Report:
    """Walk every chain and every fact.

    ``keys`` are those whose seals hold; ``on_progress`` hears now and then how many entries were read.
    """
    report = Report()
    with db.engine.connect() as connection:
        for chain, rows in groupby(_entries(connection), key=lambda row: row.chain):
            report.chains += 1
            place = _broken(chain, _counted(rows, report, on_progress), keys)
            if place is not None:
                report.add(place)
        for chain, position in connection.execute(_heads_without_entries()):
            report.add(BrokenPlace("missing", chain, min(1, position)))
        for table in db.metadata.sorted_tables:
            if "operation_id" in table.c:
                for place in _stray_facts(connection, table):
                    report.add(place)
    return report


def _counted(rows: Iterator[Any], report: Report, on_progress: Callable[[int], None]) -> Iterator[Any]:
    for row in rows:
        report.entries += 1
        if report.entries % AT_ONCE == 0:
            on_progress(report.entries)
        yield row


def _entries(connection: Connection) -> Iterator[Any]:
    """Read entries with their chain's head beside them, in one statement, so that writers do not disturb."""
    # columns as they are stored: what was tampered with may be no UUID, no moment and no JSON
    plain = [
        type_coerce(JournalEntry.id, String).label("id"),
        type_coerce(JournalEntry.at, String).label("at"),
        type_coerce(JournalEntry.received_at, String).label("received_at"),
        cast(JournalEntry.data, Text).label("data"),
        cast(JournalEntry.answer, Text).label("answer"),
    ]
    query = (
        select(
            JournalEntry.chain,
            JournalEntry.position,
            JournalEntry.type,
            JournalEntry.actor_id,
            JournalEntry.tablet,
            JournalEntry.previous_hash,
            JournalEntry.hash,
            *plain,
            ChainHead.position.label("head_position"),
            ChainHead.hash.label("head_hash"),
            ChainHead.seal,
        )
        .outerjoin(ChainHead, ChainHead.chain == JournalEntry.chain)
        .order_by(JournalEntry.chain, JournalEntry.position)
        .execution_options(yield_per=AT_ONCE)
    )
    yield from connection.execute(query)


def _broken(chain: str, rows: Iterator[Any], keys: Sequence[str]) -> BrokenPlace | None:
    first = next(rows)
    if first.head_position is None:
        return BrokenPlace("head", chain, 1)
    links = (_link(row) for row in _and_then(first, rows))
    found = chains.first_break(links, _whole(first.head_position), first.head_hash)
    if found is not None:
        return BrokenPlace(found.reason, chain, found.position)
    seals = [chains.seal(key, chain, first.head_position, first.head_hash) for key in keys]
    if not any(hmac.compare_digest(seal.encode(), first.seal.encode()) for seal in seals):
        return BrokenPlace("seal", chain, first.head_position)
    return None


def _and_then(first: Any, rest: Iterator[Any]) -> Iterator[Any]:
    yield first
    yield from rest


def _link(row: Any) -> chains.Link:
    try:
        entry = hashed(
            {
                **row._mapping,  # noqa: SLF001  SQLAlchemy's public name
                "id": row.id if isinstance(row.id, UUID) else UUID(row.id),
                "at": _moment(row.at),
                "received_at": _moment(row.received_at),
                "data": json.loads(row.data),
                "answer": json.loads(row.answer),
            }
        )
    except (ValueError, TypeError, AttributeError):
        entry = {}  # whatever it was, it is not what was hashed
    return chains.Link(_whole(row.position), entry, row.previous_hash, row.hash)


def _whole(value: Any) -> int:
    """SQLite stores a text in a column of numbers if it is told to; no entry stands at 0."""
    return value if isinstance(value, int) else 0


def _moment(value: str | datetime) -> datetime:
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _heads_without_entries() -> Any:
    entries = select(JournalEntry.id).where(JournalEntry.chain == ChainHead.chain)
    return select(ChainHead.chain, ChainHead.position).where(~entries.exists()).order_by(ChainHead.chain)


def _stray_facts(connection: Connection, table: Table) -> Iterator[BrokenPlace]:
    """Find facts that no entry brought, or that name another place, author or time than their entry does."""
    entry = JournalEntry.__table__
    differs = or_(
        entry.c.id.is_(None),
        entry.c.position != table.c.position,
        entry.c.actor_id != table.c.by_id,
        entry.c.at != table.c.at,
    )
    keys = list(table.primary_key)
    query = (
        select(entry.c.chain, entry.c.position, *keys)
        .select_from(table.outerjoin(entry, entry.c.id == table.c.operation_id))
        .where(differs)
        .order_by(*keys)
        .limit(MOST_BREAKS)
    )
    for chain, position, *key in connection.execute(query):
        fact = f"{table.name} {'-'.join(map(str, key))}"
        yield BrokenPlace("no_entry" if chain is None else "not_as_recorded", chain, position, fact)
