"""A figure as it is shown: its words, its table, its chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import flask_babel
from flask_babel import gettext as _

from wiring_qa.core.i18n import number
from wiring_qa.trends.periods import Period
from wiring_qa.trends.picture import Picture


@dataclass(frozen=True)
class Row:
    """A row of a figure's table: its cells, and the address of what is behind it."""

    cells: Sequence[Any]
    href: str = ""


@dataclass(frozen=True)
class Shown:
    """A figure: what it is called in addresses and in words, its definition, its numbers, its chart.

    ``note`` says what the numbers do not bear, being small.
    """

    name: str
    title: str
    about: str
    head: Sequence[str]
    rows: Sequence[Row]
    picture: Picture | None = None
    note: str = ""

    @property
    def table(self) -> list[Sequence[Any]]:
        """The table as it is exported: its head, then its rows."""
        return [self.head, *(row.cells for row in self.rows)]


def percent(share: float | None) -> str:
    """Write a share as a percentage, with one place."""
    return "–" if share is None else f"{number(round(100 * share, 1))} %"


def hundredths(share: float | None) -> float | None:
    """Return a share in hundredths, as a table has it."""
    return None if share is None else round(100 * share, 1)


def decimal(value: float | None) -> str:
    """Write a number with one place."""
    return "–" if value is None else number(round(value, 1))


def lasted(time: timedelta) -> str:
    """Write how long something took, in the unit that a person would use."""
    hours = time.total_seconds() / 3600
    if hours < 1:
        return str(_("%(count)s min", count=round(hours * 60)))
    if hours < 48:  # noqa: PLR2004  two days
        return str(_("%(count)s h", count=decimal(hours)))
    return str(_("%(count)s days", count=decimal(hours / 24)))


def day_name(period: Period) -> str:
    """Write the first day of a bucket as short as an axis wants it."""
    return str(flask_babel.format_date(period.start, "MM-dd"))


def days(period: Period) -> str:
    """Write a period's first and last day."""
    if period.start == period.last:
        return period.start.isoformat()
    return f"{period.start.isoformat()} – {period.last.isoformat()}"
