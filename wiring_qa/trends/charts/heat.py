"""Kinds by categories, as a heat map."""

from collections import Counter

from flask_babel import gettext as _

from wiring_qa.findings.kinds import Kind
from wiring_qa.tables.queries import category_names
from wiring_qa.trends.figures.counts import kinds_by_category
from wiring_qa.trends.filters import UNKNOWN, Filters
from wiring_qa.trends.picture import Item
from wiring_qa.trends.shapes import cells
from wiring_qa.trends.shown import Row, Shown


def heat(filters: Filters) -> Shown:
    """Show how many findings of each kind were on wires of each category."""
    found = kinds_by_category(filters)
    names = category_names()
    kinds, categories = _by_count(found, 0), _by_count(found, 1)
    titles = [names.get(each, each) or str(_("no row")) for each in categories]
    items = {}
    for (kind, category), count in found.items():
        name = titles[categories.index(category)]
        href = filters.url("trends.findings", kind=kind, category=category or UNKNOWN)
        item = Item(name, f"{Kind(kind).label}, {name}: {count}", href)
        items[kinds.index(kind), categories.index(category)] = (item, count)
    labels = [str(Kind(kind).label) for kind in kinds]
    return Shown(
        "heat",
        _("Kinds by category"),
        _("How many findings of each kind were on wires of each category; the darker, the more."),
        (_("Kind"), *titles),
        [
            Row(
                (label, *(found[kind, each] for each in categories)),
                filters.url("trends.findings", kind=kind),
            )
            for kind, label in zip(kinds, labels, strict=True)
        ],
        cells(labels, titles, items) if found else None,
        "" if found else _("There are no findings in this view."),
    )


def _by_count(found: Counter[tuple[str, str]], place: int) -> list[str]:
    counts: Counter[str] = Counter()
    for key, count in found.items():
        counts[key[place]] += count
    return [name for name, _count in sorted(counts.items(), key=lambda each: (-each[1], each[0]))]
