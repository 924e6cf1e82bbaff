"""What a view of the trends is narrowed to; it stands in the address, so that a view can be shared."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from flask import url_for

from wiring_qa.core.clock import now
from wiring_qa.core.i18n import local
from wiring_qa.findings.kinds import Kind, Origin
from wiring_qa.trends.periods import Period, Span, day_of, own_period, period_of

USUAL = Span.WEEKS_13
UNKNOWN = "-"
"""Narrows a view to what has no category, device, line or wirer."""


@dataclass(frozen=True)
class Filters:
    """A period and what else a view is narrowed to; blank means everything, `UNKNOWN` what has none."""

    period: Period
    model: str = ""
    line: str = ""
    wirer: str = ""
    inspector: str = ""
    category: str = ""
    kind: str = ""
    device: str = ""
    origin: str = ""

    @property
    def before(self) -> "Filters":
        """The same view of the period before."""
        return replace(self, period=self.period.before)

    @property
    def narrowed(self) -> dict[str, str]:
        """What the view is narrowed to beside its period."""
        names = (field.name for field in fields(self) if field.name != "period")
        return {name: value for name in names if (value := getattr(self, name))}

    def url(self, endpoint: str, bucket: Period | None = None, /, **changes: Any) -> str:
        """Return the address of a page in this view, or in one of its buckets, with some of it changed."""
        parts = {**(bucket or self.period).address, **self.narrowed, **changes}
        return url_for(endpoint, **{name: value for name, value in parts.items() if value not in ("", None)})


def filters_of(arguments: Mapping[str, str], usual: Span = USUAL) -> Filters:
    """Read a view from an address; what is not understood is taken for everything, or for the usual."""
    said = {name: value.strip() for name, value in arguments.items()}
    names = [field.name for field in fields(Filters) if field.name != "period"]
    narrowed = {name: said.get(name, "") for name in names}
    if narrowed["kind"] not in set(Kind):
        narrowed["kind"] = ""
    if narrowed["origin"] not in set(Origin):
        narrowed["origin"] = ""
    return Filters(_period(said, usual), **narrowed)


def _period(said: Mapping[str, str], usual: Span) -> Period:
    first, last = day_of(said.get("from", "")), day_of(said.get("to", ""))
    if first and last:
        return own_period(first, last)
    span = said.get("span", "")
    known = Span(span) if span in set(Span) and span != Span.OWN else usual
    return period_of(known, day_of(said.get("until", "")) or today())


def today() -> date:
    """Return the day that it is in the plant."""
    return local(now()).date()
