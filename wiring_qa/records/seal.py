"""Whether a printed record is the record as it stands: its QR code names the journal's last entry then."""

import enum
from dataclasses import dataclass

from flask import current_app
from sqlalchemy import select

from wiring_qa.core.db import db
from wiring_qa.history.record import Record
from wiring_qa.journal.chain_rows import broken_place
from wiring_qa.journal.models import ChainHead, JournalEntry
from wiring_qa.labels.of_cabinets import address_of


class Standing(enum.StrEnum):
    """How a printed record stands to the journal."""

    CURRENT = "current"
    EARLIER = "earlier"
    UNKNOWN = "unknown"
    BROKEN = "broken"
    """The journal itself was changed outside of the app: it says nothing of any paper."""


@dataclass(frozen=True)
class Seal:
    """What the journal says of a printed record; ``since`` counts the entries that came after it.

    ``broken_at`` is the entry at which the journal does not hold, if it does not.
    """

    standing: Standing
    since: int = 0
    broken_at: int | None = None


def seal_address(record: Record) -> str:
    """Return the address that a printed record's QR code opens."""
    return f"{address_of(record.cabinet.code)}/record/seal/{record.last_position}/{record.last_hash}"


def seal_of(code: str, position: int, digest: str) -> Seal:
    """Say whether a cabinet's journal holds and has, or ever had, a last entry at a position with a hash."""
    place = broken_place(code, current_app.config["WIRING_QA"].keys)
    if place is not None:
        return Seal(Standing.BROKEN, broken_at=place.position)
    head = db.session.execute(select(ChainHead.position).where(ChainHead.chain == code)).scalar_one()
    if position > head:
        return Seal(Standing.UNKNOWN)
    query = select(JournalEntry.hash).where(JournalEntry.chain == code, JournalEntry.position == position)
    if db.session.scalar(query) != digest:
        return Seal(Standing.UNKNOWN)
    return Seal(Standing.CURRENT if position == head else Standing.EARLIER, head - position)
