"""The chains that a batch of operations is written to: their heads, what they hold already, what is added.

Every mark of every tablet comes through here while the others wait: so the statements are prepared once, and
a batch takes the same number of them however many operations it has.
"""

from collections.abc import Collection, Iterable
from typing import Any, NamedTuple
from uuid import UUID

from flask import current_app
from sqlalchemy import bindparam, insert, select, update

from wiring_qa.core.prepared import Prepared
from wiring_qa.journal import chain as chains
from wiring_qa.journal.models import ChainHead, JournalEntry
from wiring_qa.journal.registry import Answer, Entry

_HEADS = Prepared(
    select(ChainHead.chain, ChainHead.position, ChainHead.hash)
    .where(ChainHead.chain.in_(bindparam("names", expanding=True)))
    .order_by(ChainHead.chain)  # one order for every process, so that no two wait for each other
    .with_for_update()
)
_EARLIER = Prepared(
    select(
        JournalEntry.id,
        JournalEntry.chain,
        JournalEntry.type,
        JournalEntry.actor_id,
        JournalEntry.data,
        JournalEntry.answer,
    ).where(JournalEntry.id.in_(bindparam("numbers", expanding=True)))
)
_OPEN = Prepared(insert(ChainHead))
_ADD = Prepared(insert(JournalEntry))
_MOVE = Prepared(update(ChainHead).where(ChainHead.chain == bindparam("name")))
HASHED = ("chain", "position", "type", "actor_id", "tablet", "data", "answer")


class Earlier(NamedTuple):
    """What was recorded under a UUID before."""

    chain: str
    type: str
    actor_id: int | None
    data: dict[str, Any]
    answer: Answer


class Head(NamedTuple):
    """The last entry of a chain."""

    position: int
    hash: str


class Ledger:
    """Some chains, held against other writers until the transaction ends."""

    def __init__(self, names: Iterable[str], numbers: Collection[UUID] = ()) -> None:
        """Take the chains to write to, new ones among them, and the UUIDs that are to be written."""
        wanted = sorted(set(names))
        self._heads = {row.chain: Head(row.position, row.hash) for row in _HEADS.rows(names=wanted)}
        self._earlier = {row.id: Earlier(*row[1:]) for row in _EARLIER.rows(numbers=list(numbers))}
        self._added: list[dict[str, Any]] = []

    def earlier(self, number: UUID) -> Earlier | None:
        """Return what stands under a UUID already, be it since a moment ago."""
        return self._earlier.get(number)

    def next_position(self, chain: str) -> int:
        """Return the place that a chain's next entry will have; its first entry opens a chain."""
        if chain not in self._heads:
            _OPEN.run(chain=chain, position=0, hash=chains.START, seal="")
            self._heads[chain] = Head(0, chains.START)
        return self._heads[chain].position + 1

    def append(self, entry: Entry, answer: Answer) -> None:
        """Add an entry to the end of its chain."""
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
        previous_hash = self._heads[entry.chain].hash
        digest = chains.entry_hash(previous_hash, hashed(row))
        self._added.append({**row, "previous_hash": previous_hash, "hash": digest})
        self._heads[entry.chain] = Head(entry.position, digest)
        self._earlier[entry.id] = Earlier(entry.chain, entry.type, entry.actor.id, entry.data, answer)

    def write(self) -> None:
        """Write what was added, and move the sealed heads on."""
        if not self._added:
            return
        key = current_app.config["WIRING_QA"].keys[0]
        moved = [
            {"name": name, **head._asdict(), "seal": chains.seal(key, name, *head)}
            for name, head in self._heads.items()
        ]
        _ADD.run_each(self._added)
        _MOVE.run_each(moved)


def hashed(row: Any) -> dict[str, Any]:
    """Return the part of an entry that its hash covers: all but the hashes themselves."""
    plain = dict(row)
    return {
        **{name: plain[name] for name in HASHED},
        "id": str(plain["id"]),
        "at": plain["at"].isoformat(),
        "received_at": plain["received_at"].isoformat(),
    }
