"""Runs of fast marks in a week, with whose and where."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from flask import current_app
from sqlalchemy import select

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.checks.models import Check
from wiring_qa.core.db import db
from wiring_qa.core.i18n import midnight
from wiring_qa.journal.models import JournalEntry
from wiring_qa.people.models import Person
from wiring_qa.trends.pace import Mark, Run, fast_runs
from wiring_qa.trends.periods import Period


@dataclass(frozen=True)
class NamedRun:
    """A run with the names of its person and cabinet."""

    name: str
    serial: str
    code: str
    at: datetime
    rows: int
    seconds_each: float


@dataclass(frozen=True)
class Pace:
    """The runs of a week, the longest first, and by name the marks in runs and all marks."""

    least: timedelta
    runs: Sequence[NamedRun]
    by_name: Sequence[tuple[str, int, int]]


def pace_of(period: Period, person_id: int | None = None) -> Pace:
    """Return the runs of fast marks in a period, of one person or of all.

    Marks whose tablet had its clock wrong are left out with their run: when they were made is not proved.
    """
    least = timedelta(seconds=current_app.config["WIRING_QA"].fastest_mark_seconds)
    query = (
        select(Check.by_id, Check.cabinet_id, Check.at, Check.operation_id)
        .where(Check.at >= midnight(period.start), Check.at < midnight(period.end))
        .order_by(Check.at, Check.position)
    )
    if person_id is not None:
        query = query.where(Check.by_id == person_id)
    marks = [Mark(*row) for row in db.session.execute(query)]
    runs = _proved(fast_runs(marks, least))
    names = _names({mark.by_id for mark in marks})
    cabinets = _cabinets({run.marks[0].cabinet_id for run in runs})
    named = [
        NamedRun(
            names[run.marks[0].by_id],
            *cabinets[run.marks[0].cabinet_id],
            run.marks[0].at,
            len(run.marks),
            run.seconds_each,
        )
        for run in runs
    ]
    in_runs = Counter({run.marks[0].by_id: 0 for run in runs})
    for run in runs:
        in_runs[run.marks[0].by_id] += len(run.marks)
    every = Counter(mark.by_id for mark in marks)
    by_name = [(names[by_id], count, every[by_id]) for by_id, count in in_runs.most_common()]
    return Pace(least, sorted(named, key=lambda run: (-run.rows, run.at)), by_name)


def _proved(runs: Sequence[Run]) -> list[Run]:
    numbers = [mark.operation_id for run in runs for mark in run.marks]
    wrong: set[object] = set()
    for start in range(0, len(numbers), 500):
        query = select(JournalEntry.id, JournalEntry.data).where(
            JournalEntry.id.in_(numbers[start : start + 500])
        )
        wrong |= {number for number, data in db.session.execute(query) if "clock_skew_s" in data}
    return [run for run in runs if not any(mark.operation_id in wrong for mark in run.marks)]


def _names(ids: set[int]) -> dict[int, str]:
    return {
        row[0]: row[1] for row in db.session.execute(select(Person.id, Person.name).where(Person.id.in_(ids)))
    }


def _cabinets(ids: set[int]) -> dict[int, tuple[str, str]]:
    query = select(Cabinet.id, Cabinet.serial, Cabinet.code).where(Cabinet.id.in_(ids))
    return {row[0]: (row[1], row[2]) for row in db.session.execute(query)}
