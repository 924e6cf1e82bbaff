"""What the people of the demo see before they act: rows, findings, groups and drawn rows of a cabinet."""

from collections.abc import Sequence

from sqlalchemy import select

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.checks.kinds import RowState
from wiring_qa.checks.models import CachedRowState
from wiring_qa.core.db import AnyRow, db
from wiring_qa.findings.kinds import FindingState
from wiring_qa.findings.models import Finding
from wiring_qa.tables.models import Wire
from wiring_qa.tightening.models import Group, Round, SampleRow, SpotCheck


def cabinet_id(code: str) -> int:
    """Return the id of a cabinet."""
    return db.session.scalars(select(Cabinet.id).where(Cabinet.code == code)).one()


def rows(cabinet: int, *states: RowState) -> Sequence[AnyRow]:
    """Return a cabinet's wires in some states, in the table's order."""
    query = (
        select(
            Wire.sequence,
            Wire.from_device,
            Wire.from_terminal,
            Wire.to_device,
            Wire.to_terminal,
            Wire.is_wide,
            Wire.is_look_alike,
            Wire.category,
            Wire.extra_checks,
        )
        .join(CachedRowState, CachedRowState.wire_id == Wire.id)
        .where(CachedRowState.cabinet_id == cabinet, CachedRowState.state.in_(states))
        .order_by(Wire.sequence)
    )
    return db.session.execute(query).all()


def findings(cabinet: int, state: FindingState) -> Sequence[Finding]:
    """Return a cabinet's findings in a state, in the order in which they were raised."""
    query = select(Finding).where(Finding.cabinet_id == cabinet, Finding.cached_state == state)
    return db.session.scalars(query.order_by(Finding.number)).all()


def groups_left(cabinet: int) -> Sequence[AnyRow]:
    """Return number and device of the last round's groups that are not confirmed."""
    query = (
        select(Group.number, Group.device)
        .where(Group.round_id == _last_round(cabinet), Group.cached_confirmed.is_(False))
        .order_by(Group.number)
    )
    return db.session.execute(query).all()


def samples_left(cabinet: int) -> Sequence[int]:
    """Return the sequences of the last round's drawn rows that have no spot check."""
    query = (
        select(Wire.sequence)
        .join(SampleRow, SampleRow.wire_id == Wire.id)
        .outerjoin(SpotCheck, SpotCheck.sample_row_id == SampleRow.id)
        .where(SampleRow.round_id == _last_round(cabinet), SpotCheck.id.is_(None))
        .order_by(Wire.sequence)
    )
    return db.session.scalars(query.distinct()).all()


def _last_round(cabinet: int) -> int | None:
    query = select(Round.id).where(Round.cabinet_id == cabinet).order_by(Round.number.desc()).limit(1)
    return db.session.scalar(query)
