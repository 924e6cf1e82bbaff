"""The share of rechecks that failed, over time."""

from flask_babel import gettext as _, ngettext

from wiring_qa.trends.figures.rechecked import FEWEST, Rechecked, rechecked
from wiring_qa.trends.filters import Filters
from wiring_qa.trends.periods import Period
from wiring_qa.trends.picture import Item
from wiring_qa.trends.shapes import standing
from wiring_qa.trends.shown import Row, Shown, day_name, days, hundredths, percent


def rechecks(filters: Filters) -> Shown:
    """Show the share of the rechecks that failed, week by week, with the findings that they opened again."""
    found = list(zip(filters.period.buckets, rechecked(filters), strict=True))
    hrefs = [filters.url("trends.rechecks", bucket) for bucket, _each in found]
    items = [
        Item(day_name(bucket), _says(bucket, each), href)
        for (bucket, each), href in zip(found, hrefs, strict=True)
    ]
    shares = [None if each.share is None else 100 * each.share for _bucket, each in found]
    count = sum(each.rechecks for _bucket, each in found)
    return Shown(
        "rechecks",
        _("Rechecks that failed"),
        _("Of the rechecks made in a week, the share that failed; each opened its finding again."),
        (_("Beginning"), _("Rechecks"), _("Failed"), _("Share (%)"), _("Findings opened again")),
        [
            Row(
                (bucket.start.isoformat(), each.rechecks, each.failed, hundredths(each.share), each.reopened),
                href,
            )
            for (bucket, each), href in zip(found, hrefs, strict=True)
        ],
        standing(items, shares, lambda value: f"{value:.0f} %", most=100) if count else None,
        _note(count),
    )


def _says(bucket: Period, each: Rechecked) -> str:
    said = _(
        "%(days)s: %(failed)s of %(count)s rechecks failed, %(share)s",
        days=days(bucket),
        failed=each.failed,
        count=each.rechecks,
        share=percent(each.share),
    )
    return str(said)


def _note(count: int) -> str:
    if not count:
        return str(_("Nothing was rechecked in this period."))
    if count < FEWEST:
        few = ngettext(
            "Only %(num)d recheck: a share of so few says little.",
            "Only %(num)d rechecks: a share of so few says little.",
            count,
        )
        return str(few)
    return ""
