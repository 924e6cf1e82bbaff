"""Reads of cabinets, and the guarded load that every act on a cabinet goes through."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select
from sqlalchemy.orm import joinedload
from werkzeug.exceptions import NotFound

from wiring_qa.cabinets.kinds import Stage
from wiring_qa.cabinets.models import Cabinet
from wiring_qa.core.db import db
from wiring_qa.core.refusals import Refusal, Refused

NO_CABINET = Refusal("no_cabinet", _l("There is no cabinet with this code."))
RELEASED = Refusal("released", _l("This cabinet is released; its record is frozen. A QA lead can reopen it."))


def cabinet_by_code(code: str) -> Cabinet:
    """Return a cabinet with its table for reading; 404 if there is none."""
    query = select(Cabinet).where(Cabinet.code == code).options(joinedload(Cabinet.table))
    cabinet = db.session.scalar(query)
    if cabinet is None:
        raise NotFound
    return cabinet


def any_cabinet_for_change(code: str) -> Cabinet:
    """Return a cabinet for an act that a release does not forbid."""
    cabinet = db.session.scalar(select(Cabinet).where(Cabinet.code == code))
    if cabinet is None:
        raise Refused(NO_CABINET)
    return cabinet


def cabinet_for_change(code: str) -> Cabinet:
    """Return a cabinet for an act on it; raise `Refused` for an unknown or a released one."""
    cabinet = any_cabinet_for_change(code)
    if cabinet.cached_stage is Stage.RELEASED:
        raise Refused(RELEASED)
    return cabinet
