"""Spot checks that moved, by tool and setting and by cross-section."""

from flask_babel import gettext as _

from wiring_qa.core.i18n import number
from wiring_qa.trends.figures.tried import Of, Tried, tried_by
from wiring_qa.trends.filters import Filters
from wiring_qa.trends.picture import Item
from wiring_qa.trends.shapes import lying
from wiring_qa.trends.shown import Row, Shown, percent

FEWEST = 30
"""Terminations below which a share that moved says little."""
MOST = 15


def tools(filters: Filters) -> Shown:
    """Show the spot checks by the tool and setting that were confirmed for the group."""
    return _shown(filters, Of.TOOL, "tools", _("Spot checks that moved, by tool and setting"))


def sizes(filters: Filters) -> Shown:
    """Show the spot checks by cross-section."""
    return _shown(filters, Of.SIZE, "sizes", _("Spot checks that moved, by cross-section"))


def _shown(filters: Filters, of: Of, name: str, title: str) -> Shown:
    found = tried_by(filters, of)
    hrefs = [filters.url("trends.spot_checks", **_narrowed(each, of)) for each in found]
    names = [_name(each, of) for each in found]
    items = [
        Item(
            label,
            _(
                "%(name)s: %(moved)s of %(tried)s terminations moved, %(share)s",
                name=label,
                moved=number(each.moved),
                tried=number(each.tried),
                share=percent(each.share),
            ),
            href,
        )
        for label, each, href in zip(names, found, hrefs, strict=True)
    ]
    shares = [100 * each.share for each in found]
    is_small = 0 < sum(each.tried for each in found) < FEWEST
    what = _("Tool and setting") if of is Of.TOOL else _("Cross-section")
    few = _("Fewer than %(least)s terminations: shares of so few say little.", least=FEWEST)
    none = "" if found else _("No row was spot-checked in this period.")
    return Shown(
        name,
        title,
        _(
            "Terminations tried after the tightening, and how many of them moved; a row has two. "
            "Tool and setting are those last confirmed for the group at that end."
        ),
        (what, _("Tried"), _("Moved"), _("Share (%)")),
        [
            Row((label, each.tried, each.moved, round(100 * each.share, 1)), href)
            for label, each, href in zip(names, found, hrefs, strict=True)
        ],
        lying(items[:MOST], shares[:MOST], lambda value: f"{number(round(value, 1))} %") if found else None,
        few if is_small else none,
    )


def _name(each: Tried, of: Of) -> str:
    if of is Of.SIZE:
        return f"{each.key[0]} mm²" if each.key[0] else str(_("not known"))
    return " · ".join(filter(None, each.key)) or str(_("not known"))


def _narrowed(each: Tried, of: Of) -> dict[str, str]:
    # a blank is a value here: what nobody said
    if of is Of.SIZE:
        return {"size": each.key[0] or "-"}
    return {"tool": each.key[0] or "-", "setting": each.key[1] or "-"}
