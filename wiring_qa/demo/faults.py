"""What goes wrong in the demo's cabinets: how often, of which kind, and where."""

from collections.abc import Sequence
from random import Random
from typing import Any

from wiring_qa.core.db import AnyRow
from wiring_qa.demo.goals import Incident, Plan
from wiring_qa.findings.kinds import End, Kind

Fault = dict[str, Any]
"""The fields of `mark_faulty` beside the row."""

PER_ROW = 0.007
CONCEDED = (Kind.WRONG_COLOUR, Kind.DAMAGED, Kind.WRONG_LABEL)
"""Kinds that a lead may accept."""
_WEIGHTS = {
    Kind.MISSING: 22,
    Kind.WRONG: 20,
    Kind.LOOSE: 28,
    Kind.DROPPED: 5,
    Kind.WRONG_COLOUR: 5,
    Kind.WRONG_LUG: 7,
    Kind.WRONG_SIZE: 2,
    Kind.WRONG_LABEL: 5,
    Kind.DAMAGED: 4,
    Kind.OTHER: 2,
}
_BOTH_ENDS = {Kind.WRONG_COLOUR, Kind.WRONG_SIZE, Kind.MISSING}
_NOTES = {
    Kind.DAMAGED: "Insulation nicked where it leaves the duct.",
    Kind.OTHER: "The wire is pinched under the cover of the duct.",
    Kind.WRONG_LABEL: "The yellow label sits on the device beside it.",
}
_PART = "-K2"
"""A relay that every model has."""


def faults_of(rows: Sequence[AnyRow], plan: Plan, factor: float, chance: Random) -> dict[int, Fault]:
    """Return what is wrong with a cabinet by row; ``factor`` scales the usual share of faulty rows."""
    likely = {row.sequence: PER_ROW * factor * _care(row) for row in rows}
    struck = [row for row in rows if chance.random() < likely[row.sequence]]
    others = [row for row in rows if row not in struck]
    struck += chance.sample(others, max(plan.faults - len(struck), 0))
    found = {row.sequence: _fault(row, rows, chance) for row in struck}
    if Incident.CONCESSION in plan.incidents:
        found[chance.choice(others).sequence] = {"kind": Kind.WRONG_COLOUR, "end": End.BOTH}
    if Incident.SWAPPED_PAIR in plan.incidents:
        _swap(found, rows)
    if Incident.MISSING_PART in plan.incidents:
        _miss(found, rows)
    return found


def _care(row: AnyRow) -> float:
    """Look-alikes and special wires go wrong more often."""
    return 1.5 if row.is_look_alike else 1.3 if row.category != "normal" else 1.0


def _fault(row: AnyRow, rows: Sequence[AnyRow], chance: Random) -> Fault:
    kind = chance.choices(list(_WEIGHTS), list(_WEIGHTS.values()))[0]
    fault: Fault = {"kind": kind, "end": chance.choice((End.FROM, End.TO))}
    if kind in _BOTH_ENDS:
        fault["end"] = End.BOTH
    if kind is Kind.WRONG:
        # found where the next wire of the table belongs: beside its own place
        other = rows[min(rows.index(row) + 2, len(rows) - 1)]
        fault |= {"end": End.TO, "found_device": other.to_device, "found_terminal": other.to_terminal}
    if kind in _NOTES:
        fault["note"] = _NOTES[kind]
    return fault


def _swap(found: dict[int, Fault], rows: Sequence[AnyRow]) -> None:
    """Swap the wires of one terminal at two relays that stand side by side."""
    first, second = (_at(rows, device, "13") for device in ("-K1", "-K3"))
    found.pop(second.sequence, None)
    found[first.sequence] = {
        "kind": Kind.WRONG,
        "end": End.FROM,
        "found_device": second.from_device,
        "found_terminal": second.from_terminal,
        "swapped_with": second.sequence,
    }


def _miss(found: dict[int, Fault], rows: Sequence[AnyRow]) -> None:
    """Leave out a relay: its first row says so, and the others wait."""
    touching = [row for row in rows if _PART in (row.from_device, row.to_device)]
    for row in touching:
        found.pop(row.sequence, None)
    first = touching[0]
    end = End.FROM if first.from_device == _PART else End.TO
    found[first.sequence] = {
        "kind": Kind.MISSING_PART,
        "end": end,
        "note": "Delivery is promised for Thursday.",
    }


def _at(rows: Sequence[AnyRow], device: str, terminal: str) -> AnyRow:
    return next(row for row in rows if (row.from_device, row.from_terminal) == (device, terminal))
