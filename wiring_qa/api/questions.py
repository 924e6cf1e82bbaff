"""What the API is asked and given: the definitions that validate, of which its description is made."""

from datetime import date, datetime
from typing import Annotated

from msgspec import Meta, Struct

from wiring_qa.cabinets.kinds import Stage
from wiring_qa.findings.kinds import FindingState, Kind
from wiring_qa.trends.periods import Span

Limit = Annotated[int, Meta(ge=1, le=200, description="How many items a page has at most.")]
Cursor = Annotated[
    str, Meta(max_length=200, description="Where the next page begins, as a page before said.")
]


class NewCabinet(Struct, forbid_unknown_fields=True):
    """A cabinet to add; the wiring table is named by model and revision."""

    serial: Annotated[str, Meta(min_length=1, max_length=80)]
    model: Annotated[str, Meta(min_length=1)]
    revision: Annotated[str, Meta(min_length=1)]
    order: str | None = None
    line: str | None = None
    wirers: list[str] = []


class NewWirers(Struct, forbid_unknown_fields=True):
    """All who wire a cabinet, by their names; nobody, to leave it to everyone."""

    wirers: list[str]


class NewComplaint(Struct, forbid_unknown_fields=True):
    """A complaint from the field; ``wires`` are numbers, ends (-K1:13) or rows (#12) with commas between."""

    kind: Kind
    words: Annotated[str, Meta(min_length=1, description="What the customer says.")]
    wires: str | None = None
    noticed_on: date | None = None
    reference: str | None = None


class NoQuery(Struct):
    """Nothing is asked beside the address."""


class CabinetQuery(Struct):
    """Which cabinets, and how many."""

    model: str = ""
    line: str = ""
    stage: Stage | None = None
    limit: Limit = 50
    cursor: Cursor = ""


class FindingQuery(Struct):
    """Which findings, and how many; raised from ``since`` on and before ``before``."""

    cabinet: str = ""
    state: FindingState | None = None
    kind: Kind | None = None
    since: datetime | None = None
    before: datetime | None = None
    limit: Limit = 50
    cursor: Cursor = ""


class FigureQuery(Struct, rename={"first": "from", "last": "to"}):
    """The view, as the address of the trends has it: a span up to a day, or from one day to another."""

    span: Span = Span.WEEKS_13
    until: date | None = None
    first: date | None = None
    last: date | None = None
    model: str = ""
    line: str = ""
    wirer: str = ""
    inspector: str = ""
    category: str = ""
    kind: Kind | None = None
