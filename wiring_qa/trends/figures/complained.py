"""Complaints over time, as far as a step of the work should have caught the fault."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, exists, func, or_

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.complaints.kinds import Step
from wiring_qa.complaints.models import Complaint, ComplaintClosure, ComplaintRow
from wiring_qa.core.db import db
from wiring_qa.findings.kinds import Kind
from wiring_qa.tables.models import Wire
from wiring_qa.trends.filters import UNKNOWN, Filters
from wiring_qa.trends.selections import buckets_of, of_cabinets


def complained(filters: Filters) -> Sequence[int]:
    """Count a view's complaints by bucket; one that a lead judged to be of after the release is none."""
    buckets = buckets_of(filters)
    query = (
        complaints(filters, buckets.c.place, func.count())
        .join(buckets, (Complaint.at >= buckets.c.start) & (Complaint.at < buckets.c.end))
        .group_by(buckets.c.place)
    )
    counts = [0] * len(filters.period.buckets)
    for place, count in db.session.execute(query):
        counts[place] = count
    return counts


def complaints(filters: Filters, *columns: Any) -> Select[Any]:
    """Select a view's complaints, whatever its period; its category is that of a wire that each is about."""
    query = (
        of_cabinets(filters, *columns)
        .join(Complaint, Complaint.cabinet_id == Cabinet.id)
        .outerjoin(ComplaintClosure, ComplaintClosure.complaint_id == Complaint.id)
        .where(or_(ComplaintClosure.id.is_(None), ComplaintClosure.step != Step.LATER))
    )
    if filters.kind:
        query = query.where(Complaint.kind == Kind(filters.kind))
    if filters.category:
        about = exists().where(ComplaintRow.complaint_id == Complaint.id)
        one = about.where(Wire.id == ComplaintRow.wire_id, Wire.category == filters.category)
        query = query.where(~about if filters.category == UNKNOWN else one)
    return query
