"""What a person can do now on a cabinet, most urgent first."""

import enum
from dataclasses import dataclass
from typing import Any, Protocol

from flask_babel import lazy_gettext as _l

from wiring_qa.release.rules import CabinetFacts, blockers
from wiring_qa.tightening.states import RoundState


class Person(Protocol):
    """Who asks."""

    def may(self, act: str) -> bool:
        """Tell whether their role allows an act."""


class Work(enum.StrEnum):
    """A kind of work, in the order of urgency; the pages turn it into an address.

    What a finished cabinet or another person waits for comes before what only the plan waits for.
    """

    RELEASE = "release"
    FIXES = "fixes"
    RECHECKS = "rechecks"
    SPOT_CHECK = "spot_check"
    TIGHTENING = "tightening"
    WALK = "walk"


ACTS = {
    Work.RELEASE: "release_cabinet",
    Work.FIXES: "confirm_fix",
    Work.RECHECKS: "pass_recheck",
    Work.SPOT_CHECK: "spot_check_held",
    Work.TIGHTENING: "confirm_group",
    Work.WALK: "mark_ok",
}
"""The act by which each kind of work is done: who may do the act has the work."""


@dataclass(frozen=True)
class Task:
    """A piece of work: what, how much, and in words."""

    work: Work
    count: int
    text: Any


def work_of(person: Person) -> list[Work]:
    """Return the kinds of work that a person's role has, most urgent first."""
    return [work for work in Work if person.may(ACTS[work])]


def tasks(person: Person, facts: CabinetFacts) -> list[Task]:
    """Return what a person can do now on a cabinet, most urgent first."""
    if facts.is_released:
        return []
    waiting = _waiting(facts)
    return [Task(work, *waiting[work]) for work in work_of(person) if waiting[work][0]]


def _waiting(facts: CabinetFacts) -> dict[Work, tuple[int, Any]]:
    left = facts.left + facts.without_second + facts.to_remove
    groups = facts.groups_left if facts.round_state is RoundState.TIGHTENING else 0
    sample = facts.samples_left if facts.round_state is RoundState.SPOT_CHECK else 0
    fixes, rechecks = facts.open_findings, facts.fixed_findings
    return {
        Work.RELEASE: (0 if blockers(facts) else 1, _l("Release this cabinet")),
        Work.FIXES: (fixes, _l("To fix: %(count)d", count=fixes)),
        Work.RECHECKS: (rechecks, _l("To recheck: %(count)d", count=rechecks)),
        Work.SPOT_CHECK: (sample, _l("Spot check: %(count)d rows", count=sample)),
        Work.TIGHTENING: (groups, _l("Groups to tighten: %(count)d", count=groups)),
        Work.WALK: (left, _l("Go on checking: %(count)d left", count=left)),
    }
