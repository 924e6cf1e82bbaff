"""Findings per 1,000 rows over time, as a u-chart."""

from flask_babel import gettext as _, ngettext

from wiring_qa.core.i18n import number
from wiring_qa.trends.control_limits import Point
from wiring_qa.trends.figures.rates import FEWEST_CABINETS, Rates, rates
from wiring_qa.trends.filters import Filters
from wiring_qa.trends.periods import Period
from wiring_qa.trends.picture import Item, Picture
from wiring_qa.trends.shapes import over_time
from wiring_qa.trends.shown import Row, Shown, day_name, days, decimal

PER = 1000


def weekly(filters: Filters, found: Rates | None = None) -> Shown:
    """Show how many findings there were for every 1,000 rows, week by week; ``found`` is counted already."""
    found = found or rates(filters)
    buckets = filters.period.buckets
    return Shown(
        "weekly",
        _("Findings per 1,000 rows"),
        _(
            "Findings raised in a week, for every 1,000 rows that were checked for the first time in it. "
            "Limits: ū ± 3·√(ū/n), ISO 7870-2; run rules 1 to 4 of Nelson (1984)."
        ),
        (
            *(_("Beginning"), _("Findings"), _("Rows checked"), _("Per 1,000 rows"), _("DPMO")),
            *(_("Lower limit"), _("Upper limit"), _("Signals")),
        ),
        [_row(filters, bucket, point) for bucket, point in zip(buckets, found.chart.points, strict=True)],
        _picture(filters, found) if found.rows or found.findings else None,
        _note(found),
    )


def _row(filters: Filters, bucket: Period, point: Point) -> Row:
    dpmo = round(1_000_000 * point.rate) if point.rate is not None else None
    limits = (_thousand(point.rate), dpmo, _thousand(point.lower), _thousand(point.upper))
    signals = "; ".join(str(signal.label) for signal in point.signals)
    cells = (bucket.start.isoformat(), point.findings, point.rows, *limits, signals)
    return Row(cells, filters.url("trends.findings", bucket))


def _thousand(rate: float | None) -> float | None:
    return None if rate is None else round(PER * rate, 2)


def _picture(filters: Filters, found: Rates) -> Picture:
    points = found.chart.points
    items = [
        Item(
            day_name(bucket),
            _says(bucket, point),
            filters.url("trends.findings", bucket),
            is_signal=bool(point.signals),
        )
        for bucket, point in zip(filters.period.buckets, points, strict=True)
    ]
    values = {"rate": [_thousand(point.rate) for point in points]}
    if found.chart.has_limits:
        values["limit"] = [_thousand(point.upper) for point in points]
        values["limit lower"] = [_thousand(point.lower) for point in points]
    middle = _thousand(found.chart.middle) if found.chart.has_limits else None
    names = {"middle": f"ū {number(middle or 0)}", "limit": "ū + 3·√(ū/n)"}
    return over_time(items, values, number, joined=not found.are_few, level={"middle": middle}, names=names)


def _says(bucket: Period, point: Point) -> str:
    said = _(
        "%(days)s: %(rate)s per 1,000 rows, %(findings)s findings on %(rows)s rows",
        days=days(bucket),
        rate=decimal(_thousand(point.rate)),
        findings=number(point.findings),
        rows=number(point.rows),
    )
    return " · ".join([str(said), *(str(signal.label) for signal in point.signals)])


def _note(found: Rates) -> str:
    if not found.rows:
        return str(_("No row was checked for the first time in this period."))
    if found.are_few:
        few = ngettext(
            "Only %(num)d cabinet: no trend is drawn from fewer than %(least)s.",
            "Only %(num)d cabinets: no trend is drawn from fewer than %(least)s.",
            found.cabinets,
            least=FEWEST_CABINETS,
        )
        return str(few)
    if not found.chart.has_limits:
        return str(_("Too few weeks with checked rows to draw limits: at least eight are needed."))
    return ""
