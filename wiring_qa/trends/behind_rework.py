"""The fixes and rechecks behind a figure, and what escaped, a page at a time."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy import Select, func, literal, select, union_all

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.complaints.models import Complaint
from wiring_qa.core.db import AnyRow, db
from wiring_qa.core.i18n import when
from wiring_qa.core.pages import page_of
from wiring_qa.findings.kinds import Origin
from wiring_qa.findings.models import Finding, Fix, Recheck
from wiring_qa.people.models import Person
from wiring_qa.tables.models import WiringTable
from wiring_qa.trends import selections
from wiring_qa.trends.behind import Behind, cabinet_text
from wiring_qa.trends.figures.complained import complaints
from wiring_qa.trends.figures.times import made
from wiring_qa.trends.filters import Filters
from wiring_qa.trends.shown import Row, lasted

_CABINET = (Cabinet.serial, Cabinet.code, WiringTable.model, WiringTable.revision)
_WHAT = (Finding.number, Finding.kind, Finding.device)


def fixes(filters: Filters, number: int) -> Behind:
    """List the fixes made in a view's period, those that were waited for longest first."""
    page = page_of(_named(made(Fix, filters, *_WHAT, Fix.waited_s, Fix.at), Fix), number)
    head = (_("Cabinet"), _("Finding"), _("Fixed"), _("After"))
    return Behind(_("Fixes behind the figure"), head, [_row(each) for each in page.items], page)


def rechecks(filters: Filters, number: int) -> Behind:
    """List the rechecks made in a view's period, those that failed first."""
    query = _named(made(Recheck, filters, *_WHAT, Recheck.waited_s, Recheck.at, Recheck.passed), Recheck)
    page = page_of(query, number)
    failed = db.session.scalar(made(Recheck, filters, func.count()).where(Recheck.passed.is_(False)))
    head = (_("Cabinet"), _("Finding"), _("Rechecked"), _("After"), _("Result"))
    rows = [_row(each, _("passed") if each.passed else _("failed")) for each in page.items]
    return Behind(_("Rechecks behind the figure"), head, rows, page, _("%(failed)s failed", failed=failed))


def _named(query: Select[Any], table: type[Fix | Recheck]) -> Select[Any]:
    first = [Recheck.passed] if table is Recheck else []
    return (
        query.add_columns(*_CABINET, Person.name)
        .join(Finding, Finding.id == table.finding_id)
        .join(Cabinet, Cabinet.id == Finding.cabinet_id)
        .join(WiringTable, WiringTable.id == Cabinet.table_id)
        .join(Person, Person.id == table.by_id)
        .order_by(*first, table.waited_s.desc(), table.id)
    )


def _row(each: AnyRow, *more: str) -> Row:
    cells = (
        *(
            cabinet_text(each),
            _finding(each),
            f"{each.name}, {when(each.at)}",
            lasted(timedelta(seconds=each.waited_s)),
        ),
        *more,
    )
    return Row(cells, url_for("records.record", code=each.code, show="findings"))


def _finding(each: AnyRow) -> str:
    said = f"{_('No. %(number)s', number=each.number)} · {each.kind.label}"
    return f"{said}, {each.device}" if each.device else said


def escapes(filters: Filters, number: int) -> Behind:
    """List what escaped in a view's period, of the spot check and of complaints, the newest first."""
    found = selections.findings(
        *(replace(filters, origin=Origin.SPOT_CHECK.value), *_CABINET, *_WHAT, Finding.at, Finding.by_id),
        literal(False).label("is_complaint"),
        needs=(Cabinet, WiringTable),
    )
    told = complaints(
        *(filters, *_CABINET, Complaint.number, Complaint.kind, literal("").label("device")),
        *(Complaint.at, Complaint.by_id, literal(True).label("is_complaint")),
    ).where(*selections.within(Complaint.at, filters))
    both = union_all(found, told).subquery()
    query = (
        select(both, Person.name)
        .join(Person, Person.id == both.c.by_id)
        .order_by(both.c.at.desc(), both.c.code, both.c.number)
    )
    page = page_of(query, number)
    head = (_("Cabinet"), _("Found by"), _("Kind"), _("Recorded"))
    return Behind(_("Escapes"), head, [_escape(each) for each in page.items], page)


def _escape(each: AnyRow) -> Row:
    by = _("Complaint") if each.is_complaint else _("Spot check")
    href = (
        url_for("complaints.complaint", code=each.code, number=each.number)
        if each.is_complaint
        else url_for("records.record", code=each.code, show="findings")
    )
    return Row((cabinet_text(each), by, _finding(each), f"{each.name}, {when(each.at)}"), href)
