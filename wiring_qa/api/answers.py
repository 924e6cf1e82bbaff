"""What the API answers; its description is made of these definitions."""

from datetime import date, datetime
from typing import Any

from msgspec import Struct


class Counts(Struct):
    """Findings by state."""

    open: int
    fixed: int
    closed: int
    conceded: int


class Tightening(Struct):
    """How the last tightening round stands; round 0 is before the first."""

    round: int
    groups: int
    confirmed: int
    sample: int
    spot_checked: int


class Blocker(Struct):
    """What stands between a cabinet and its release."""

    code: str
    text: str
    url: str


class CabinetItem(Struct):
    """A cabinet in a list."""

    serial: str
    code: str
    url: str
    model: str
    revision: str
    order: str | None
    line: str | None
    wirers: list[str]
    stage: str
    blockers: int
    added_at: datetime


class Cabinet(Struct):
    """How a cabinet stands."""

    serial: str
    code: str
    url: str
    model: str
    revision: str
    order: str | None
    line: str | None
    wirers: list[str]
    stage: str
    rows: int
    checked: int
    findings: Counts
    tightening: Tightening
    blockers: list[Blocker]
    added_at: datetime


class Cabinets(Struct):
    """A page of cabinets, the newest first."""

    items: list[CabinetItem]
    next: str | None


class FindingItem(Struct):
    """A finding; ``row`` is the place in the wiring table, None for an extra wire."""

    cabinet: str
    serial: str
    number: int
    kind: str
    end: str
    state: str
    origin: str
    device: str
    row: int | None
    wire: str | None
    note: str | None
    raised_by: str
    raised_at: datetime
    rechecks_failed: int


class Findings(Struct):
    """A page of findings, the newest first."""

    items: list[FindingItem]
    next: str | None


class Event(Struct):
    """Something that was recorded on a row, in words."""

    kind: str
    text: list[str]


class RecordRow(Struct):
    """A row of the wiring table with all that was recorded on it, in the order it came."""

    row: int
    number: str | None
    from_end: str
    to_end: str
    state: str
    events: list[Event]


class Record(Struct):
    """The inspection record; ``last_hash`` is that of the journal's last entry."""

    cabinet: str
    serial: str
    rows: list[RecordRow]
    journal_entries: int
    last_hash: str


class Figure(Struct):
    """A figure of the trends as its table, with its definition."""

    name: str
    title: str
    about: str
    note: str
    first_day: date
    last_day: date
    columns: list[str]
    rows: list[list[Any]]


class Added(Struct):
    """A cabinet that was added."""

    code: str
    serial: str
    url: str


class Wirers(Struct):
    """All who wire a cabinet."""

    wirers: list[str]


class AddedComplaint(Struct):
    """A complaint that was recorded; ``rows`` are those that it is about."""

    cabinet: str
    number: int
    rows: list[int]
    url: str


class Problem(Struct, omit_defaults=True):
    """An error, as RFC 9457 has it; ``errors`` has the words for each field."""

    type: str
    title: str
    status: int
    detail: str
    code: str | None = None
    errors: dict[str, list[str]] | None = None
