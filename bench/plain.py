"""The figures in the plainest SQL that answers the same, for one period without filters."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, text

from wiring_qa.trends.charts.escapes import escapes
from wiring_qa.trends.charts.first_pass import first_pass
from wiring_qa.trends.charts.flow import ages, times
from wiring_qa.trends.charts.heat import heat
from wiring_qa.trends.charts.pareto import pareto
from wiring_qa.trends.charts.tried import tools
from wiring_qa.trends.charts.weekly import weekly
from wiring_qa.trends.filters import Filters
from wiring_qa.trends.shown import Shown

FIGURES: Mapping[str, Callable[[Filters], Shown]] = {
    "weekly": weekly,
    "first-pass": first_pass,
    "pareto-kind": pareto,
    "heat": heat,
    "ages": ages,
    "times": times,
    "tools": tools,
    "escapes": escapes,
}
_LIVE = "FROM findings WHERE cached_state != 'taken_back' AND at >= :start AND at < :end"
_WHOLE_TIMES = (
    "SELECT waited_s FROM fixes WHERE at >= :start AND at < :end",
    "SELECT waited_s, passed FROM rechecks WHERE at >= :start AND at < :end",
)
PLAIN: Mapping[str, Sequence[str]] = {
    "weekly": (
        "SELECT day, sum(rows) FROM cached_first_checks WHERE day >= :first AND day < :last GROUP BY day",
        "SELECT count(DISTINCT cabinet_id) FROM cached_first_checks WHERE day >= :first AND day < :last",
        f"SELECT at {_LIVE}",
    ),
    "first-pass": (
        (
            "SELECT cached_inspected_at, EXISTS (SELECT 1 FROM findings f WHERE f.cabinet_id = c.id AND"
            " f.position <= c.cached_inspected_position AND f.cached_state != 'taken_back')"
            " FROM cabinets c WHERE cached_inspected_at >= :start AND cached_inspected_at < :end"
        ),
    ),
    "pareto-kind": (f"SELECT kind, count(*) {_LIVE} GROUP BY kind",),
    "heat": (
        (
            "SELECT f.kind, w.category, count(*) FROM findings f LEFT JOIN wires w ON w.id = f.wire_id"
            " WHERE f.cached_state != 'taken_back' AND f.at >= :start AND f.at < :end"
            " GROUP BY f.kind, w.category"
        ),
    ),
    "ages": ("SELECT at FROM findings WHERE cached_state IN ('open', 'fixed')",),
    # the chart shows the period before beside the period
    "times": _WHOLE_TIMES * 2,
    "tools": (
        (
            "SELECT tool, setting, sum(tried), sum(moved) FROM cached_spot_checks"
            " WHERE day >= :first AND day < :last GROUP BY tool, setting"
        ),
    ),
    "escapes": (
        f"SELECT at {_LIVE} AND origin = 'spot_check'",
        "SELECT at FROM complaints WHERE at >= :start AND at < :end",
    ),
}


def ask(connection: Connection, name: str, values: Mapping[str, Any]) -> None:
    """Run the plain statements of a figure and fetch all that they find."""
    for statement in PLAIN[name]:
        wanted = {key: value for key, value in values.items() if f":{key}" in statement}
        connection.execute(text(statement), wanted).all()
