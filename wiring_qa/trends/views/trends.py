"""The page of the trends."""

from flask import render_template, request

from wiring_qa.core import clock
from wiring_qa.findings.kinds import Kind
from wiring_qa.tables.queries import category_names
from wiring_qa.trends.behind import choices
from wiring_qa.trends.charts.escapes import escapes
from wiring_qa.trends.charts.first_pass import first_pass
from wiring_qa.trends.charts.flow import ages, times
from wiring_qa.trends.charts.heat import heat
from wiring_qa.trends.charts.on_drawing import on_drawing
from wiring_qa.trends.charts.pareto import pareto
from wiring_qa.trends.charts.rechecks import rechecks
from wiring_qa.trends.charts.tried import sizes, tools
from wiring_qa.trends.charts.weekly import weekly
from wiring_qa.trends.figures.counts import By
from wiring_qa.trends.filters import filters_of
from wiring_qa.trends.glances import glance
from wiring_qa.trends.periods import Span
from wiring_qa.trends.shown import decimal, percent
from wiring_qa.trends.views.blueprint import blueprint


@blueprint.get("/trends")
def trends() -> str:
    """Show the figures of a period beside those of the one before."""
    filters = filters_of(request.args)
    wanted = request.args.get("by", "")
    by = By(wanted) if wanted in set(By) else By.KIND
    now = glance(filters)
    return render_template(
        "trends/trends.html",
        filters=filters,
        at=clock.now(),
        now=now,
        before=glance(filters.before),
        flow=[weekly(filters, now.rates), first_pass(filters, now.passes)],
        pareto=pareto(filters, by),
        by=by,
        all_by=list(By),
        figures=[make(filters) for make in (heat, ages, times, rechecks, tools, sizes, escapes)],
        on_drawing=on_drawing(filters),
        choices={
            **choices(),
            "spans": [(span.value, span.label) for span in Span if span is not Span.OWN],
            "kinds": [(kind.value, kind.label) for kind in Kind],
            "categories": list(category_names().items()),
        },
        decimal=decimal,
        percent=percent,
    )
