"""Faults that were found after the step that should have caught them."""

from dataclasses import replace

from flask_babel import gettext as _

from wiring_qa.core.i18n import number
from wiring_qa.findings.kinds import Origin
from wiring_qa.trends.figures.complained import complained
from wiring_qa.trends.figures.rates import raised
from wiring_qa.trends.filters import Filters
from wiring_qa.trends.periods import Period
from wiring_qa.trends.picture import Item
from wiring_qa.trends.shapes import standing
from wiring_qa.trends.shown import Row, Shown, day_name, days


def escapes(filters: Filters) -> Shown:
    """Show the faults that only the spot check or the customer found, week by week."""
    late = replace(filters, origin=Origin.SPOT_CHECK.value)
    buckets = filters.period.buckets
    counts = list(zip(buckets, raised(late), complained(filters), strict=True))
    hrefs = [filters.url("trends.escapes", bucket) for bucket, _tried, _told in counts]
    items = [
        Item(
            day_name(bucket),
            _says(bucket, tried, told),
            href,
        )
        for (bucket, tried, told), href in zip(counts, hrefs, strict=True)
    ]
    sums = [float(tried + told) for _bucket, tried, told in counts]
    return Shown(
        "escapes",
        _("Escapes"),
        _(
            "Faults that were found after the step that should have caught them: those that the spot check "
            "found, and complaints, but for those judged to be of after the release."
        ),
        (_("Beginning"), _("Found at the spot check"), _("Complaints")),
        [
            Row((bucket.start.isoformat(), tried, told), href if tried or told else "")
            for (bucket, tried, told), href in zip(counts, hrefs, strict=True)
        ],
        standing(items, sums, number) if any(sums) else None,
        _note(filters, any_escaped=any(sums)),
    )


def _note(filters: Filters, *, any_escaped: bool) -> str:
    if not any_escaped:
        return str(_("Nothing escaped in this period."))
    return str(_("Complaints name no inspector: all are counted.")) if filters.inspector else ""


def _says(bucket: Period, tried: int, told: int) -> str:
    found = _("%(tried)s at the spot check, %(told)s complaints", tried=tried, told=told)
    return f"{days(bucket)}: {found}"
