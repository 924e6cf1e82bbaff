"""The lists behind the figures."""

from flask import render_template, request

from wiring_qa.core.sent import whole_number
from wiring_qa.trends import behind, behind_rework
from wiring_qa.trends.charts.pareto import names_of
from wiring_qa.trends.figures.counts import By
from wiring_qa.trends.filters import Filters, filters_of
from wiring_qa.trends.views.blueprint import blueprint


def _asked() -> tuple[Filters, int]:
    return filters_of(request.args), request.args.get("page", 1, type=int)


def _page(filters: Filters, listed: behind.Behind) -> str:
    names = {by.value: names_of(by) for by in (By.KIND, By.CATEGORY)}
    return render_template("trends/behind.html", filters=filters, listed=listed, names=names)


@blueprint.get("/trends/findings")
def findings() -> str:
    """Show the findings behind a figure."""
    filters, number = _asked()
    return _page(filters, behind.findings(filters, number))


@blueprint.get("/trends/open")
def open_ones() -> str:
    """Show the findings that are open now, of one age or all."""
    filters, number = _asked()
    age = request.args.get("age", type=whole_number)
    return _page(filters, behind.open_ones(filters, number, age if age is None else max(0, age)))


@blueprint.get("/trends/cabinets")
def cabinets() -> str:
    """Show the cabinets behind a first-pass yield."""
    filters, number = _asked()
    return _page(filters, behind.cabinets(filters, number))


@blueprint.get("/trends/rows")
def rows() -> str:
    """Show by cabinet the rows that were first checked."""
    filters, number = _asked()
    return _page(filters, behind.rows(filters, number))


@blueprint.get("/trends/spot-checks")
def spot_checks() -> str:
    """Show by cabinet the terminations that were spot-checked."""
    filters, number = _asked()
    names = ("tool", "setting", "size")
    said = {name: request.args[name] for name in names if name in request.args}
    return _page(filters, behind.spot_checks(filters, number, said))


@blueprint.get("/trends/fixes")
def fixes() -> str:
    """Show the fixes that were made in a view's period."""
    filters, number = _asked()
    return _page(filters, behind_rework.fixes(filters, number))


@blueprint.get("/trends/rechecks")
def rechecks() -> str:
    """Show the rechecks that were made in a view's period."""
    filters, number = _asked()
    return _page(filters, behind_rework.rechecks(filters, number))


@blueprint.get("/trends/escapes")
def escapes() -> str:
    """Show what the spot check and customers found."""
    filters, number = _asked()
    return _page(filters, behind_rework.escapes(filters, number))
