"""How many terminations were spot-checked and moved: counted as it happens, by what tightened them."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, ForeignKey, Text, delete, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from wiring_qa.cabinets.continuations import continues, current
from wiring_qa.cabinets.models import CachedContinuation
from wiring_qa.core.adding import Adding
from wiring_qa.core.db import AnyRow, Model, connection
from wiring_qa.core.i18n import local
from wiring_qa.findings.kinds import End
from wiring_qa.findings.models import Finding
from wiring_qa.journal.registry import Entry
from wiring_qa.tables.models import Wire
from wiring_qa.tightening.models import Confirmation, Group, Round, SampleRow, SpotCheck


class CachedSpotChecks(Model):
    """Terminations of a cabinet that were spot-checked on a day, and those of them that moved.

    They are counted by who tried them, by the tool and setting that were last confirmed at that end, by
    cross-section and category; what nobody said is blank. Derived from the spot checks; written by this
    module only. The day is that of the plant's time zone.
    """

    __tablename__ = "cached_spot_checks"

    cabinet_id: Mapped[int] = mapped_column(ForeignKey("cabinets.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True, index=True)
    by_id: Mapped[int] = mapped_column(ForeignKey("people.id"), primary_key=True)
    tool: Mapped[str] = mapped_column(Text, primary_key=True)
    setting: Mapped[str] = mapped_column(Text, primary_key=True)
    """The clutch setting, or else the torque."""
    mm2: Mapped[str] = mapped_column(Text, primary_key=True)
    category: Mapped[str] = mapped_column(Text, primary_key=True)
    tried: Mapped[int]
    moved: Mapped[int]


_ADD = Adding(CachedSpotChecks, "tried", "moved")
_KEY = ("cabinet_id", "day", "by_id", "tool", "setting", "mm2", "category")


@dataclass(frozen=True)
class Tried:
    """A spot check of a wire; ``moved`` is the end that moved, None where the row held."""

    cabinet_id: int
    day: date
    by_id: int
    wire: Any
    moved: End | None


def count_spot_check(entry: Entry, round_: Round, wire: Wire, moved: End | None) -> None:
    """Count the two terminations of a wire that an operation tried."""
    tried = Tried(round_.cabinet_id, local(entry.at).date(), entry.actor.id, wire, moved)
    query = _confirmations().where(Group.round_id == round_.id)
    tools = {each.device: each for each in connection().execute(query)}
    _ADD(*_rows(_terminations(tried, tools)))


def _confirmations() -> Any:
    """Return every confirmation with its group's round and device, the later ones after the earlier."""
    return (
        select(
            Group.round_id,
            Group.device,
            Confirmation.position,
            Confirmation.tool,
            Confirmation.clutch_setting,
            Confirmation.torque_nm,
        )
        .join(Group, Group.id == Confirmation.group_id)
        .order_by(Confirmation.position)
    )


def _terminations(tried: Tried, tools: Mapping[str, AnyRow]) -> Iterable[tuple[tuple[Any, ...], bool]]:
    """Yield the key of each end's count, and whether it moved."""
    wire = tried.wire
    for end, device in ((End.FROM, wire.from_device), (End.TO, wire.to_device)):
        confirmed = tools.get(device)
        key = (
            tried.cabinet_id,
            tried.day,
            tried.by_id,
            confirmed.tool if confirmed else "",
            setting_of(confirmed),
            _plain(wire.cross_section_mm2),
            wire.category,
        )
        yield key, tried.moved in {end, End.BOTH}


def setting_of(confirmed: Any) -> str:
    """Return what a tool was set to: its clutch setting, or else its torque; blank where nobody said."""
    if confirmed is None:
        return ""
    if confirmed.clutch_setting or confirmed.torque_nm is None:
        return confirmed.clutch_setting or ""
    return f"{_plain(confirmed.torque_nm)} N·m"


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"


def _rows(terminations: Iterable[tuple[tuple[Any, ...], bool]]) -> list[dict[str, Any]]:
    tried: Counter[tuple[Any, ...]] = Counter()
    moved: Counter[tuple[Any, ...]] = Counter()
    for key, has_moved in terminations:
        tried[key] += 1
        moved[key] += has_moved
    return [dict(zip(_KEY, key, strict=True), tried=tried[key], moved=moved[key]) for key in tried]


def recount(here: Connection) -> int:
    """Count all again from the spot checks; return the terminations counted."""
    confirmed: dict[int, list[AnyRow]] = {}
    for each in here.execute(_confirmations()):
        confirmed.setdefault(each.round_id, []).append(each)
    query = (
        select(
            *(Round.cabinet_id, Round.id.label("round_id")),
            *(SpotCheck.at, SpotCheck.by_id, SpotCheck.position, Finding.end),
            *(Wire.from_device, Wire.to_device, Wire.cross_section_mm2, Wire.category),
        )
        .join(SampleRow, SampleRow.id == SpotCheck.sample_row_id)
        .join(Round, Round.id == SampleRow.round_id)
        .outerjoin(CachedContinuation, continues(SampleRow.wire_id, Round.cabinet_id))
        .join(Wire, Wire.id == current(SampleRow.wire_id))
        .outerjoin(Finding, Finding.id == SpotCheck.finding_id)
    )
    found: list[tuple[tuple[Any, ...], bool]] = []
    for check in here.execute(query):
        tools = {
            each.device: each for each in confirmed.get(check.round_id, ()) if each.position < check.position
        }
        tried = Tried(check.cabinet_id, local(check.at).date(), check.by_id, check, check.end)
        found += _terminations(tried, tools)
    here.execute(delete(CachedSpotChecks))
    rows = _rows(found)
    if rows:
        here.execute(insert(CachedSpotChecks), rows)
    return len(found)
