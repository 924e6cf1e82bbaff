"""Complaints over time, as far as a step of the work should have caught the fault."""

from collections.abc import Sequence

from sqlalchemy import func, or_

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.complaints.kinds import Step
from wiring_qa.complaints.models import Complaint, ComplaintClosure
from wiring_qa.core.db import db
from wiring_qa.findings.kinds import Kind
from wiring_qa.trends.filters import Filters
from wiring_qa.trends.selections import buckets_of, of_cabinets


def complained(filters: Filters) -> Sequence[int]:
    """Count a view's complaints by bucket; one that a lead judged to be of after the release is none."""
    buckets = buckets_of(filters)
    query = (
        of_cabinets(filters, buckets.c.place, func.count())
        .join(Complaint, Complaint.cabinet_id == Cabinet.id)
        .outerjoin(ComplaintClosure, ComplaintClosure.complaint_id == Complaint.id)
        .join(buckets, (Complaint.at >= buckets.c.start) & (Complaint.at < buckets.c.end))
        .where(or_(ComplaintClosure.id.is_(None), ComplaintClosure.step != Step.LATER))
        .group_by(buckets.c.place)
    )
    if filters.kind:
        query = query.where(Complaint.kind == Kind(filters.kind))
    counts = [0] * len(filters.period.buckets)
    for place, count in db.session.execute(query):
        counts[place] = count
    return counts
