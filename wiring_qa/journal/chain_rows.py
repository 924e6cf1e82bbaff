"""One chain at a time: its entries as they are stored, walked as the links that they were hashed to."""

import hmac
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, String, Text, cast, select, type_coerce

from wiring_qa.core.db import db
from wiring_qa.journal import chain as chains
from wiring_qa.journal.entries import hashed
from wiring_qa.journal.models import ChainHead, JournalEntry

AT_ONCE = 500


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


def broken_place(chain: str, keys: Sequence[str]) -> BrokenPlace | None:
    """Walk one chain; return its first break, None where it holds."""
    with db.engine.connect() as connection:
        # read to the end, so that nothing is left open where the walk ends early
        rows = list(entries(connection, JournalEntry.chain == chain))
    return broken(chain, iter(rows), keys) if rows else BrokenPlace("missing", chain, 1)


def entries(connection: Connection, *conditions: Any) -> Iterator[Any]:
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
        .where(*conditions)
        .order_by(JournalEntry.chain, JournalEntry.position)
        .execution_options(yield_per=AT_ONCE)
    )
    yield from connection.execute(query)


def broken(chain: str, rows: Iterator[Any], keys: Sequence[str]) -> BrokenPlace | None:
    """Return the first break of a chain of at least one entry; None where it holds."""
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
