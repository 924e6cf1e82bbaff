"""What was recorded of tightening and spot checks."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import select

from wiring_qa.core.db import AnyRow, db
from wiring_qa.people.models import Person
from wiring_qa.tightening.models import Confirmation, Group, Round, SampleRow, SpotCheck


@dataclass
class RecordedRound:
    """A round with every confirmation of its groups."""

    round: Round
    started_by: str
    confirmations: list[AnyRow] = field(default_factory=list)


def rounds_of(cabinet_id: int) -> list[RecordedRound]:
    """Return the rounds of a cabinet with their confirmations, in two statements."""
    query = (
        select(Round, Person.name)
        .join(Person, Person.id == Round.by_id)
        .where(Round.cabinet_id == cabinet_id)
        .order_by(Round.number)
    )
    rounds = {round_.id: RecordedRound(round_, name) for round_, name in db.session.execute(query)}
    confirmations = (
        select(
            Group.round_id,
            Group.device,
            Group.terminations,
            Confirmation.tool,
            Confirmation.clutch_setting,
            Confirmation.torque_nm,
            Confirmation.at,
            Person.name,
        )
        .join(Group, Group.id == Confirmation.group_id)
        .join(Person, Person.id == Confirmation.by_id)
        .where(Group.round_id.in_(rounds))
        .order_by(Confirmation.position)
    )
    for confirmation in db.session.execute(confirmations):
        rounds[confirmation.round_id].confirmations.append(confirmation)
    return list(rounds.values())


def spot_checks_of(cabinet_id: int) -> Sequence[AnyRow]:
    """Return the spot checks of a cabinet with the reasons of the draw, in the order they came."""
    query = (
        select(
            SampleRow.wire_id,
            SampleRow.reasons,
            Round.number,
            SpotCheck.position,
            SpotCheck.result,
            SpotCheck.torque_nm,
            SpotCheck.at,
            Person.name,
        )
        .join(Round, Round.id == SampleRow.round_id)
        .join(SpotCheck, SpotCheck.sample_row_id == SampleRow.id)
        .join(Person, Person.id == SpotCheck.by_id)
        .where(Round.cabinet_id == cabinet_id)
        .order_by(SpotCheck.position)
    )
    return db.session.execute(query).all()
