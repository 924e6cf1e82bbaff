"""Walks every chain and every fact, and says where the record was tampered with.

Reads in a stream, so that a plant's whole history needs no more memory than a day's.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Table, or_, select

from wiring_qa.core.db import db
from wiring_qa.journal.chain_rows import AT_ONCE, BrokenPlace, broken, entries
from wiring_qa.journal.models import ChainHead, JournalEntry

MOST_BREAKS = 100
"""A report names no more places than a person would look at."""


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
        for chain, rows in groupby(entries(connection), key=lambda row: row.chain):
            report.chains += 1
            place = broken(chain, _counted(rows, report, on_progress), keys)
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
