"""Reads of rounds, and the guarded loads of a group and of a drawn row."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import Row, bindparam, func, select

from wiring_qa.cabinets.continuations import continues, current
from wiring_qa.cabinets.models import Cabinet, CachedContinuation
from wiring_qa.core.db import db
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.tables.models import Wire
from wiring_qa.tightening.facts import drawn_rows, reworks_of
from wiring_qa.tightening.models import (
    Confirmation,
    Group,
    Round,
    SampleRow,
    SamplingChoice,
    ThreadTorque,
)
from wiring_qa.tightening.rules import NO_ROUND, DrawnRow, current_rows, is_settled
from wiring_qa.tightening.states import RoundState

NO_GROUP = Refusal("no_group", _l("This round has no such group."), "group")
STALE_ROUND = Refusal(
    "stale_round", _l("A new round has started since; open the list of groups again."), "round"
)


@dataclass(frozen=True)
class RoundSummary:
    """How the last round of a cabinet stands, as the release gate and lists want it.

    ``sample`` counts the rows drawn so far, ``spot_checked`` those that need no further spot check.
    """

    number: int
    state: RoundState
    groups: int
    confirmed: int
    sample: int
    spot_checked: int
    unconfirmed: tuple[str, ...]
    """The devices whose group is not confirmed, in order."""


# this runs after every mark, so it is prepared once
_LAST = select(Round).where(Round.cabinet_id == bindparam("cabinet")).order_by(Round.number.desc()).limit(1)


def last_round(cabinet_id: int) -> Round | None:
    """Return the last round of a cabinet; the earlier ones have failed or were passed before it."""
    found: Round | None = db.session.scalar(_LAST, {"cabinet": cabinet_id})
    return found


def sampling_choice() -> SamplingChoice:
    """Return the sampling plan that a lead has set."""
    return db.session.scalars(select(SamplingChoice)).one()


def thread_torques() -> Sequence[ThreadTorque]:
    """Return the nominal torques as the lead has them, by thread size."""
    return db.session.scalars(select(ThreadTorque).order_by(ThreadTorque.position)).all()


def group_for_change(cabinet: Cabinet, number: int, round_number: int | None = None) -> tuple[Round, Group]:
    """Return a group of the last round; raise `Refused` if there is none or the page is of another round."""
    round_ = last_round(cabinet.id)
    if round_ is None:
        raise Refused(NO_ROUND)
    if round_number is not None and round_number != round_.number:
        raise Refused(STALE_ROUND)
    group = db.session.scalar(
        select(Group).where(Group.round_id == round_.id, Group.number == number, Group.is_there)
    )
    if group is None:
        raise Refused(NO_GROUP)
    return round_, group


def drawn_row(round_: Round, wire: Wire) -> tuple[int | None, DrawnRow | None]:
    """Return a wire's last drawn row in a round, and its id; None for a wire that is not in the sample."""
    query = (
        select(func.max(SampleRow.id))
        .outerjoin(CachedContinuation, continues(SampleRow.wire_id, round_.cabinet_id))
        .where(SampleRow.round_id == round_.id, current(SampleRow.wire_id) == wire.id)
    )
    sample_row_id = db.session.scalar(query)
    if sample_row_id is None:
        return None, None
    drawn = drawn_rows(round_.id, reworks_of(round_.cabinet_id), wire.id)
    return sample_row_id, drawn[-1]


def groups_at(round_id: int, devices: Collection[str]) -> list[Row[Any]]:
    """Return id and ``cached_confirmed`` of the groups of some devices."""
    query = select(Group.id, Group.cached_confirmed).where(
        Group.round_id == round_id, Group.device.in_(devices), Group.is_there
    )
    return list(db.session.execute(query))


def confirmers(group_ids: Collection[int]) -> set[int]:
    """Return everyone who confirmed one of some groups, now or before a fix took it back."""
    return set(db.session.scalars(select(Confirmation.by_id).where(Confirmation.group_id.in_(group_ids))))


def round_summary(cabinet_id: int) -> RoundSummary | None:
    """Return how a cabinet's last round stands, in a fixed number of statements; None before the first."""
    round_ = last_round(cabinet_id)
    if round_ is None:
        return None
    query = select(Group.device, Group.cached_confirmed).where(Group.round_id == round_.id, Group.is_there)
    groups = db.session.execute(query.order_by(Group.number)).all()
    unconfirmed = tuple(group.device for group in groups if not group.cached_confirmed)
    drawn = current_rows(drawn_rows(round_.id, reworks_of(cabinet_id)))
    rows = [row for row in drawn if not row.is_removed]
    return RoundSummary(
        number=round_.number,
        state=round_.cached_state,
        groups=len(groups),
        confirmed=len(groups) - len(unconfirmed),
        sample=len(rows),
        spot_checked=sum(map(is_settled, rows)),
        unconfirmed=unconfirmed,
    )
