"""The figures by the names that they have in addresses."""

from collections.abc import Callable, Mapping
from functools import partial

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
from wiring_qa.trends.filters import Filters
from wiring_qa.trends.shown import Shown


def _drawing(filters: Filters) -> Shown | None:
    found = on_drawing(filters)
    return found.shown if found else None


FIGURES: Mapping[str, Callable[[Filters], Shown | None]] = {
    "weekly": weekly,
    "first-pass": first_pass,
    **{f"pareto-{by.value}": partial(pareto, by=by) for by in By},
    "heat": heat,
    "ages": ages,
    "times": times,
    "rechecks": rechecks,
    "tools": tools,
    "sizes": sizes,
    "escapes": escapes,
    "drawing": _drawing,
}
