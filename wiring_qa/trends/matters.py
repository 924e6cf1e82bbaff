"""What a quality meeting talks about: what changed most, and what is open."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.checks.tallies import CachedFirstChecks
from wiring_qa.complaints.models import Complaint, ComplaintClosure
from wiring_qa.core.db import AnyRow, db
from wiring_qa.findings.models import Concession, Finding
from wiring_qa.people.models import Person
from wiring_qa.tables.models import WiringTable
from wiring_qa.tightening.models import Round
from wiring_qa.tightening.states import RoundState
from wiring_qa.trends.changes import Change
from wiring_qa.trends.charts.pareto import names_of
from wiring_qa.trends.figures.complained import complaints
from wiring_qa.trends.figures.counts import By, counts
from wiring_qa.trends.figures.times import open_findings
from wiring_qa.trends.filters import Filters
from wiring_qa.trends.selections import findings, first_checks, within

SHOWN = 12
"""How many of the oldest open findings are listed; the report says how many there are."""


@dataclass(frozen=True)
class Matters:
    """Open findings, the oldest first, and their number; open complaints, failed rounds, concessions."""

    open_count: int
    oldest: Sequence[AnyRow]
    complaints: Sequence[AnyRow]
    failed_rounds: Sequence[AnyRow]
    concessions: Sequence[AnyRow]


def matters(filters: Filters) -> Matters:
    """Return what is open now, and the rounds that failed and the concessions granted in a period."""
    finding = (
        *(Finding.number, Finding.kind, Finding.device, Finding.at, Finding.cached_state),
        *(Cabinet.serial, Cabinet.code),
    )
    told = (
        complaints(
            *(filters, Cabinet.serial, Cabinet.code, Complaint.number, Complaint.kind),
            *(Complaint.words, Complaint.at),
        )
        .where(ComplaintClosure.id.is_(None))
        .order_by(Complaint.at)
    )
    failed = (
        select(Cabinet.serial, Cabinet.code, Round.number, Round.at)
        .join(Cabinet, Cabinet.id == Round.cabinet_id)
        .where(Round.cached_state == RoundState.FAILED, *within(Round.at, filters))
        .order_by(Round.at)
    )
    conceded = (
        findings(filters, *finding, Concession.reason, Person.name, dated=False, needs=(Cabinet,))
        .join(Concession, Concession.finding_id == Finding.id)
        .join(Person, Person.id == Concession.by_id)
        .where(*within(Concession.at, filters))
        .order_by(Concession.at)
    )
    return Matters(
        db.session.scalar(open_findings(filters, func.count())) or 0,
        db.session.execute(
            open_findings(filters, *finding, needs=(Cabinet,)).order_by(Finding.at).limit(SHOWN)
        ).all(),
        db.session.execute(told).all(),
        db.session.execute(failed).all(),
        db.session.execute(conceded).all(),
    )


def changes(filters: Filters) -> list[Change]:
    """Return how the rates of kinds and models changed since the period before, the clearest first."""
    before = filters.before
    rows, rows_before = _rows_by_model(filters), _rows_by_model(before)
    kinds, kinds_before = dict(counts(filters, By.KIND)), dict(counts(before, By.KIND))
    names = names_of(By.KIND)
    found = [
        Change(names[kind], now, sum(rows.values()), earlier, sum(rows_before.values()))
        for kind in {**kinds, **kinds_before}
        for now, earlier in ((kinds.get(kind, 0), kinds_before.get(kind, 0)),)
    ]
    models, models_before = dict(counts(filters, By.MODEL)), dict(counts(before, By.MODEL))
    for model in {**rows, **rows_before}:
        raised = models.get(model, 0), rows.get(model, 0)
        raised_before = models_before.get(model, 0), rows_before.get(model, 0)
        found.append(Change(model, *raised, *raised_before))
    return sorted(found, key=lambda each: (-abs(each.deviate), each.name))


def _rows_by_model(filters: Filters) -> dict[str, int]:
    query = first_checks(filters, WiringTable.model, func.sum(CachedFirstChecks.rows), needs=(WiringTable,))
    return dict(db.session.execute(query.group_by(WiringTable.model)).all())
