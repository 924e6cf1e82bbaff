"""Starts rounds and keeps what is derived of them; the only writer of a round's cached columns."""

from collections.abc import Mapping

from sqlalchemy import select, update

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.core.db import db
from wiring_qa.journal.registry import Entry
from wiring_qa.tables.models import Wire
from wiring_qa.tightening import plans
from wiring_qa.tightening.draw import draw_sample
from wiring_qa.tightening.facts import Gathered, drawn_rows, gather
from wiring_qa.tightening.followed import add_groups, follow_table
from wiring_qa.tightening.glances import Glance, glance
from wiring_qa.tightening.groups import groups_of
from wiring_qa.tightening.models import Group, Round
from wiring_qa.tightening.queries import last_round, sampling_choice
from wiring_qa.tightening.rules import round_state
from wiring_qa.tightening.states import RoundReason, RoundState
from wiring_qa.webhooks import events
from wiring_qa.webhooks.kinds import EventKind


def after_operations(last: Mapping[str, Entry]) -> list[Glance]:
    """Start the first round where the first inspection is done; take in what touched a last round.

    Runs after every batch of operations, with the last one of each cabinet by the cabinet's code: in one
    statement where there is nothing to derive. Returns what was seen of each cabinet.
    """
    seen = glance(last)
    for each in seen:
        if each.is_inspected:
            cabinet = db.session.get_one(Cabinet, each.cabinet_id)
            open_round(cabinet, last[each.code], RoundReason.FIRST_INSPECTION_DONE)
        elif each.is_behind:
            cabinet = db.session.get_one(Cabinet, each.cabinet_id)
            refresh_round(cabinet, db.session.get_one(Round, each.round_id), last[each.code])
    return seen


def open_round(cabinet: Cabinet, entry: Entry, reason: RoundReason) -> Round:
    """Start a round over the whole cabinet by the sampling plan in force now."""
    wires = db.session.execute(
        select(Wire.from_device, Wire.to_device).where(Wire.table_id == cabinet.table_id)
    ).all()
    choice = sampling_choice()
    plan = plans.plan_for(len(wires), choice.level, choice.aql)
    before = last_round(cabinet.id)
    started = Round(
        **entry.stamp,
        cabinet_id=cabinet.id,
        number=before.number + 1 if before else 1,
        reason=reason,
        level=choice.level,
        aql=choice.aql,
        lot_size=len(wires),
        sample_size=plan.sample_size,
        acceptance_number=plan.acceptance_number,
        cached_state=RoundState.TIGHTENING,
        cached_position=entry.position,
    )
    db.session.add(started)
    db.session.flush()
    add_groups(started.id, groups_of((wire.from_device, wire.to_device) for wire in wires))
    return started


def refresh_round(cabinet: Cabinet, round_: Round, entry: Entry) -> RoundState:
    """Derive how a cabinet's last round stands; return the state.

    Draws the sample when all groups are confirmed, and more rows as they call for it. Where the plan is
    exceeded, the round has failed and a new one over the whole cabinet starts at once.
    """
    db.session.flush()
    if cabinet.cached_moved_at > round_.cached_position:
        follow_table(cabinet, round_)
    gathered = gather(round_)
    _confirm_groups(gathered)
    may_draw = bool(gathered.drawn) or all(gathered.confirmed.values())
    if may_draw and draw_sample(cabinet, round_, gathered, entry):
        gathered = gathered.with_drawn(drawn_rows(round_.id, gathered.reworks))
    round_.cached_state = round_state(gathered.facts)
    round_.cached_position = entry.position
    db.session.flush()
    if round_.cached_state is RoundState.FAILED:
        events.note(entry, EventKind.ROUND_FAILED, serial=cabinet.serial, round=round_.number)
        open_round(cabinet, entry, RoundReason.ROUND_FAILED)
    return round_.cached_state


def _confirm_groups(gathered: Gathered) -> None:
    changed = [
        {"id": group_id, "cached_confirmed": confirmed}
        for group_id, confirmed in gathered.confirmed.items()
        if confirmed is not gathered.cached[group_id]
    ]
    if changed:
        db.session.execute(update(Group), changed)
