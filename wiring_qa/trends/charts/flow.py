"""How long findings stay open: those that are open now by their age, and the times of those of the period."""

from collections.abc import Sequence
from datetime import timedelta

from flask_babel import gettext as _, ngettext

from wiring_qa.core.i18n import number
from wiring_qa.trends.figures.times import AGES, Times, open_by_age, times_of
from wiring_qa.trends.filters import Filters
from wiring_qa.trends.picture import Item
from wiring_qa.trends.shapes import lying, standing
from wiring_qa.trends.shown import Row, Shown, lasted, percent
from wiring_qa.trends.spread import Spread


def ages(filters: Filters) -> Shown:
    """Show the findings that are not settled now, by their age."""
    counts = open_by_age(filters)
    names = _age_names()
    hrefs = [filters.url("trends.open_ones", age=place) for place in range(len(names))]
    items = [
        Item(name, f"{name}: {number(count)}", href)
        for name, count, href in zip(names, counts, hrefs, strict=True)
    ]
    return Shown(
        "ages",
        _("Open now, by age"),
        _("Findings that are not fixed, or fixed and not rechecked, by the time since they were raised."),
        (_("Age"), _("Findings")),
        [
            Row((name, count), href if count else "")
            for name, count, href in zip(names, counts, hrefs, strict=True)
        ],
        standing(items, [float(count) for count in counts], number) if any(counts) else None,
        "" if any(counts) else _("Nothing is open."),
    )


def _age_names() -> list[str]:
    ends = [age.days for age in AGES]
    up_to = [ngettext("up to %(num)d day", "up to %(num)d days", each) for each in ends]
    return [*map(str, up_to), str(_("over %(days)s days", days=ends[-1]))]


def times(filters: Filters) -> Shown:
    """Show the median and 90th percentile of the times to fix and to recheck, beside the period before."""
    now, before = times_of(filters), times_of(filters.before)
    fixes, rechecks = "trends.fixes", "trends.rechecks"
    spans: Sequence[tuple[str, Spread | None, str]] = (
        (_("Finding to fix"), now.to_fix, filters.url(fixes)),
        (_("Finding to fix, before"), before.to_fix, filters.before.url(fixes)),
        (_("Fix to recheck"), now.to_recheck, filters.url(rechecks)),
        (_("Fix to recheck, before"), before.to_recheck, filters.before.url(rechecks)),
    )
    known = [(name, spread, href) for name, spread, href in spans if spread]
    items = [Item(name, _says(name, spread), href) for name, spread, href in known]
    hours = [spread.median.total_seconds() / 3600 for _name, spread, _href in known]
    most = max(hours, default=0.0)
    return Shown(
        "times",
        _("How long findings last"),
        _(
            "Of the fixes and rechecks made in the period: how long the finding had been open, since it was "
            "raised or a recheck had failed, and how long the fix had waited. Half took no longer than the "
            "median, nine in ten no longer than the second time."
        )
        + " "
        + _rechecks(now),
        (_("From … to"), _("Times"), _("Median (h)"), _("9 in 10 (h)")),
        [
            Row((name, spread.count, _hours(spread.median), _hours(spread.p90)), href)
            for name, spread, href in known
        ],
        lying(items, hours, lambda value: _short(value, most)) if known else None,
        "" if known else _("Nothing was fixed in this period."),
    )


def _says(name: str, spread: Spread) -> str:
    half, most = lasted(spread.median), lasted(spread.p90)
    return str(_("%(name)s: median %(half)s, nine in ten within %(most)s", name=name, half=half, most=most))


def _short(hours: float, most: float) -> str:
    return f"{number(round(hours * 60))} min" if most < 1 else f"{number(round(hours, 1))} h"


def _hours(time: timedelta) -> float:
    return round(time.total_seconds() / 3600, 2)


def _rechecks(found: Times) -> str:
    said = _(
        "Rechecks that failed, and opened their finding again: %(failed)s of %(count)s (%(share)s).",
        failed=found.failed,
        count=found.rechecks,
        share=percent(found.failure_rate),
    )
    return str(said)
