"""A demo plant with weeks of history, made by recording real operations in the order of the clock.

The same seed tells the same story; only cabinets' codes differ, which must not be guessable.
"""

import heapq
from collections.abc import Callable
from datetime import datetime
from itertools import count
from random import Random
from zoneinfo import ZoneInfo

from flask import current_app
from sqlalchemy import select

from wiring_qa.cabinets.models import Cabinet as StoredCabinet
from wiring_qa.core.db import db
from wiring_qa.demo.crew import Crew, hire, number
from wiring_qa.demo.finishing import release, tighten
from wiring_qa.demo.goals import Goal, plans
from wiring_qa.demo.inspecting import walk
from wiring_qa.demo.mending import mend
from wiring_qa.demo.story import Cabinet, Steps
from wiring_qa.demo.tables import Design, designs
from wiring_qa.demo.working_hours import WorkingHours
from wiring_qa.journal.submit import perform
from wiring_qa.people.models import Person
from wiring_qa.tables.drafts import drafts
from wiring_qa.tables.models import WiringTable

Progress = Callable[[int, float], None]
"""Called with the operations so far and the share of the demo's time that they fill, from 0 to 1."""

FIRST_SERIAL = 401
UNLEARNED, LEARNED = 1.6, 0.7
"""How often something is wrong when the demo begins and when it ends, beside the usual."""


def is_empty() -> bool:
    """Tell whether nobody can sign in yet and there is neither table nor cabinet."""
    some = (select(Person.id).where(Person.active), select(WiringTable.id), select(StoredCabinet.id))
    return all(db.session.execute(query.limit(1)).first() is None for query in some)


def load(*, cabinets: int, weeks: int, seed: int, until: datetime, progress: Progress) -> int:
    """Fill an empty plant with ``weeks`` of history that end at ``until``; return how many acts it took."""
    chance = Random(f"plant {seed}")
    hours = WorkingHours(weeks, until, ZoneInfo(current_app.config["WIRING_QA"].timezone))
    crew = hire(hours.at(0), chance)
    models = designs()
    for design in models:
        _import(design, crew, hours, chance)
    stories: list[Cabinet] = []
    for place, plan in enumerate(plans(cabinets, hours.minutes)):
        design = models[place % len(models)]
        serial = f"{until.year % 100}-{FIRST_SERIAL + place:04}"
        stories.append(
            Cabinet(
                serial, design.model, design.revision, design.line, plan, crew, hours,
                Random(f"{serial} {seed}"),
                max(hours.minutes - plan.lead, 1.0),
            )
        )  # fmt: skip
    return _tell(stories, hours.minutes, progress)


def _import(design: Design, crew: Crew, hours: WorkingHours, chance: Random) -> None:
    """Upload a wiring table and save it, as the lead does."""
    draft = drafts.keep(design.filename, design.content, crew.lead.id)
    fields = {"draft": draft, "model": design.model, "revision": design.revision}
    perform("import_table", fields, crew.lead, at=hours.at(0), number=number(chance))


def _tell(stories: list[Cabinet], minutes: float, progress: Progress) -> int:
    """Run all stories side by side; who is next in time acts next."""
    done, tie = 0, count()
    waiting: list[tuple[float, int, Steps]] = []
    for cabinet in stories:
        steps = _story(cabinet, minutes)
        heapq.heappush(waiting, (next(steps), next(tie), steps))
    while waiting:
        minute, _, steps = heapq.heappop(waiting)
        following = next(steps, None)
        done += 1
        progress(done, minute / minutes)
        if following is not None:
            heapq.heappush(waiting, (following, next(tie), steps))
    return done


def _story(cabinet: Cabinet, minutes: float) -> Steps:
    goal = cabinet.plan.goal
    factor = UNLEARNED + (LEARNED - UNLEARNED) * cabinet.minute / minutes
    yield from cabinet.added()
    yield from walk(cabinet, factor)
    if goal is Goal.INSPECTING:
        return
    yield from mend(cabinet)
    if goal in {Goal.FIXING, Goal.RECHECKING}:
        return
    yield from tighten(cabinet)
    if goal in {Goal.RELEASED, Goal.REOPENED}:
        yield from release(cabinet)
