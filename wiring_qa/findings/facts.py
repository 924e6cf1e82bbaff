"""Gathers the facts of findings in a fixed number of statements, however many there are."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select

from wiring_qa.checks.models import TakeBack
from wiring_qa.core.db import db
from wiring_qa.findings.models import Concession, Finding, Fix, Recheck
from wiring_qa.findings.rules import FindingFacts


@dataclass
class Life:
    """What happened to one finding; ``statements`` are the position and person of passed rechecks."""

    fixes: list[int] = field(default_factory=list)
    rechecks: list[tuple[int, bool]] = field(default_factory=list)
    statements: list[tuple[int, int]] = field(default_factory=list)
    concession: tuple[int, int] | None = None
    is_taken_back: bool = False

    @property
    def facts(self) -> FindingFacts:
        """The facts as the rules want them."""
        return FindingFacts(self.fixes, self.rechecks, self.concession is not None, self.is_taken_back)


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
    taken_back = (
        select(Finding.id)
        .join(TakeBack, TakeBack.check_id == Finding.check_id)
        .where(Finding.id.in_(finding_ids))
    )
    for finding_id in db.session.scalars(taken_back):
        lives[finding_id].is_taken_back = True
    return lives


def _of(
    fact: type[Fix | Recheck | Concession], finding_ids: Collection[int], *columns: Any
) -> list[tuple[Any, ...]]:
    query = select(fact.finding_id, *columns).where(fact.finding_id.in_(finding_ids)).order_by(fact.position)
    return [tuple(row) for row in db.session.execute(query)]
