"""The tablets of the plant: which one a request comes from, and what each was last heard to say."""

from dataclasses import dataclass
from datetime import datetime

from flask import current_app, has_request_context, request
from flask_babel import lazy_gettext as _l
from sqlalchemy import delete, insert, select
from werkzeug import Response

from wiring_qa.core.aside import aside
from wiring_qa.core.clock import now
from wiring_qa.core.db import db
from wiring_qa.core.refusals import Refusal
from wiring_qa.people.models import Tablet, TabletContact
from wiring_qa.people.names_here import keep
from wiring_qa.people.rules import pins_work
from wiring_qa.people.signatures import signed, told_by

COOKIE = "tablet"
_INVITATION = "invitation of a tablet"
INVITED_S = 15 * 60
"""Seconds that an invitation may be taken up in: long enough to walk to the tablet, too short to pass on."""

ELSEWHERE = Refusal(
    "pin_elsewhere",
    _l("A PIN works on an enrolled tablet only. Use a password here, or ask a lead to enrol this tablet."),
    "secret",
)


@dataclass(frozen=True)
class Shown:
    """A tablet as the leads see it."""

    id: int
    name: str
    enrolled_at: datetime | None
    revoked_at: datetime | None
    is_invited: bool
    heard_at: datetime | None
    waiting: int
    oldest_at: datetime | None
    version: str | None
    is_old: bool
    """Whether it ran another version of the app than the server does."""


def tablet_here() -> tuple[int, str] | None:
    """Return the id and name of the enrolled tablet that asks; None for any other device."""
    told = told_by(COOKIE, request.cookies.get(COOKIE, ""))
    if not isinstance(told, list):
        return None
    tablet_id, enrolled_at = told
    query = select(Tablet.id, Tablet.name).where(
        Tablet.id == tablet_id,
        Tablet.enrolled_at == datetime.fromisoformat(enrolled_at),
        Tablet.revoked_at.is_(None),
    )
    row = db.session.execute(query).first()
    return (row.id, row.name) if row else None


def remember(response: Response, tablet_id: int) -> None:
    """Make the device that asks known as a tablet of the plant, until another is enrolled as the same."""
    enrolled_at = db.session.get_one(Tablet, tablet_id).enrolled_at
    keep(response, COOKIE, signed(COOKIE, [tablet_id, enrolled_at.isoformat() if enrolled_at else ""]))


def may_use_pin() -> Refusal | None:
    """A PIN proves its person on an enrolled tablet, and anywhere while the plant never had one."""
    if not has_request_context():
        return None
    return None if pins_work(is_enrolled=tablet_here() is not None, any_enrolled=has_tablets()) else ELSEWHERE


def has_tablets() -> bool:
    """Tell whether a tablet was ever enrolled."""
    return db.session.scalar(select(Tablet.id).where(Tablet.enrolled_at.is_not(None)).limit(1)) is not None


def invitation(tablet_id: int, lead_id: int) -> str:
    """Return the text that enrols a tablet, once and within a quarter of an hour, in a lead's name."""
    return signed(_INVITATION, [tablet_id, lead_id], timed=True)


def invited_by(text: str) -> tuple[int, int] | None:
    """Return the tablet and the lead of an invitation that still holds."""
    told = told_by(_INVITATION, text, longest_s=INVITED_S)
    if told is None:
        return None
    tablet = db.session.get(Tablet, told[0])
    return (told[0], told[1]) if tablet is not None and tablet.is_invited else None


def heard(tablet_id: int, waiting: int, oldest_at: datetime | None, version: str) -> None:
    """Keep what a tablet says of itself."""
    with aside() as connection:
        connection.execute(delete(TabletContact).where(TabletContact.tablet_id == tablet_id))
        connection.execute(
            insert(TabletContact).values(
                tablet_id=tablet_id, at=now(), waiting=waiting, oldest_at=oldest_at, version=version
            )
        )


def all_tablets() -> list[Shown]:
    """Return every tablet, those in use first, the longest unheard of before the others."""
    query = (
        select(Tablet, TabletContact)
        .outerjoin(TabletContact, TabletContact.tablet_id == Tablet.id)
        .order_by(Tablet.revoked_at.is_not(None), TabletContact.at, Tablet.name_key)
    )
    return [_shown(tablet, contact) for tablet, contact in db.session.execute(query)]


def tablet_by_id(tablet_id: int) -> Shown | None:
    """Return a tablet."""
    tablet, contact = db.session.get(Tablet, tablet_id), db.session.get(TabletContact, tablet_id)
    return _shown(tablet, contact) if tablet else None


def _shown(tablet: Tablet, contact: TabletContact | None) -> Shown:
    return Shown(
        tablet.id,
        tablet.name,
        tablet.enrolled_at,
        tablet.revoked_at,
        tablet.is_invited,
        contact.at if contact else None,
        contact.waiting if contact else 0,
        contact.oldest_at if contact else None,
        contact.version if contact else None,
        contact is not None and contact.version != current_app.config["VERSION"],
    )
