"""Reads of what was rejected."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from wtforms import BooleanField

from wiring_qa.core.db import AnyRow, db
from wiring_qa.core.words import listed
from wiring_qa.journal import registry
from wiring_qa.journal.field_words import YES, written
from wiring_qa.journal.models import JournalEntry
from wiring_qa.journal.words import WORDS
from wiring_qa.offline.models import Dismissal, RejectedOperation
from wiring_qa.people.models import Person
from wiring_qa.people.signed_in import SignedIn

MOST = 200
"""More than a person would read on one page; what is settled makes room for the next."""


@dataclass(frozen=True)
class Rejected:
    """A rejected operation as its page shows it."""

    number: UUID
    what: Any
    cabinet: str
    wire: int | None
    details: str
    picture: str | None
    """The hash of a photo; its other details are no words for a reader."""
    who: str
    entered_at: datetime
    message: str
    is_own: bool


def rejected_of(number: UUID, person_id: int) -> RejectedOperation | None:
    """Return what someone sent under a number and was rejected."""
    query = select(RejectedOperation).where(
        RejectedOperation.number == number, RejectedOperation.by_id == person_id
    )
    return db.session.scalar(query)


def rejected_for(person: SignedIn, number: UUID) -> RejectedOperation | None:
    """Return an open rejected operation that a person may judge: their own, or anyone's to a lead."""
    query = select(RejectedOperation).where(RejectedOperation.number == number, *_seen_by(person))
    return db.session.scalars(query.order_by(RejectedOperation.id).limit(1)).first()


def are_recorded(numbers: Collection[UUID]) -> set[UUID]:
    """Return those numbers that stand in the journal."""
    if not numbers:
        return set()
    return set(db.session.scalars(select(JournalEntry.id).where(JournalEntry.id.in_(numbers))))


def begun_at(chain: str) -> datetime | None:
    """Return when the first entry of a chain was made: a cabinet's begins with the cabinet."""
    query = select(JournalEntry.at).where(JournalEntry.chain == chain, JournalEntry.position == 1)
    return db.session.scalar(query)


def open_rejected(person: SignedIn) -> list[Rejected]:
    """Return what was rejected and is not settled, the oldest first: one's own, or to a lead everyone's.

    What was accepted later, under the same number, is settled.
    """
    query = (
        select(RejectedOperation, Person.name)
        .join(Person, Person.id == RejectedOperation.by_id)
        .where(*_seen_by(person))
        .order_by(RejectedOperation.id)
        .limit(MOST)
    )
    return [_drawn(kept, who, is_own=kept.by_id == person.id) for kept, who in _rows(query)]


def _rows(query: Any) -> Sequence[AnyRow]:
    return db.session.execute(query).all()


def _seen_by(person: SignedIn) -> list[Any]:
    accepted = select(JournalEntry.id).where(JournalEntry.id == RejectedOperation.number).exists()
    dismissed = select(Dismissal.id).where(Dismissal.rejected_id == RejectedOperation.id).exists()
    is_open = [or_(~accepted, RejectedOperation.code == "id_reused"), ~dismissed]
    return is_open if person.may("release_cabinet") else [*is_open, RejectedOperation.by_id == person.id]


def _drawn(kept: RejectedOperation, who: str, *, is_own: bool) -> Rejected:
    wire = str(kept.data.get("wire", ""))
    picture = kept.data.get("picture")
    return Rejected(
        number=kept.number,
        what=WORDS.get(kept.type, kept.type),
        cabinet=kept.cabinet,
        wire=int(wire) if wire.isdecimal() else None,
        details="" if picture else _in_words(kept),
        picture=picture,
        who=who,
        entered_at=kept.entered_at,
        message=kept.message,
        is_own=is_own,
    )


def _in_words(kept: RejectedOperation) -> str:
    operation = registry.find(kept.type)
    fields = operation.form() if operation else ()
    entered = {
        field.name: field for field in fields if kept.data.get(field.name) not in ("", None, [], False)
    }
    said = (
        f"{field.label.text}: {YES if isinstance(field, BooleanField) else written(field, kept.data[name])}"
        for name, field in entered.items()
    )
    return str(listed(said))
