"""The rows of a chain: its head, an entry that is already there, and one that is added.

Every mark of every tablet comes through here while the others wait, so the statements are prepared once.
"""

from typing import Any
from uuid import UUID

from flask import current_app
from sqlalchemy import bindparam, insert, select, update

from wiring_qa.core.db import run
from wiring_qa.journal import chain as chains
from wiring_qa.journal.models import ChainHead, JournalEntry
from wiring_qa.journal.registry import Answer, Entry

_EARLIER = select(JournalEntry.type, JournalEntry.actor_id, JournalEntry.data, JournalEntry.answer).where(
    JournalEntry.id == bindparam("number")
)
_HEAD = (
    select(ChainHead.position, ChainHead.hash).where(ChainHead.chain == bindparam("name")).with_for_update()
)
_OPEN = insert(ChainHead)
_ADD = insert(JournalEntry)
_MOVE = update(ChainHead).where(ChainHead.chain == bindparam("name"))
HASHED = ("chain", "position", "type", "actor_id", "tablet", "data", "answer")


def earlier(number: UUID) -> Any:
    """Return what was recorded under a UUID, or None."""
    return run(_EARLIER, number=number).first()


def head_of(chain: str) -> Any:
    """Return a chain's last position and hash, held against other writers; a new chain is opened."""
    head = run(_HEAD, name=chain).first()
    if head is None:
        run(_OPEN, chain=chain, position=0, hash=chains.START, seal="")
        head = run(_HEAD, name=chain).one()
    return head


def append(entry: Entry, answer: Answer, previous_hash: str) -> None:
    """Add an entry after the one with the given hash, and move the sealed head on to it."""
    row: dict[str, Any] = {
        "id": entry.id,
        "chain": entry.chain,
        "position": entry.position,
        "type": entry.type,
        "actor_id": entry.actor.id,
        "tablet": entry.tablet,
        "at": entry.at,
        "received_at": entry.received_at,
        "data": entry.data,
        "answer": answer,
    }
    digest = chains.entry_hash(previous_hash, hashed(row))
    run(_ADD, **row, previous_hash=previous_hash, hash=digest)
    seal = chains.seal(current_app.config["WIRING_QA"].keys[0], entry.chain, entry.position, digest)
    run(_MOVE, name=entry.chain, position=entry.position, hash=digest, seal=seal)


def hashed(row: Any) -> dict[str, Any]:
    """Return the part of an entry that its hash covers: all but the hashes themselves."""
    plain = dict(row)
    return {
        **{name: plain[name] for name in HASHED},
        "id": str(plain["id"]),
        "at": plain["at"].isoformat(),
        "received_at": plain["received_at"].isoformat(),
    }
