"""What findings have most often in common: bars, and the line of their shares added up."""

from itertools import accumulate

from flask_babel import gettext as _

from wiring_qa.core.i18n import number
from wiring_qa.findings.kinds import Kind
from wiring_qa.tables.queries import category_names
from wiring_qa.trends.figures.counts import By, counts
from wiring_qa.trends.filters import UNKNOWN, Filters
from wiring_qa.trends.picture import Item
from wiring_qa.trends.shapes import lying
from wiring_qa.trends.shown import Row, Shown, percent

MOST = 15
"""How many bars are drawn; the table has all."""


def pareto(filters: Filters, by: By = By.KIND) -> Shown:
    """Show findings by kind, category, device, model, line, wirer or inspector."""
    found = counts(filters, by)
    total = sum(count for _value, count in found)
    shares = [added / total for added in accumulate(count for _value, count in found)]
    names = names_of(by)
    rows, items = [], []
    for (value, count), share in zip(found, shares, strict=True):
        name = names.get(value, value) or str(_("not known"))
        href = filters.url("trends.findings", **{by.value: value or UNKNOWN})
        rows.append(Row((name, count, round(100 * count / total, 1), round(100 * share, 1)), href))
        items.append(Item(name, _says(name, count, share), href))
    values = [float(count) for _value, count in found[:MOST]]
    return Shown(
        f"pareto-{by.value}",
        _("Findings by: %(what)s", what=str(by.label)),
        _("The most frequent first; the line adds their shares up to all findings.")
        + (" " + _("A finding counts for each wirer of its cabinet.") if by is By.WIRER else ""),
        (str(by.label), _("Findings"), _("Share (%)"), _("Share added up (%)")),
        rows,
        lying(items[:MOST], values, number, shares[:MOST]) if found else None,
        "" if found else _("There are no findings in this view."),
    )


def _says(name: str, count: int, share: float) -> str:
    said = _(
        "%(name)s: %(count)s, with those before it %(share)s",
        name=name,
        count=number(count),
        share=percent(share),
    )
    return str(said)


def names_of(by: By) -> dict[str, str]:
    """Return how values are called where they are codes."""
    if by is By.KIND:
        return {kind.value: str(kind.label) for kind in Kind}
    return category_names() if by is By.CATEGORY else {}
