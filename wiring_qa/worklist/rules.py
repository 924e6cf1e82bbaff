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
    """A kind of work; the pages turn it into an address."""

    WALK = "walk"
    FIXES = "fixes"
    RECHECKS = "rechecks"
    TIGHTENING = "tightening"
    SPOT_CHECK = "spot_check"
    RELEASE = "release"


@dataclass(frozen=True)
class Task:
    """A piece of work: what, how much, and in words."""

    work: Work
    count: int
    text: Any


def tasks(person: Person, facts: CabinetFacts) -> list[Task]:
    """Return what a person can do now on a cabinet, most urgent first."""
    if facts.is_released:
        return []
    left = facts.left + facts.without_second
    tightening = facts.groups_left if facts.round_state is RoundState.TIGHTENING else 0
    sample = facts.samples_left if facts.round_state is RoundState.SPOT_CHECK else 0
    ready = 0 if blockers(facts) else 1
    offers = (
        ("confirm_fix", Work.FIXES, facts.open_findings, _l("To fix: %(count)d", count=facts.open_findings)),
        (
            "pass_recheck",
            Work.RECHECKS,
            facts.fixed_findings,
            _l("To recheck: %(count)d", count=facts.fixed_findings),
        ),
        ("mark_ok", Work.WALK, left, _l("Go on checking: %(count)d left", count=left)),
        ("confirm_group", Work.TIGHTENING, tightening, _l("Groups to tighten: %(count)d", count=tightening)),
        ("spot_check_held", Work.SPOT_CHECK, sample, _l("Spot check: %(count)d rows", count=sample)),
        ("release_cabinet", Work.RELEASE, ready, _l("Release this cabinet")),
    )
    return [Task(work, count, text) for act, work, count, text in offers if count and person.may(act)]
