"""What stands behind a figure, a page at a time: findings, cabinets, rows, spot checks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import url_for
from flask_babel import gettext as _, ngettext
from sqlalchemy import Select, func

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.checks.tallies import CachedFirstChecks
from wiring_qa.core.db import AnyRow, db
from wiring_qa.core.i18n import when
from wiring_qa.core.pages import Page, page_of
from wiring_qa.findings.models import Finding
from wiring_qa.people.kinds import Role
from wiring_qa.people.models import Person
from wiring_qa.tables.drafts.originals import end_of
from wiring_qa.tables.models import Wire, WiringTable
from wiring_qa.tightening.tallies import CachedSpotChecks
from wiring_qa.trends import selections
from wiring_qa.trends.figures.times import open_findings
from wiring_qa.trends.filters import Filters
from wiring_qa.trends.shown import Row

_FINDING = (
    *(Finding.number, Finding.kind, Finding.end, Finding.device, Finding.at, Finding.cached_state),
    *(Cabinet.serial, Cabinet.code, WiringTable.model, WiringTable.revision, Person.name),
    *(Wire.number.label("wire_number"), Wire.sequence),
    *(Wire.from_device, Wire.from_terminal, Wire.to_device, Wire.to_terminal),
)
_NEEDS = (Cabinet, WiringTable, Wire)
_CABINET = (Cabinet.serial, Cabinet.code, WiringTable.model, WiringTable.revision)


@dataclass(frozen=True)
class Behind:
    """A list of what a figure counts: its heading, the names of its columns, the rows of one page.

    ``sums`` tells what its entries add up to, where they are not counted one by one.
    """

    title: str
    head: Sequence[str]
    rows: Sequence[Row]
    page: Page
    sums: str = ""


def findings(filters: Filters, number: int) -> Behind:
    """List the findings of a view, the newest first."""
    return _findings(
        selections.findings(filters, *_FINDING, needs=_NEEDS), _("Findings behind the figure"), number
    )


def open_ones(filters: Filters, number: int, age: int | None) -> Behind:
    """List the findings that are not settled, whenever they were raised, the newest first."""
    return _findings(open_findings(filters, *_FINDING, age=age, needs=_NEEDS), _("Findings open now"), number)


def _findings(query: Select[Any], title: str, number: int) -> Behind:
    named = query.join(Person, Person.id == Finding.by_id)
    page = page_of(named.order_by(Finding.at.desc(), Finding.id.desc()), number)
    head = (_("Cabinet"), _("Finding"), _("Wire"), _("State"), _("Raised"))
    return Behind(title, head, [_finding(each) for each in page.items], page)


def _finding(each: AnyRow) -> Row:
    what = f"{_('No. %(number)s', number=each.number)} · {each.kind.label}, {each.end.label}"
    wire = each.device or "–"
    if each.sequence:
        wire = f"{each.wire_number or each.sequence}: {end_of(each, 'from')} → {end_of(each, 'to')}"
    cells = (cabinet_text(each), what, wire, str(each.cached_state.label), f"{each.name}, {when(each.at)}")
    anchor = f"row-{each.sequence}" if each.sequence else None
    return Row(cells, url_for("records.record", code=each.code, show="findings", _anchor=anchor))


def cabinets(filters: Filters, number: int) -> Behind:
    """List the cabinets whose first inspection was done in a view's period, the newest first."""
    query = selections.inspected_cabinets(
        filters, *_CABINET, Cabinet.cached_inspected_at, selections.has_findings().label("has_findings")
    )
    page = page_of(query.order_by(Cabinet.cached_inspected_at.desc(), Cabinet.id), number)
    head = (_("Cabinet"), _("First inspection done"), _("First pass"))
    rows = [
        Row(
            (
                cabinet_text(each),
                when(each.cached_inspected_at),
                _("with findings") if each.has_findings else _("without a finding"),
            ),
            url_for("records.record", code=each.code, show="findings" if each.has_findings else None),
        )
        for each in page.items
    ]
    return Behind(_("Cabinets first inspected"), head, rows, page)


def rows(filters: Filters, number: int) -> Behind:
    """List by cabinet the rows that were first checked in a view's period, the most first."""
    count = func.sum(CachedFirstChecks.rows)
    columns = (*_CABINET, Person.name)
    query = (
        selections.first_checks(filters, *columns, count.label("rows"), needs=_NEEDS)
        .join(Person, Person.id == CachedFirstChecks.by_id)
        .group_by(Cabinet.id, *columns)
        .order_by(count.desc(), Cabinet.id)
    )
    page = page_of(query, number)
    head = (_("Cabinet"), _("Checked by"), _("Rows checked for the first time"))
    listed = [
        Row((cabinet_text(each), each.name, each.rows), url_for("records.record", code=each.code))
        for each in page.items
    ]
    total = db.session.scalar(selections.first_checks(filters, count)) or 0
    sums = str(ngettext("%(num)d row", "%(num)d rows", total))
    return Behind(_("Rows checked for the first time"), head, listed, page, sums)


def spot_checks(filters: Filters, number: int, narrowed: Mapping[str, str]) -> Behind:
    """List by cabinet the terminations that were spot-checked in a view's period, those that moved first.

    ``narrowed`` names a tool, a setting or a size; "-" stands for what nobody said.
    """
    tally = CachedSpotChecks
    key = (tally.day, tally.tool, tally.setting, tally.mm2)
    tried, moved = func.sum(tally.tried), func.sum(tally.moved)
    query = (
        selections.spot_checks(
            filters, *_CABINET, *key, Person.name, tried.label("tried"), moved.label("moved"), needs=_NEEDS
        )
        .join(Person, Person.id == tally.by_id)
        .group_by(Cabinet.id, *_CABINET, *key, Person.name)
        .order_by(moved.desc(), tally.day.desc(), Cabinet.id, *key[1:], Person.name)
    )
    only = [
        column == ("" if narrowed[name] == "-" else narrowed[name])
        for name, column in (("tool", tally.tool), ("setting", tally.setting), ("size", tally.mm2))
        if name in narrowed
    ]
    page = page_of(query.where(*only), number)
    ((all_tried, all_moved),) = db.session.execute(selections.spot_checks(filters, tried, moved).where(*only))
    head = (
        *(_("Cabinet"), _("Day"), _("Tool and setting"), _("Cross-section")),
        *(_("Tried by"), _("Tried"), _("Moved")),
    )
    sums = _("%(tried)s terminations tried, %(moved)s moved", tried=all_tried or 0, moved=all_moved or 0)
    listed = [_spot_check(each) for each in page.items]
    return Behind(_("Spot checks behind the figure"), head, listed, page, str(sums))


def _spot_check(each: AnyRow) -> Row:
    tool = " · ".join(filter(None, (each.tool, each.setting))) or _("not known")
    size = f"{each.mm2} mm²" if each.mm2 else _("not known")
    cells = (cabinet_text(each), each.day.isoformat(), tool, size, each.name, each.tried, each.moved)
    return Row(cells, url_for("records.record", code=each.code, _anchor="tightening"))


def cabinet_text(each: AnyRow) -> str:
    """Write a cabinet with the table that it is built to."""
    return f"{each.serial} · {each.model} {each.revision}"


def choices() -> dict[str, list[str]]:
    """Return the models, lines and people that a view can be narrowed to."""
    models = WiringTable.model
    return {
        "models": _names(models),
        "lines": _names(Cabinet.line),
        "wirers": _names(Person.name, Person.role == Role.WIRER),
        "inspectors": _names(Person.name, Person.role != Role.WIRER),
    }


def _names(column: Any, *conditions: Any) -> list[str]:
    query = db.select(column).where(column.is_not(None), *conditions).distinct().order_by(column)
    return list(db.session.scalars(query))
