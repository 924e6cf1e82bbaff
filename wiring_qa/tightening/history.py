"""The rounds of a cabinet, one after the other, with what their spot checks found."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from wiring_qa.core.db import db
from wiring_qa.people.models import Person
from wiring_qa.tightening.models import Round, SampleRow, SpotCheck
from wiring_qa.tightening.states import SpotResult


@dataclass(frozen=True)
class RoundLine:
    """A round with what its spot check has found; ``last_at`` is when the last row was tried."""

    round: Round
    started_by: str
    held: int
    moved: int
    last_at: datetime | None


def rounds_of(cabinet_id: int) -> list[RoundLine]:
    """Return the rounds of a cabinet, the last one first, in two statements."""
    tried = {
        (row.round_id, row.result): row
        for row in db.session.execute(
            select(
                SampleRow.round_id,
                SpotCheck.result,
                func.count().label("rows"),
                func.max(SpotCheck.at).label("last_at"),
            )
            .join(SampleRow, SampleRow.id == SpotCheck.sample_row_id)
            .join(Round, Round.id == SampleRow.round_id)
            .where(Round.cabinet_id == cabinet_id)
            .group_by(SampleRow.round_id, SpotCheck.result)
        )
    }
    query = (
        select(Round, Person.name)
        .join(Person, Person.id == Round.by_id)
        .where(Round.cabinet_id == cabinet_id)
        .order_by(Round.number.desc())
    )
    lines = []
    for round_, name in db.session.execute(query):
        held, moved = (tried.get((round_.id, result)) for result in (SpotResult.HELD, SpotResult.MOVED))
        lines.append(
            RoundLine(
                round_,
                name,
                held.rows if held else 0,
                moved.rows if moved else 0,
                max((each.last_at for each in (held, moved) if each), default=None),
            )
        )
    return lines
