"""Findings with all that a page shows of them, in a fixed number of statements."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any

from sqlalchemy import exists, or_, select

from wiring_qa.cabinets.continuations import continues, current
from wiring_qa.cabinets.kinds import Stage
from wiring_qa.cabinets.models import Cabinet, CabinetWirer, CachedContinuation
from wiring_qa.core.clock import now
from wiring_qa.core.db import AnyRow, db
from wiring_qa.findings.continued import SAME, Continued, continued
from wiring_qa.findings.kinds import End, FindingState
from wiring_qa.findings.models import Concession, Finding, Fix, Recheck, RemovalSettlement
from wiring_qa.findings.photos import photos_about
from wiring_qa.findings.rules import severity
from wiring_qa.people.models import Person
from wiring_qa.tables.models import Wire

TODAY = timedelta(days=1)


@dataclass
class Listed:
    """A finding with its row as the table has it now, who raised it, and all that happened to it."""

    finding: Finding
    wire: Wire | None
    raised_by: str
    fixes: list[AnyRow] = field(default_factory=list)
    rechecks: list[AnyRow] = field(default_factory=list)
    concession: AnyRow | None = None
    removal: AnyRow | None = None
    """The confirmation that the wire, which a new revision removed, is gone."""
    is_removed: bool = False
    """Whether the cabinet's table has the wire no more."""
    continued: Continued = SAME
    """How the row differs from the one that the finding was raised on, where a new revision continues it."""
    partner: "Listed | None" = None
    photos: list[AnyRow] = field(default_factory=list)

    @property
    def end(self) -> End:
        """The end of the row that the finding is at."""
        return self.continued.end(self.finding.end)

    @property
    def last_fix(self) -> AnyRow | None:
        """The last fix, if there is one."""
        return self.fixes[-1] if self.fixes else None

    @property
    def failed(self) -> list[AnyRow]:
        """The rechecks that failed."""
        return [recheck for recheck in self.rechecks if not recheck.passed]

    @property
    def settled_at(self) -> datetime | None:
        """When the finding was closed or conceded."""
        ended = self.concession or self.removal
        if ended is not None:
            at: datetime = ended.at
            return at
        return self.rechecks[-1].at if self.rechecks and self.rechecks[-1].passed else None

    @property
    def is_recent(self) -> bool:
        """Whether it was settled within the last 24 hours."""
        return self.settled_at is not None and self.settled_at > now() - TODAY


def findings_of(cabinet_id: int, states: Collection[FindingState] = tuple(FindingState)) -> list[Listed]:
    """Return the findings of a cabinet in the given states, worst first."""
    return _listed(Finding.cabinet_id == cabinet_id, states)


def open_findings_for(person_id: int) -> list[tuple[Cabinet, list[Listed]]]:
    """Return the open findings of the cabinets that a wirer has, or that nobody has, by cabinet."""
    assigned = exists().where(CabinetWirer.cabinet_id == Cabinet.id)
    mine = exists().where(CabinetWirer.cabinet_id == Cabinet.id, CabinetWirer.person_id == person_id)
    query = select(Cabinet).where(Cabinet.cached_stage != Stage.RELEASED, or_(mine, ~assigned))
    cabinets = {cabinet.id: cabinet for cabinet in db.session.scalars(query)}
    found: dict[int, list[Listed]] = defaultdict(list)
    for listed in _listed(Finding.cabinet_id.in_(cabinets), [FindingState.OPEN]):
        found[listed.finding.cabinet_id].append(listed)
    return [(cabinets[cabinet_id], items) for cabinet_id, items in found.items()]


def _listed(condition: Any, states: Collection[FindingState]) -> list[Listed]:
    query = (
        select(Finding, Wire, Person.name, Cabinet.table_id)
        .join(Person, Person.id == Finding.by_id)
        .join(Cabinet, Cabinet.id == Finding.cabinet_id)
        .outerjoin(CachedContinuation, continues(Finding.wire_id, Finding.cabinet_id))
        .outerjoin(Wire, Wire.id == current(Finding.wire_id))
        .where(condition)
        .order_by(Finding.number)
    )
    found = {}
    for finding, wire, name, table_id in db.session.execute(query):
        is_removed = wire is not None and wire.table_id != table_id
        found[finding.id] = Listed(finding, wire, name, is_removed=is_removed)
    _add_life(found)
    _add_continued(found.values())
    for listed in found.values():
        listed.partner = found.get(listed.finding.swapped_with_id or 0)
    chosen = [listed for listed in found.values() if listed.finding.cached_state in states]
    return sorted(chosen, key=lambda each: (severity(each.finding.kind), each.finding.number))


def _add_life(found: dict[int, Listed]) -> None:
    if not found:
        return
    for fix in _facts(Fix, found, Fix.id, Fix.note):
        found[fix.finding_id].fixes.append(fix)
    rechecks = _facts(Recheck, found, Recheck.fix_id, Recheck.passed, Recheck.confirmed, Recheck.note)
    for recheck in rechecks:
        found[recheck.finding_id].rechecks.append(recheck)
    for concession in _facts(Concession, found, Concession.reason):
        found[concession.finding_id].concession = concession
    for removal in _facts(RemovalSettlement, found):
        found[removal.finding_id].removal = removal
    photos = photos_about({listed.finding.operation_id for listed in found.values()})
    for listed in found.values():
        listed.photos = photos[listed.finding.operation_id]


def _add_continued(items: Iterable[Listed]) -> None:
    moved = [each for each in items if each.wire is not None and each.wire.id != each.finding.wire_id]
    known = continued({each.finding.wire_id: each.wire.id for each in moved if each.wire})
    for listed in moved:
        listed.continued = known[listed.finding.wire_id]


def _facts(fact: Any, found: dict[int, Listed], *columns: Any) -> Sequence[AnyRow]:
    query = (
        select(fact.finding_id, fact.at, fact.by_id, Person.name, *columns)
        .join(Person, Person.id == fact.by_id)
        .where(fact.finding_id.in_(found))
        .order_by(fact.position)
    )
    return db.session.execute(query).all()


def by_device(items: Sequence[Listed]) -> list[tuple[str, list[Listed]]]:
    """Group findings by device, the worst device first; a swapped pair is one, at its first finding."""
    shown: set[int] = set()
    single = []
    for listed in items:
        if listed.partner is not None and listed.partner.finding.id in shown:
            continue
        shown.add(listed.finding.id)
        single.append(listed)
    devices: dict[str, list[Listed]] = defaultdict(list)
    for listed in single:
        devices[listed.finding.device].append(listed)
    return list(devices.items())


def count_by(items: Sequence[Listed]) -> dict[FindingState, int]:
    """Return how many findings stand in each state."""
    ordered = sorted(items, key=lambda each: each.finding.cached_state)
    return {
        state: len(list(part)) for state, part in groupby(ordered, lambda each: each.finding.cached_state)
    }
