"""The rows of a view, as queries: what the figures count and the lists show."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import CTE, ColumnElement, Select, exists, literal, or_, select, union_all

from wiring_qa.cabinets.models import Cabinet, CabinetWirer
from wiring_qa.checks.tallies import CachedFirstChecks
from wiring_qa.core.db import Base
from wiring_qa.core.i18n import midnight
from wiring_qa.core.types import UtcDateTime
from wiring_qa.findings.kinds import FindingState, Kind, Origin
from wiring_qa.findings.models import Finding
from wiring_qa.people.models import Person
from wiring_qa.tables.models import Wire, WiringTable
from wiring_qa.tightening.tallies import CachedSpotChecks
from wiring_qa.trends.filters import UNKNOWN, Filters

Table = type[Base]


def findings(filters: Filters, *columns: Any, dated: bool = True, needs: Iterable[Table] = ()) -> Select[Any]:
    """Select a view's findings, those raised in its period or all; what was taken back is none.

    ``needs`` are `Cabinet`, `WiringTable` and `Wire` where the columns or further conditions need them: what
    nothing needs is not joined.
    """
    wanted: set[Table] = {*needs}
    if filters.category:
        wanted.add(Wire)
    query = select(*columns).select_from(Finding)
    query = _with_cabinets(query, Finding.cabinet_id, filters, wanted)
    if Wire in wanted:
        query = query.outerjoin(Wire, Wire.id == Finding.wire_id)
    query = query.where(Finding.cached_state != FindingState.TAKEN_BACK)
    if dated:
        query = query.where(*within(Finding.at, filters))
    if filters.category:
        query = query.where(_is(Wire.category, filters.category))
    if filters.kind:
        query = query.where(Finding.kind == Kind(filters.kind))
    if filters.device:
        query = query.where(_is(Finding.device, filters.device))
    if filters.origin:
        query = query.where(Finding.origin == Origin(filters.origin))
    if filters.inspector:
        query = query.where(Finding.by_id == person(filters.inspector))
    return query


def first_checks(filters: Filters, *columns: Any, needs: Iterable[Table] = ()) -> Select[Any]:
    """Select the tallies of the rows that were first checked in a view's period."""
    return _tallies(CachedFirstChecks, filters, needs, *columns)


def spot_checks(filters: Filters, *columns: Any, needs: Iterable[Table] = ()) -> Select[Any]:
    """Select the tallies of the terminations that were spot-checked in a view's period."""
    return _tallies(CachedSpotChecks, filters, needs, *columns)


def _tallies(table: Any, filters: Filters, needs: Iterable[Table], *columns: Any) -> Select[Any]:
    query = _with_cabinets(select(*columns).select_from(table), table.cabinet_id, filters, {*needs})
    query = query.where(table.day >= filters.period.start, table.day < filters.period.end)
    if filters.category:
        query = query.where(table.category == filters.category)
    if filters.inspector:
        query = query.where(table.by_id == person(filters.inspector))
    return query


def inspected_cabinets(filters: Filters, *columns: Any, dated: bool = True) -> Select[Any]:
    """Select the cabinets whose first inspection was done in a view's period, or at any time.

    An inspector narrows them to those of which they first checked a row.
    """
    query = of_cabinets(filters, *columns)
    if dated:
        query = query.where(*within(Cabinet.cached_inspected_at, filters))
    if filters.inspector:
        theirs = CachedFirstChecks.by_id == person(filters.inspector)
        query = query.where(exists().where(CachedFirstChecks.cabinet_id == Cabinet.id, theirs))
    return query


def of_cabinets(filters: Filters, *columns: Any) -> Select[Any]:
    """Select the cabinets of a view, with their wiring tables, whatever its period."""
    query = select(*columns).select_from(Cabinet).join(WiringTable, WiringTable.id == Cabinet.table_id)
    return query.where(*_cabinets(filters))


def _with_cabinets(query: Select[Any], cabinet_id: Any, filters: Filters, wanted: set[Table]) -> Select[Any]:
    conditions = _cabinets(filters)
    if conditions or wanted & {Cabinet, WiringTable}:
        query = query.join(Cabinet, Cabinet.id == cabinet_id)
    if filters.model or WiringTable in wanted:
        query = query.join(WiringTable, WiringTable.id == Cabinet.table_id)
    return query.where(*conditions)


def has_findings() -> ColumnElement[bool]:
    """Tell whether a cabinet's first inspection raised a finding."""
    return exists().where(
        Finding.cabinet_id == Cabinet.id,
        Finding.position <= Cabinet.cached_inspected_position,
        Finding.cached_state != FindingState.TAKEN_BACK,
    )


def within(moment: Any, filters: Filters) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Return the conditions for a moment to lie in a view's period, by the plant's time zone."""
    return moment >= midnight(filters.period.start), moment < midnight(filters.period.end)


def buckets_of(filters: Filters) -> CTE:
    """Return a view's buckets as a table: each its place from 0, ``start`` and ``end``.

    Joined to moments, it has the engine look each bucket up in their index. They fill the period; with its
    own bounds as a condition beside theirs, SQLite looks the whole period through for each bucket.
    """
    rows = [
        select(
            literal(place).label("place"),
            literal(midnight(bucket.start), UtcDateTime).label("start"),
            literal(midnight(bucket.end), UtcDateTime).label("end"),
        )
        for place, bucket in enumerate(filters.period.buckets)
    ]
    return union_all(*rows).cte("buckets")


def person(name: str) -> Any:
    """Return the id of the person of a name."""
    return select(Person.id).where(Person.name == name).scalar_subquery()


def _cabinets(filters: Filters) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if filters.model:
        found.append(WiringTable.model == filters.model)
    if filters.line:
        found.append(_is(Cabinet.line, filters.line))
    if filters.wirer:
        wired = exists().where(CabinetWirer.cabinet_id == Cabinet.id)
        theirs = CabinetWirer.person_id == person(filters.wirer)
        found.append(~wired if filters.wirer == UNKNOWN else wired.where(theirs))
    return found


def _is(column: Any, value: str) -> ColumnElement[bool]:
    """Return the condition for a column to have a value, or none."""
    return or_(column.is_(None), column == "") if value == UNKNOWN else column == value
