"""How the last rounds of many cabinets stand, for lists; in three statements whatever their number."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import case, func, select

from wiring_qa.core.db import db
from wiring_qa.tightening.models import Group, Round, SampleRow, SpotCheck
from wiring_qa.tightening.states import RoundState


class Standing(Protocol):
    """How a round stands, in counts."""

    @property
    def state(self) -> RoundState:
        """The round's state."""

    @property
    def groups(self) -> int:
        """How many groups it has."""

    @property
    def confirmed(self) -> int:
        """How many of them are confirmed."""

    @property
    def sample(self) -> int:
        """How many rows are drawn."""

    @property
    def spot_checked(self) -> int:
        """How many of them have their spot check."""


@dataclass
class LastRound:
    """The last round of a cabinet, in counts."""

    state: RoundState
    groups: int = 0
    confirmed: int = 0
    sample: int = 0
    spot_checked: int = 0


def last_rounds(cabinet_ids: Collection[int]) -> dict[int, LastRound]:
    """Return how the last round of each cabinet stands; a cabinet without a round is left out."""
    newest = (
        select(func.max(Round.id))
        .where(Round.cabinet_id.in_(cabinet_ids))
        .group_by(Round.cabinet_id)
        .scalar_subquery()
    )
    rounds = db.session.execute(
        select(Round.id, Round.cabinet_id, Round.cached_state).where(Round.id.in_(newest))
    )
    found = {row.id: (row.cabinet_id, LastRound(row.cached_state)) for row in rounds}
    groups = (
        select(Group.round_id, func.count(), func.sum(case((Group.cached_confirmed, 1), else_=0)))
        .where(Group.round_id.in_(found), Group.is_there)
        .group_by(Group.round_id)
    )
    for round_id, count, confirmed in db.session.execute(groups):
        found[round_id][1].groups, found[round_id][1].confirmed = count, int(confirmed)
    sample = (
        select(SampleRow.round_id, func.count(), func.count(SpotCheck.id))
        .outerjoin(SpotCheck, SpotCheck.sample_row_id == SampleRow.id)
        .where(SampleRow.round_id.in_(found))
        .group_by(SampleRow.round_id)
    )
    for round_id, count, checked in db.session.execute(sample):
        found[round_id][1].sample, found[round_id][1].spot_checked = count, checked
    return dict(found.values())
