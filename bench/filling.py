"""Three years of a plant in bulk: cabinets, checks, findings, tightening, and what is counted of them.

It is written past the journal, by the same tables: to measure reading, not writing.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import Connection, Table, insert, select, text

from wiring_qa.cabinets.codes import new_code
from wiring_qa.cabinets.models import Cabinet, CabinetWirer
from wiring_qa.checks.tallies import CachedFirstChecks
from wiring_qa.core.db import db
from wiring_qa.findings.models import Finding, Fix, Recheck
from wiring_qa.journal.models import JournalEntry
from wiring_qa.people.kinds import Role
from wiring_qa.people.models import Person
from wiring_qa.tables.models import Wire, WiringTable
from wiring_qa.tightening.tallies import CachedSpotChecks

UNTIL = datetime(2026, 11, 23, tzinfo=UTC)
YEARS = timedelta(days=3 * 365)
PACE = timedelta(seconds=20)
INSPECTORS, WIRERS, PART = 8, 12, 5_000
KINDS = ("missing", "wrong", "loose", "loose", "wrong_colour", "wrong_lug", "damaged")
TOOLS = (("driver 3", "4"), ("driver 7", "5"), ("wrench 2", "2.5 N·m"))

_CHECKS = {
    "sqlite": """
        INSERT INTO checks (operation_id, by_id, position, at, cabinet_id, wire_id, result, confirmed)
        SELECT :operation, c.by_id, w.sequence + 1,
               strftime('%Y-%m-%d %H:%M:%f', c.at, '+' || (20 * w.sequence) || ' seconds') || '000',
               c.id, w.id, 'ok', '[]'
        FROM cabinets c JOIN wires w ON w.table_id = c.table_id WHERE c.id BETWEEN :first AND :last
    """,
    "postgresql": """
        INSERT INTO checks (operation_id, by_id, position, at, cabinet_id, wire_id, result, confirmed)
        SELECT CAST(:operation AS uuid), c.by_id, w.sequence + 1,
               c.at + w.sequence * interval '20 seconds', c.id, w.id, 'ok', '[]'
        FROM cabinets c JOIN wires w ON w.table_id = c.table_id WHERE c.id BETWEEN :first AND :last
    """,
}
_UNCHECKED = "SET session_replication_role = replica"


class Filling:
    """Fills a plant that has a wiring table, some cabinets after the others; the same for one seed."""

    def __init__(self, seed: int) -> None:
        """Take on people."""
        self._chance = Random(seed)
        self._operation = db.session.scalars(select(JournalEntry.id)).first() or uuid4()
        people = [(f"Inspector {n}", Role.INSPECTOR) for n in range(INSPECTORS)]
        people += [(f"Wirer {n}", Role.WIRER) for n in range(WIRERS)]
        found = [Person(name=name, name_key=name.casefold(), role=role) for name, role in people]
        db.session.add_all(found)
        db.session.commit()
        self._inspectors = [person.id for person in found[:INSPECTORS]]
        self._wirers = [person.id for person in found[INSPECTORS:]]
        self._table = db.session.scalars(select(WiringTable.id)).first() or 0
        self._wires = db.session.execute(
            select(Wire.id, Wire.from_device).where(Wire.table_id == self._table).order_by(Wire.sequence)
        ).all()
        self._cabinets = self._findings = 0
        db.session.remove()

    @property
    def rows(self) -> int:
        """How many rows a cabinet has."""
        return len(self._wires)

    def add(self, cabinets: int, of: int) -> None:
        """Add cabinets, which are spread over three years as part of so many in all."""
        connection = db.engine.connect()
        with connection:
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(_UNCHECKED)  # ten million foreign keys four times over
                connection.commit()
            for start in range(0, cabinets, PART):
                self._part(connection, min(PART, cabinets - start), of)
                connection.commit()
            connection.exec_driver_sql("ANALYZE")
            connection.commit()
        db.engine.dispose()

    def _part(self, connection: Connection, count: int, of: int) -> None:
        first = self._cabinets + 1
        self._cabinets += count
        made = [self._cabinet(number, of) for number in range(first, self._cabinets + 1)]
        _write(connection, Cabinet, made)
        wired = [{"cabinet_id": each["id"], "person_id": self._chance.choice(self._wirers)} for each in made]
        _write(connection, CabinetWirer, wired)
        key: Any = self._operation if connection.dialect.name == "postgresql" else self._operation.hex
        span = {"operation": key, "first": first, "last": self._cabinets}
        connection.execute(text(_CHECKS[connection.dialect.name]), span)
        _write(connection, CachedFirstChecks, [row for each in made for row in self._checked(each)])
        _write(connection, CachedSpotChecks, [row for each in made for row in self._tried(each)])
        self._find(connection, made)

    def _cabinet(self, number: int, of: int) -> dict[str, Any]:
        at = UNTIL - YEARS + YEARS * self._chance.random()
        return {
            **self._fact(at, self._chance.choice(self._inspectors), 1),
            "id": number,
            "code": new_code(),
            "serial": f"B-{number:06}",
            "serial_key": f"b-{number:06}",
            "line": f"L{number % 4}",
            "table_id": self._table,
            "cached_moved_at": 0,
            "cached_stage": "released" if number < of * 0.99 else "inspecting",
            "cached_blockers": 0,
            "cached_inspected_at": at + self.rows * PACE,
            "cached_inspected_position": self.rows + 1,
        }

    def _checked(self, cabinet: dict[str, Any]) -> Iterator[dict[str, Any]]:
        whole = {"cabinet_id": cabinet["id"], "day": cabinet["at"].date(), "by_id": cabinet["by_id"]}
        for category, rows in (("normal", self.rows - 30), ("main_switch", 20), ("transformer", 10)):
            yield {**whole, "category": category, "rows": rows}

    def _tried(self, cabinet: dict[str, Any]) -> Iterator[dict[str, Any]]:
        day = (cabinet["at"] + timedelta(days=1)).date()
        for tool, setting in TOOLS:
            for mm2 in ("1.5", "2.5", "6"):
                moved = int(self._chance.random() < 0.05)
                yield {
                    "cabinet_id": cabinet["id"],
                    "day": day,
                    "by_id": cabinet["by_id"],
                    "tool": tool,
                    "setting": setting,
                    "mm2": mm2,
                    "category": "normal",
                    "tried": 14,
                    "moved": moved,
                }

    def _find(self, connection: Connection, cabinets: list[dict[str, Any]]) -> None:
        """Raise five findings a cabinet, nearly all of them fixed and rechecked."""
        findings, fixes, rechecks = [], [], []
        for cabinet in cabinets:
            for number in range(1, 6):
                self._findings += 1
                finding = self._finding(cabinet, number)
                findings.append(finding)
                if finding["cached_state"] == "open":
                    continue
                fixed = finding["at"] + timedelta(hours=self._chance.expovariate(1 / 6))
                waited = round((fixed - finding["at"]).total_seconds())
                own = {"id": self._findings, "finding_id": self._findings, "note": None, "waited_s": waited}
                fixes.append({**self._fact(fixed, self._wirers[0], 600 + number), **own})
                again = fixed + timedelta(hours=self._chance.expovariate(1 / 3))
                done = {"fix_id": self._findings, "passed": self._chance.random() < 0.9, "confirmed": []}
                rechecks.append({**self._fact(again, cabinet["by_id"], 700 + number), **own, **done})
        for table, rows in ((Finding, findings), (Fix, fixes), (Recheck, rechecks)):
            _write(connection, table, rows)

    def _finding(self, cabinet: dict[str, Any], number: int) -> dict[str, Any]:
        place = self._chance.randrange(self.rows)
        wire = self._wires[place]
        is_open = cabinet["cached_stage"] != "released" and number == 1
        return {
            **self._fact(cabinet["at"] + place * PACE, cabinet["by_id"], place + 2),
            "id": self._findings,
            "cabinet_id": cabinet["id"],
            "number": number,
            "wire_id": wire.id,
            "check_id": None,
            "kind": self._chance.choice(KINDS),
            "end": "from",
            "origin": "spot_check" if self._chance.random() < 0.02 else "inspection",
            "device": wire.from_device,
            "needs_table": False,
            "cached_state": "open" if is_open else "closed",
            "cached_rechecks_failed": int(self._chance.random() < 0.1),
        }

    def _fact(self, at: datetime, by_id: int, position: int) -> dict[str, Any]:
        operation: UUID = self._operation
        return {"operation_id": operation, "by_id": by_id, "position": position, "at": at}


def _write(connection: Connection, model: Any, rows: list[dict[str, Any]]) -> None:
    table: Table = model.__table__
    if rows:
        connection.execute(insert(table), rows)
