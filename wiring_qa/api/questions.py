"""What the API is asked and given: the definitions that validate, of which its description is made."""

from datetime import datetime
from typing import Annotated

from msgspec import Meta, Struct

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


class NoQuery(Struct):
    """Nothing is asked beside the address."""


class CabinetQuery(Struct):
    """Which cabinets, and how many."""

    model: str = ""
    line: str = ""
    stage: str = ""
    limit: Limit = 50
    cursor: Cursor = ""


class FindingQuery(Struct):
    """Which findings, and how many; raised from ``since`` on and before ``before``."""

    cabinet: str = ""
    state: str = ""
    kind: str = ""
    since: datetime | None = None
    before: datetime | None = None
    limit: Limit = 50
    cursor: Cursor = ""


class FigureQuery(Struct):
    """The view, as the address of the trends has it."""

    span: str = "13-weeks"
    until: str = ""
    model: str = ""
    line: str = ""
    wirer: str = ""
    inspector: str = ""
    category: str = ""
    kind: str = ""
