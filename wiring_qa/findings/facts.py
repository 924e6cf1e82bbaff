"""Gathers the facts of findings in a fixed number of statements, however many there are."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import literal, select, union_all

from wiring_qa.checks.models import TakeBack
from wiring_qa.core.db import db
from wiring_qa.findings.models import Concession, Finding, Fix, Recheck, RemovalSettlement
from wiring_qa.findings.rules import FindingFacts


@dataclass
class Life:
    """What happened to one finding; ``statements`` are the position and person of passed rechecks."""

    fixes: list[int] = field(default_factory=list)
    rechecks: list[tuple[int, bool]] = field(default_factory=list)
    statements: list[tuple[int, int]] = field(default_factory=list)
    concession: tuple[int, int] | None = None
    is_taken_back: bool = False
    is_wire_gone: bool = False

    @property
    def facts(self) -> FindingFacts:
        """The facts as the rules want them."""
        is_conceded = self.concession is not None
        return FindingFacts(self.fixes, self.rechecks, is_conceded, self.is_taken_back, self.is_wire_gone)


def lives_of(finding_ids: Collection[int]) -> dict[int, Life]:
    """Return what happened to each finding."""
    lives: dict[int, Life] = defaultdict(Life)
    if not finding_ids:
        return lives
    for finding_id, position in _of(Fix, finding_ids, Fix.position):
        lives[finding_id].fixes.append(position)
    for finding_id, position, by_id, passed in _of(
        Recheck, finding_ids, Recheck.position, Recheck.by_id, Recheck.passed
    ):
        lives[finding_id].rechecks.append((position, passed))
        if passed:
            lives[finding_id].statements.append((position, by_id))
    for finding_id, position, by_id in _of(Concession, finding_ids, Concession.position, Concession.by_id):
        lives[finding_id].concession = (position, by_id)
    taken_back = select(Finding.id, literal(1)).join(TakeBack, TakeBack.check_id == Finding.check_id)
    gone = select(RemovalSettlement.finding_id, literal(0)).where(
        RemovalSettlement.finding_id.in_(finding_ids)
    )
    ended = union_all(taken_back.where(Finding.id.in_(finding_ids)), gone)
    for finding_id, is_taken_back in db.session.execute(ended):
        lives[finding_id].is_taken_back |= bool(is_taken_back)
        lives[finding_id].is_wire_gone |= not is_taken_back
    return lives


def _of(
    fact: type[Fix | Recheck | Concession], finding_ids: Collection[int], *columns: Any
) -> list[tuple[Any, ...]]:
    query = select(fact.finding_id, *columns).where(fact.finding_id.in_(finding_ids)).order_by(fact.position)
    return [tuple(row) for row in db.session.execute(query)]
