"""The walk of the demo's inspectors: row by row, with faults, second thoughts and second persons."""

from wiring_qa.checks.kinds import RowState
from wiring_qa.core.db import AnyRow
from wiring_qa.demo import seen
from wiring_qa.demo.faults import Fault, faults_of
from wiring_qa.demo.goals import Goal, Incident
from wiring_qa.demo.story import Cabinet, Steps
from wiring_qa.findings.kinds import End, Kind

A_ROW = (0.15, 0.6)
A_FAULT = (0.5, 2.0)
A_MOMENT = (0.1, 0.3)
SECOND_THOUGHT = 0.002
"""The share of rows whose mark is taken back and made again."""


def walk(cabinet: Cabinet, factor: float) -> Steps:
    """Walk the whole table for the first time; ``factor`` scales how often something is wrong."""
    rows = seen.rows(cabinet.id, RowState.TODO)
    faults = faults_of(rows, cabinet.plan, factor, cabinet.chance)
    if cabinet.plan.goal is Goal.INSPECTING:
        rows = rows[: round(len(rows) * cabinet.chance.uniform(0.45, 0.7))]
    settled: set[int] = set()
    for place, row in enumerate(rows):
        if row.sequence in settled:
            continue
        if place > len(rows) // 2 and cabinet.befalls(Incident.EXTRA_WIRE):
            yield from _extra_wire(cabinet, row)
        if row.sequence in faults:
            yield from _faulty(cabinet, row, faults[row.sequence], settled)
        else:
            yield from _in_order(cabinet, row, place)


def go_over(cabinet: Cabinet) -> Steps:
    """Check the rows that are left, and get the second persons that are missing."""
    for row in seen.rows(cabinet.id, RowState.TODO):
        yield from _ok(cabinet, row)
    for row in seen.rows(cabinet.id, RowState.SECOND_PERSON):
        yield from _second_person(cabinet, row)


def _ok(cabinet: Cabinet, row: AnyRow) -> Steps:
    yield from cabinet.act(
        "mark_ok", cabinet.inspector, A_ROW, wire=row.sequence, confirmed=list(row.extra_checks)
    )
    if row.is_wide:
        yield from _second_person(cabinet, row)


def _second_person(cabinet: Cabinet, row: AnyRow) -> Steps:
    yield from cabinet.act("confirm_as_second_person", cabinet.second_inspector, A_MOMENT, wire=row.sequence)


def _in_order(cabinet: Cabinet, row: AnyRow, place: int) -> Steps:
    thinks_again = cabinet.chance.random() < SECOND_THOUGHT
    if thinks_again or (place > 20 and cabinet.befalls(Incident.TAKEN_BACK)):
        loose = {"kind": Kind.LOOSE.value, "end": End.TO.value}
        yield from cabinet.act("mark_faulty", cabinet.inspector, A_FAULT, wire=row.sequence, **loose)
        yield from cabinet.act("take_back_mark", cabinet.inspector, A_MOMENT, wire=row.sequence)
    yield from _ok(cabinet, row)


def _faulty(cabinet: Cabinet, row: AnyRow, fault: Fault, settled: set[int]) -> Steps:
    """Mark a row faulty; what else that settles (a swapped row, rows on hold) is not walked any more."""
    answer = yield from cabinet.act("mark_faulty", cabinet.inspector, A_FAULT, wire=row.sequence, **fault)
    settled.update(told["wire"] for told in answer["rows"])


def _extra_wire(cabinet: Cabinet, row: AnyRow) -> Steps:
    yield from cabinet.act(
        "record_extra_wire",
        cabinet.inspector,
        A_FAULT,
        found_device=row.to_device,
        found_terminal=row.to_terminal,
        note="Left over from a test; the other end hangs in the duct.",
    )
