"""Keeps the cached stage of a cabinet; the only writer of it."""

from sqlalchemy import bindparam, select, update

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.cabinets.rules import FIRST
from wiring_qa.core.db import db, run
from wiring_qa.findings.rows import open_rows
from wiring_qa.journal.models import PLANT
from wiring_qa.journal.registry import Entry
from wiring_qa.release import rules
from wiring_qa.release.facts import facts_of
from wiring_qa.tables.models import Wire
from wiring_qa.tightening import rounds

_CABINET = select(Cabinet.id, Cabinet.table_id, Cabinet.cached_stage, Cabinet.cached_blockers).where(
    Cabinet.code == bindparam("code")
)


def refresh(entry: Entry) -> None:
    """Derive a cabinet's stage from its facts, in the transaction of the operation that changed them.

    A new cabinet first gets its rows, and tightening what follows from the new facts: a round that the
    first complete inspection calls for, a sample that the last confirmation calls for.
    """
    if entry.chain == PLANT:
        return
    cabinet = run(_CABINET, code=entry.chain).one()
    if entry.position == FIRST:
        open_rows(cabinet.id, db.session.scalars(select(Wire.id).where(Wire.table_id == cabinet.table_id)))
    rounds.after_operation(entry, cabinet.id)
    facts = facts_of(cabinet.id)
    stage, blockers = rules.stage(facts), len(rules.blockers(facts))
    if (stage, blockers) != (cabinet.cached_stage, cabinet.cached_blockers):
        db.session.execute(
            update(Cabinet)
            .where(Cabinet.id == cabinet.id)
            .values(cached_stage=stage, cached_blockers=blockers)
        )
