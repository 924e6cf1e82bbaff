"""Keeps the cached stage of a cabinet; the only writer of it."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import select, update

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.cabinets.rules import FIRST
from wiring_qa.core.db import db
from wiring_qa.findings.rows import open_rows
from wiring_qa.journal.models import PLANT
from wiring_qa.journal.registry import Entry
from wiring_qa.release import rules
from wiring_qa.release.facts import facts_of_all
from wiring_qa.tables.models import Wire
from wiring_qa.tightening import rounds
from wiring_qa.tightening.glances import Glance


def refresh(entries: Collection[Entry]) -> None:
    """Derive the stage of cabinets from their facts, in the transaction of the operations that changed them.

    A new cabinet first gets its rows, and tightening what follows from the new facts: a round that the
    first complete inspection calls for, a sample that the last confirmation calls for.
    """
    last = {entry.chain: entry for entry in entries if entry.chain != PLANT}
    if not last:
        return
    for code, entry in last.items():
        if entry.position == FIRST:
            _open(code)
    seen = rounds.after_operations(last)
    facts = facts_of_all(
        [each.cabinet_id for each in seen], {each.cabinet_id for each in seen if each.has_round}
    )
    for each in seen:
        _keep(each, facts[each.cabinet_id], last[each.code])


def _open(code: str) -> None:
    """Give a new cabinet its rows."""
    rows = db.session.execute(
        select(Cabinet.id, Wire.id).join(Wire, Wire.table_id == Cabinet.table_id).where(Cabinet.code == code)
    ).all()
    if rows:
        open_rows(rows[0][0], [wire_id for _cabinet_id, wire_id in rows])


def _keep(seen: Glance, facts: rules.CabinetFacts, entry: Entry) -> None:
    stage, blockers = rules.stage(facts), len(rules.blockers(facts))
    values: dict[str, Any] = {}
    if (stage, blockers) != (seen.stage, seen.blockers):
        values = {"cached_stage": stage, "cached_blockers": blockers}
    if not seen.was_inspected and rules.is_inspected(facts):
        values |= {"cached_inspected_at": entry.at, "cached_inspected_position": entry.position}
    if values:
        db.session.execute(update(Cabinet).where(Cabinet.id == seen.cabinet_id).values(**values))
