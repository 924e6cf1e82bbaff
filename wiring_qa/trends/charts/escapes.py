"""Faults that were found after the step that should have caught them."""

from dataclasses import replace

from flask_babel import gettext as _

from wiring_qa.core.i18n import number
from wiring_qa.findings.kinds import Origin
from wiring_qa.trends.figures.rates import raised
from wiring_qa.trends.filters import Filters
from wiring_qa.trends.picture import Item
from wiring_qa.trends.shapes import standing
from wiring_qa.trends.shown import Row, Shown, day_name, days


def escapes(filters: Filters) -> Shown:
    """Show the faults that only the spot check found, week by week."""
    late = replace(filters, origin=Origin.SPOT_CHECK.value)
    counts, buckets = raised(late), filters.period.buckets
    items = [
        Item(day_name(bucket), f"{days(bucket)}: {number(count)}", late.url("trends.findings", bucket))
        for bucket, count in zip(buckets, counts, strict=True)
    ]
    return Shown(
        "escapes",
        _("Escapes"),
        _("Faults that the inspection or the tightening should have caught, and that the spot check found."),
        (_("Beginning"), _("Found at the spot check")),
        [
            Row((bucket.start.isoformat(), count), late.url("trends.findings", bucket) if count else "")
            for bucket, count in zip(buckets, counts, strict=True)
        ],
        standing(items, [float(count) for count in counts], number) if any(counts) else None,
        "" if any(counts) else _("Nothing escaped in this period."),
    )
