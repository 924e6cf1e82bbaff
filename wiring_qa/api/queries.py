"""Reads for the API: cabinets and findings, a page at a time."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import select

from wiring_qa.api.answers import CabinetItem, Cabinets, FindingItem, Findings
from wiring_qa.api.cursors import page_after
from wiring_qa.api.questions import CabinetQuery, FindingQuery
from wiring_qa.cabinets.models import Cabinet, CabinetWirer
from wiring_qa.core.db import db
from wiring_qa.findings.kinds import FindingState
from wiring_qa.findings.models import Finding
from wiring_qa.labels.of_cabinets import address_of
from wiring_qa.people.models import Person
from wiring_qa.tables.models import Wire, WiringTable


def cabinets_of(asked: CabinetQuery) -> Cabinets:
    """Return a page of cabinets, the newest first, in two statements."""
    query: Any = select(Cabinet, WiringTable.model, WiringTable.revision).join(
        WiringTable, WiringTable.id == Cabinet.table_id
    )
    if asked.model:
        query = query.where(WiringTable.model == asked.model)
    if asked.line:
        query = query.where(Cabinet.line == asked.line)
    if asked.stage:
        query = query.where(Cabinet.cached_stage == asked.stage)
    found, following = page_after(query, Cabinet.id, asked.cursor, asked.limit)
    wirers = _wirers_of(row[0].id for row in found)
    return Cabinets(
        [
            CabinetItem(
                serial=cabinet.serial,
                code=cabinet.code,
                url=address_of(cabinet.code),
                model=model,
                revision=revision,
                order=cabinet.order_no,
                line=cabinet.line,
                wirers=wirers[cabinet.id],
                stage=cabinet.cached_stage.value,
                blockers=cabinet.cached_blockers,
                added_at=cabinet.at,
            )
            for cabinet, model, revision, _cursor in found
        ],
        following,
    )


def _wirers_of(cabinet_ids: Iterable[int]) -> dict[int, list[str]]:
    query = (
        select(CabinetWirer.cabinet_id, Person.name)
        .join(Person, Person.id == CabinetWirer.person_id)
        .where(CabinetWirer.cabinet_id.in_(list(cabinet_ids)))
        .order_by(Person.name)
    )
    found: dict[int, list[str]] = defaultdict(list)
    for cabinet_id, name in db.session.execute(query):
        found[cabinet_id].append(name)
    return found


def findings_of(asked: FindingQuery) -> Findings:
    """Return a page of findings, the newest first, in one statement; those taken back are none."""
    query: Any = (
        select(
            Finding,
            *(Cabinet.code, Cabinet.serial, Wire.sequence, Wire.number.label("wire_number"), Person.name),
        )
        .join(Cabinet, Cabinet.id == Finding.cabinet_id)
        .join(Person, Person.id == Finding.by_id)
        .outerjoin(Wire, Wire.id == Finding.wire_id)
        .where(Finding.cached_state != FindingState.TAKEN_BACK)
    )
    if asked.cabinet:
        query = query.where(Cabinet.code == asked.cabinet)
    if asked.state:
        query = query.where(Finding.cached_state == asked.state)
    if asked.kind:
        query = query.where(Finding.kind == asked.kind)
    if asked.since:
        query = query.where(Finding.at >= asked.since)
    if asked.before:
        query = query.where(Finding.at < asked.before)
    found, following = page_after(query, Finding.id, asked.cursor, asked.limit)
    return Findings(
        [
            FindingItem(
                cabinet=code,
                serial=serial,
                number=finding.number,
                kind=finding.kind.value,
                end=finding.end.value,
                state=finding.cached_state.value,
                origin=finding.origin.value,
                device=finding.device,
                row=sequence,
                wire=number,
                note=finding.note,
                raised_by=name,
                raised_at=finding.at,
                rechecks_failed=finding.cached_rechecks_failed,
            )
            for finding, code, serial, sequence, number, name, _cursor in found
        ],
        following,
    )
