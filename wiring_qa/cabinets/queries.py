"""Reads of cabinets, and the guarded load that every act on a cabinet goes through."""

from collections.abc import Collection, Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import Select, bindparam, or_, select
from sqlalchemy.orm import joinedload, selectinload
from werkzeug.exceptions import NotFound

from wiring_qa.cabinets.kinds import Stage
from wiring_qa.cabinets.models import Cabinet
from wiring_qa.cabinets.rules import may_change
from wiring_qa.core.db import AnyRow, db
from wiring_qa.core.pages import Page, page_of
from wiring_qa.core.refusals import Refusal, Refused, require
from wiring_qa.core.words import listed
from wiring_qa.people.kinds import Role
from wiring_qa.people.models import Person
from wiring_qa.tables.models import WiringTable

NO_CABINET = Refusal("no_cabinet", _l("There is no cabinet with this code."))


def cabinet_by_code(code: str) -> Cabinet:
    """Return a cabinet with its table for reading; 404 if there is none."""
    query = select(Cabinet).where(Cabinet.code == code).options(joinedload(Cabinet.table))
    cabinet = db.session.scalar(query)
    if cabinet is None:
        raise NotFound
    return cabinet


_FOR_CHANGE = select(Cabinet).where(Cabinet.code == bindparam("code"))


def any_cabinet_for_change(code: str) -> Cabinet:
    """Return a cabinet for an act that a release does not forbid."""
    cabinet: Cabinet | None = db.session.scalar(_FOR_CHANGE, {"code": code})
    if cabinet is None:
        raise Refused(NO_CABINET)
    return cabinet


def cabinet_for_change(code: str) -> Cabinet:
    """Return a cabinet for an act on it; raise `Refused` for an unknown or a released one."""
    cabinet = any_cabinet_for_change(code)
    require(may_change(cabinet.cached_stage))
    return cabinet


def cabinet_by_serial(serial: str) -> Cabinet | None:
    """Return a cabinet by its serial number, whatever its case."""
    return db.session.scalar(select(Cabinet).where(Cabinet.serial_key == serial.strip().casefold()))


def code_of(code: str, serial: str) -> str | None:
    """Return the code of the cabinet that has this code or, failing that, this serial number."""
    matches = or_(Cabinet.code == code, Cabinet.serial_key == serial.strip().casefold())
    found = db.session.scalars(select(Cabinet.code).where(matches)).all()
    return code if code in found else next(iter(found), None)


def fits_any(search: str) -> bool:
    """Tell whether a search finds any cabinet."""
    return db.session.scalars(_listed(search, None).limit(1)).first() is not None


def is_serial_taken(serial: str) -> bool:
    """Tell whether a cabinet carries this serial number."""
    return cabinet_by_serial(serial) is not None


def table_of(model: str, revision: str) -> WiringTable | None:
    """Return the wiring table of a model at a revision."""
    query = select(WiringTable).where(WiringTable.model == model, WiringTable.revision == revision)
    return db.session.scalar(query)


def tables_to_build() -> Sequence[AnyRow]:
    """Return model and revision of every wiring table, the newest revision of a model first."""
    query = select(WiringTable.model, WiringTable.revision).order_by(WiringTable.model, WiringTable.id.desc())
    return db.session.execute(query).all()


def wirers() -> Sequence[str]:
    """Return the names of everyone who wires."""
    query = select(Person.name).where(Person.active, Person.role == Role.WIRER).order_by(Person.name)
    return db.session.scalars(query).all()


def wirers_named(names: Collection[str]) -> list[Person]:
    """Return the active wirers of these names; names of others are refused."""
    keys = {name.strip().casefold() for name in names if name.strip()}
    query = select(Person).where(Person.active, Person.role == Role.WIRER, Person.name_key.in_(keys))
    found = list(db.session.scalars(query))
    unknown = keys - {person.name_key for person in found}
    if unknown:
        raise Refused(
            Refusal(
                "no_wirer",
                _l("Nobody of this name wires: %(names)s.", names=listed(sorted(unknown))),
                "wirers",
            )
        )
    return found


def _listed(search: str, stage: Stage | None) -> Select[Any]:
    query = select(Cabinet).options(joinedload(Cabinet.table), selectinload(Cabinet.wirers))
    if stage is not None:
        query = query.where(Cabinet.cached_stage == stage)
    if search:
        wanted = search.strip()
        matches = (
            Cabinet.serial_key.contains(wanted.casefold(), autoescape=True),
            Cabinet.order_no.icontains(wanted, autoescape=True),
            Cabinet.table.has(WiringTable.model.icontains(wanted, autoescape=True)),
        )
        query = query.where(or_(*matches))
    return query.order_by(Cabinet.id.desc())


def cabinets_page(search: str, stage: Stage | None, number: int) -> Page:
    """Return a page of the cabinets that fit, the newest first."""
    return page_of(_listed(search, stage), number)


def cabinets_with(codes: Collection[str]) -> list[Cabinet]:
    """Return cabinets by code, in the order of the codes."""
    query = select(Cabinet).where(Cabinet.code.in_(codes)).options(joinedload(Cabinet.table))
    found = {cabinet.code: cabinet for cabinet in db.session.scalars(query)}
    return [found[code] for code in codes if code in found]


def lines() -> list[str]:
    """Return the production lines that cabinets name, sorted."""
    query = select(Cabinet.line).where(Cabinet.line.is_not(None)).distinct().order_by(Cabinet.line)
    return [line for line in db.session.scalars(query) if line]
