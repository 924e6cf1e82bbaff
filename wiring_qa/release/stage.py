"""Keeps the cached stage of a cabinet; the only writer of it."""

from collections.abc import Collection

from sqlalchemy import bindparam, select, update

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.cabinets.rules import FIRST
from wiring_qa.core.db import AnyRow, db, run
from wiring_qa.findings.rows import open_rows
from wiring_qa.journal.models import PLANT
from wiring_qa.journal.registry import Entry
from wiring_qa.release import rules
from wiring_qa.release.facts import facts_of_all
from wiring_qa.tables.models import Wire
from wiring_qa.tightening import rounds

_CABINETS = select(
    Cabinet.id, Cabinet.code, Cabinet.table_id, Cabinet.cached_stage, Cabinet.cached_blockers
).where(Cabinet.code.in_(bindparam("codes", expanding=True)))


def refresh(entries: Collection[Entry]) -> None:
    """Derive the stage of cabinets from their facts, in the transaction of the operations that changed them.

    A new cabinet first gets its rows, and tightening what follows from the new facts: a round that the
    first complete inspection calls for, a sample that the last confirmation calls for.
    """
    last = {entry.chain: entry for entry in entries if entry.chain != PLANT}
    if not last:
        return
    cabinets = run(_CABINETS, codes=list(last)).all()
    for cabinet in cabinets:
        if last[cabinet.code].position == FIRST:
            wires = select(Wire.id).where(Wire.table_id == cabinet.table_id)
            open_rows(cabinet.id, db.session.scalars(wires))
    begun = rounds.after_operations({cabinet.id: last[cabinet.code] for cabinet in cabinets})
    facts = facts_of_all([cabinet.id for cabinet in cabinets], begun)
    for cabinet in cabinets:
        _keep(cabinet, facts[cabinet.id])


def _keep(cabinet: AnyRow, facts: rules.CabinetFacts) -> None:
    stage, blockers = rules.stage(facts), len(rules.blockers(facts))
    if (stage, blockers) != (cabinet.cached_stage, cabinet.cached_blockers):
        db.session.execute(
            update(Cabinet)
            .where(Cabinet.id == cabinet.id)
            .values(cached_stage=stage, cached_blockers=blockers)
        )
