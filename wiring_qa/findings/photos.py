"""Photos of findings: found by the operation that raised them, which a tablet knows before any server."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.core.db import AnyRow, db
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.findings.models import Finding, Photo
from wiring_qa.people.models import Person

NO_FINDING = Refusal("no_finding", _l("The finding of this photo is not in this cabinet."), "about")


def findings_raised_by(cabinet: Cabinet, operation_id: UUID) -> Sequence[Finding]:
    """Return the findings that an operation raised on a cabinet; raise `Refused` if it raised none."""
    query = select(Finding).where(Finding.cabinet_id == cabinet.id, Finding.operation_id == operation_id)
    findings = db.session.scalars(query.order_by(Finding.number)).all()
    if not findings:
        raise Refused(NO_FINDING)
    return findings


def photos_about(operations: Collection[UUID]) -> dict[UUID, list[AnyRow]]:
    """Return the photos of findings by the operations that raised them, the first one first."""
    query = (
        select(Photo.about_id, Photo.picture, Photo.width, Photo.height, Photo.at, Person.name)
        .join(Person, Person.id == Photo.by_id)
        .where(Photo.about_id.in_(operations))
        .order_by(Photo.position)
    )
    found: dict[UUID, list[AnyRow]] = defaultdict(list)
    for photo in db.session.execute(query):
        found[photo.about_id].append(photo)
    return found
