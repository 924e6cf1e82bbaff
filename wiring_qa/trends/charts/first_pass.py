"""First-pass yield over time."""

from collections.abc import Sequence

from flask_babel import gettext as _, ngettext

from wiring_qa.trends.figures.first_pass import FEWEST, FirstPass, first_passes, summed
from wiring_qa.trends.filters import Filters
from wiring_qa.trends.periods import Period
from wiring_qa.trends.picture import Item
from wiring_qa.trends.shapes import standing
from wiring_qa.trends.shown import Row, Shown, day_name, days, hundredths, percent


def first_pass(filters: Filters, passes: Sequence[FirstPass] = ()) -> Shown:
    """Show the share of cabinets whose first inspection raised no finding, week by week.

    ``passes`` are counted already.
    """
    passes = passes or first_passes(filters)
    buckets = filters.period.buckets
    whole = summed(passes)
    items = [
        Item(day_name(bucket), _says(bucket, each), filters.url("trends.cabinets", bucket))
        for bucket, each in zip(buckets, passes, strict=True)
    ]
    values = [None if each.share is None else 100 * each.share for each in passes]
    return Shown(
        "first-pass",
        _("First-pass yield"),
        _("Of the cabinets whose first inspection was done in a week, the share that it found nothing on."),
        (_("Beginning"), _("Cabinets"), _("Without a finding"), _("Share (%)")),
        [
            Row(
                (bucket.start.isoformat(), each.cabinets, each.clean, hundredths(each.share)),
                filters.url("trends.cabinets", bucket),
            )
            for bucket, each in zip(buckets, passes, strict=True)
        ],
        standing(items, values, lambda value: f"{value:.0f} %", most=100) if whole.cabinets else None,
        _note(whole),
    )


def _says(bucket: Period, each: FirstPass) -> str:
    said = _(
        "%(days)s: %(clean)s of %(count)s cabinets, %(share)s",
        days=days(bucket),
        clean=each.clean,
        count=each.cabinets,
        share=percent(each.share),
    )
    return str(said)


def _note(whole: FirstPass) -> str:
    if not whole.cabinets:
        return str(_("No cabinet's first inspection was done in this period."))
    if whole.are_few:
        few = ngettext(
            "Only %(num)d cabinet: a share of so few says little.",
            "Only %(num)d cabinets: a share of so few says little.",
            whole.cabinets,
        )
        return str(few) + " " + str(_("At least %(least)s are needed.", least=FEWEST))
    return ""
