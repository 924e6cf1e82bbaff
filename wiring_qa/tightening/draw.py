"""Draws the sample of a round, and later what it still calls for."""

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import insert, or_, select

from wiring_qa.cabinets.continuations import continues, current
from wiring_qa.cabinets.models import Cabinet, CachedContinuation
from wiring_qa.core.db import db
from wiring_qa.findings.kinds import FindingState, Kind
from wiring_qa.findings.models import Finding
from wiring_qa.journal.registry import Entry
from wiring_qa.tables.models import Wire
from wiring_qa.tightening.facts import Gathered
from wiring_qa.tightening.kinds import SampleReason
from wiring_qa.tightening.models import Round, SampleRow
from wiring_qa.tightening.plans import plan_for
from wiring_qa.tightening.redraw import LaterRow, later_rows, rows_after_moves
from wiring_qa.tightening.sampling import Candidate, draw, mandatory_reasons, rank


def draw_sample(cabinet: Cabinet, round_: Round, gathered: Gathered, entry: Entry) -> bool:
    """Draw the sample if there is none yet, else what must join it; return whether rows were drawn."""
    if gathered.drawn:
        mandatory = _mandatory(cabinet)
        rows = later_rows(gathered.drawn, mandatory)
        rows += _rows_after_moves(cabinet, round_, gathered, mandatory)
    else:
        round_.seed = str(entry.id)
        rows = _first_rows(cabinet, round_.sample_size, round_.seed)
    if not rows:
        return False
    db.session.execute(
        insert(SampleRow),
        [
            {
                **entry.stamp,
                "round_id": round_.id,
                "wire_id": row.wire_id,
                "reasons": [reason.value for reason in row.reasons],
                "is_random": row.is_random,
            }
            for row in rows
        ],
    )
    return True


def _first_rows(cabinet: Cabinet, sample_size: int, seed: str) -> list[LaterRow]:
    mandatory = _mandatory(cabinet)
    wires = db.session.execute(select(Wire.sequence, Wire.id).where(Wire.table_id == cabinet.table_id)).all()
    ids = {wire.sequence: wire.id for wire in wires}
    candidates = [Candidate(wire.sequence, mandatory.get(wire.id, ())) for wire in wires]
    return [
        LaterRow(ids[row.sequence], row.reasons, row.is_random) for row in draw(candidates, sample_size, seed)
    ]


def _rows_after_moves(
    cabinet: Cabinet, round_: Round, gathered: Gathered, mandatory: Collection[int]
) -> list[LaterRow]:
    drawn_at = gathered.drawn[0].drawn_at
    moves: dict[int, set[int]] = defaultdict(set)
    for rework in gathered.reworks:
        if rework.is_move and rework.wire_id is not None and rework.position > drawn_at:
            moves[rework.position].add(rework.wire_id)
    if cabinet.cached_moved_at < drawn_at:
        return []
    wires = db.session.execute(select(Wire.sequence, Wire.id).where(Wire.table_id == cabinet.table_id)).all()
    seed = round_.seed or ""
    ranked = [wire.id for wire in sorted(wires, key=lambda wire: rank(seed, wire.sequence))]
    return rows_after_moves(
        gathered.drawn,
        mandatory,
        ranked,
        moves.values(),
        sample_size=round_.sample_size,
        size_for=lambda count: plan_for(count, round_.level, round_.aql).sample_size if count else 0,
    )


def _mandatory(cabinet: Cabinet) -> dict[int, tuple[SampleReason, ...]]:
    """Return the wires that are drawn for a reason, in the table's order, with the reasons."""
    found = db.session.execute(
        select(current(Finding.wire_id), Finding.kind)
        .outerjoin(CachedContinuation, continues(Finding.wire_id, Finding.cabinet_id))
        .where(
            Finding.cabinet_id == cabinet.id,
            Finding.wire_id.is_not(None),
            Finding.kind.in_((Kind.LOOSE, Kind.DROPPED)),
            Finding.cached_state != FindingState.TAKEN_BACK,
        )
    ).all()
    loose = {wire_id for wire_id, kind in found if kind is Kind.LOOSE}
    dropped = {wire_id for wire_id, kind in found if kind is Kind.DROPPED}
    wires = db.session.execute(
        select(Wire.id, Wire.is_large, Wire.always_sampled)
        .where(
            Wire.table_id == cabinet.table_id,
            or_(Wire.is_large, Wire.always_sampled, Wire.id.in_(loose | dropped)),
        )
        .order_by(Wire.sequence)
    )
    return {
        wire.id: mandatory_reasons(
            was_loose=wire.id in loose,
            was_dropped=wire.id in dropped,
            large=wire.is_large,
            always=wire.always_sampled,
        )
        for wire in wires
    }
