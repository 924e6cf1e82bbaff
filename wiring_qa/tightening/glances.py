"""What is looked at after every operation, in one statement: is there anything of a round to derive."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, bindparam, case, false, func, select
from sqlalchemy.orm import aliased

from wiring_qa.cabinets.kinds import Stage
from wiring_qa.cabinets.models import Cabinet
from wiring_qa.checks.kinds import RowState
from wiring_qa.checks.models import CachedRowState
from wiring_qa.core.prepared import Prepared
from wiring_qa.findings.models import Concession, Finding, Fix
from wiring_qa.tightening.models import Round

UNINSPECTED = (RowState.TODO, RowState.SECOND_PERSON, RowState.WAITING_PART)
"""States of a row whose first inspection is not done."""


@dataclass(frozen=True)
class Glance:
    """What is looked at after every operation on a cabinet.

    ``stage``, ``blockers`` and ``was_inspected`` are as they were last derived. ``round_id`` is the last
    round; ``is_behind`` tells whether findings or the revision have moved since it was derived. Where there
    is no round yet, ``is_inspected`` tells whether there are rows and each has been inspected.
    """

    cabinet_id: int
    code: str
    stage: Stage
    blockers: int
    was_inspected: bool
    round_id: int | None
    is_behind: bool
    is_inspected: bool

    @property
    def has_round(self) -> bool:
        """Whether tightening has begun, or begins now."""
        return self.is_inspected or self.round_id is not None


# these run after every mark, so they are prepared once
_HERE = Finding.cabinet_id == Cabinet.id
_CHANGES = (
    select(func.max(Finding.position)).where(_HERE),
    select(func.max(Fix.position)).join(Finding, Finding.id == Fix.finding_id).where(_HERE),
    select(func.max(Concession.position)).join(Finding, Finding.id == Concession.finding_id).where(_HERE),
)
_AnyRound = aliased(Round)
_NEWEST = select(func.max(_AnyRound.id)).where(_AnyRound.cabinet_id == Cabinet.id).scalar_subquery()
_ROWS = select(CachedRowState.wire_id).where(CachedRowState.cabinet_id == Cabinet.id)
_LEFT = _ROWS.where(CachedRowState.state.in_(UNINSPECTED))
_GLANCE = Prepared(
    select(
        Cabinet.id,
        Cabinet.code,
        Cabinet.cached_stage,
        Cabinet.cached_blockers,
        Cabinet.cached_inspected_at.is_not(None),
        Round.id,
        case((Round.id.is_(None), and_(_ROWS.exists(), ~_LEFT.exists())), else_=false()),
        Round.cached_position,
        Cabinet.cached_moved_at,
        *(each.scalar_subquery() for each in _CHANGES),
    )
    .outerjoin(Round, Round.id == _NEWEST)
    .where(Cabinet.code.in_(bindparam("codes", expanding=True)))
)


def glance(codes: Collection[str]) -> list[Glance]:
    """Look at cabinets in one statement: which have a round, and whether there is something to derive."""
    return [_seen(*row) for row in _GLANCE.rows(codes=list(codes))]


def _seen(*row: Any) -> Glance:
    cabinet_id, code, stage, blockers, was_inspected, round_id, is_inspected, derived_up_to, *changes = row
    is_behind = round_id is not None and any(each and each > derived_up_to for each in changes)
    return Glance(
        cabinet_id, code, stage, blockers, bool(was_inspected), round_id, is_behind, bool(is_inspected)
    )
