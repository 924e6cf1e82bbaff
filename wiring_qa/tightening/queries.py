"""Reads of rounds, and the guarded loads of a group and of a drawn row."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l
from sqlalchemy import Row, and_, bindparam, case, false, func, select
from sqlalchemy.orm import aliased

from wiring_qa.cabinets.continuations import continues, current
from wiring_qa.cabinets.kinds import Stage
from wiring_qa.cabinets.models import Cabinet, CachedContinuation
from wiring_qa.checks.kinds import RowState
from wiring_qa.checks.models import CachedRowState
from wiring_qa.core.db import db, run
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.findings.models import Concession, Finding, Fix
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

UNINSPECTED = (RowState.TODO, RowState.SECOND_PERSON, RowState.WAITING_PART)
"""States of a row whose first inspection is not done."""


@dataclass(frozen=True)
class Glance:
    """What is looked at after every operation on a cabinet.

    ``stage`` and ``blockers`` are as they were last derived. ``round_id`` is the last round; ``is_behind``
    tells whether findings or the revision have moved since it was derived. Where there is no round yet,
    ``is_inspected`` tells whether there are rows and each has been inspected.
    """

    cabinet_id: int
    code: str
    stage: Stage
    blockers: int
    round_id: int | None
    is_behind: bool
    is_inspected: bool

    @property
    def has_round(self) -> bool:
        """Whether tightening has begun, or begins now."""
        return self.is_inspected or self.round_id is not None


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
_GLANCE = (
    select(
        Cabinet.id,
        Cabinet.code,
        Cabinet.cached_stage,
        Cabinet.cached_blockers,
        Round.id,
        case((Round.id.is_(None), and_(_ROWS.exists(), ~_LEFT.exists())), else_=false()),
        Round.cached_position,
        Cabinet.cached_moved_at,
        *(each.scalar_subquery() for each in _CHANGES),
    )
    .outerjoin(Round, Round.id == _NEWEST)
    .where(Cabinet.code.in_(bindparam("codes", expanding=True)))
)
_LAST = select(Round).where(Round.cabinet_id == bindparam("cabinet")).order_by(Round.number.desc()).limit(1)


def last_round(cabinet_id: int) -> Round | None:
    """Return the last round of a cabinet; the earlier ones have failed or were passed before it."""
    found: Round | None = db.session.scalar(_LAST, {"cabinet": cabinet_id})
    return found


def glance(codes: Collection[str]) -> list[Glance]:
    """Look at cabinets in one statement: which have a round, and whether there is something to derive."""
    seen = []
    for cabinet_id, code, stage, blockers, round_id, is_inspected, derived_up_to, *positions in run(
        _GLANCE, codes=list(codes)
    ):
        is_behind = round_id is not None and any(each and each > derived_up_to for each in positions)
        seen.append(Glance(cabinet_id, code, stage, blockers, round_id, is_behind, bool(is_inspected)))
    return seen


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
