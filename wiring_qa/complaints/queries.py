"""Reads of complaints, and the guarded load of one for a change."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select
from werkzeug.exceptions import NotFound

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.complaints.models import Complaint, ComplaintClosure, ComplaintRow, Correction
from wiring_qa.core.db import AnyRow, db
from wiring_qa.core.pages import Page, page_of
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.people.models import Person
from wiring_qa.tables.models import WiringTable

NO_COMPLAINT = Refusal("no_complaint", _l("This cabinet has no such complaint."), "complaint")


@dataclass(frozen=True)
class ShownComplaint:
    """A complaint with its wires, who recorded it, and its life."""

    complaint: Complaint
    recorded_by: str
    wire_ids: frozenset[int]
    corrections: Sequence[AnyRow]
    closure: AnyRow | None


def complaint_of(cabinet: Cabinet, number: int) -> ShownComplaint:
    """Return a complaint of a cabinet; 404 if there is none of the number."""
    query = (
        select(Complaint, Person.name)
        .join(Person, Person.id == Complaint.by_id)
        .where(Complaint.cabinet_id == cabinet.id, Complaint.number == number)
    )
    found = db.session.execute(query).first()
    if found is None:
        raise NotFound
    complaint, name = found
    corrections = (
        select(Correction.note, Correction.at, Person.name)
        .join(Person, Person.id == Correction.by_id)
        .where(Correction.complaint_id == complaint.id)
        .order_by(Correction.position)
    )
    closure = (
        select(ComplaintClosure.step, ComplaintClosure.reason, ComplaintClosure.at, Person.name)
        .join(Person, Person.id == ComplaintClosure.by_id)
        .where(ComplaintClosure.complaint_id == complaint.id)
    )
    return ShownComplaint(
        complaint,
        name,
        wires_of(complaint.id),
        db.session.execute(corrections).all(),
        db.session.execute(closure).first(),
    )


def wires_of(complaint_id: int) -> frozenset[int]:
    """Return the wires that a complaint is about."""
    query = select(ComplaintRow.wire_id).where(ComplaintRow.complaint_id == complaint_id)
    return frozenset(db.session.scalars(query))


def complaint_for_change(cabinet: Cabinet, number: int) -> tuple[Complaint, bool]:
    """Return a complaint of a cabinet, and whether it is closed; raise `Refused` if there is none."""
    query = (
        select(Complaint, ComplaintClosure.id.is_not(None))
        .outerjoin(ComplaintClosure, ComplaintClosure.complaint_id == Complaint.id)
        .where(Complaint.cabinet_id == cabinet.id, Complaint.number == number)
    )
    found = db.session.execute(query).first()
    if found is None:
        raise Refused(NO_COMPLAINT)
    return found[0], found[1]


def next_number(cabinet_id: int) -> int:
    """Return the number of a cabinet's next complaint."""
    last = db.session.scalar(select(func.max(Complaint.number)).where(Complaint.cabinet_id == cabinet_id))
    return (last or 0) + 1


def complaints_page(number: int, *, only_open: bool = False, code: str | None = None) -> Page:
    """Return a page of complaints with their cabinet and closure, the open ones first, then the newest."""
    is_closed = ComplaintClosure.id.is_not(None)
    columns: tuple[Any, ...] = (
        *(Complaint.number, Complaint.kind, Complaint.noticed_on, Complaint.reference, Complaint.words),
        *(Complaint.at, Cabinet.serial, Cabinet.code, WiringTable.model, ComplaintClosure.step),
    )
    query = (
        select(*columns)
        .select_from(Complaint)
        .join(Cabinet, Cabinet.id == Complaint.cabinet_id)
        .join(WiringTable, WiringTable.id == Cabinet.table_id)
        .outerjoin(ComplaintClosure, ComplaintClosure.complaint_id == Complaint.id)
        .order_by(is_closed, Complaint.at.desc(), Complaint.id.desc())
    )
    if only_open:
        query = query.where(~is_closed)
    if code is not None:
        query = query.where(Cabinet.code == code)
    return page_of(query, number)


def count_of(cabinet_id: int) -> int:
    """Return how many complaints came about a cabinet."""
    query = select(func.count()).select_from(Complaint).where(Complaint.cabinet_id == cabinet_id)
    return db.session.scalar(query) or 0
