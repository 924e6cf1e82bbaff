"""The story of one cabinet: what people did to it, one operation after the other, up to its goal.

A story is a generator that yields the working minute of its next act, so that many of them run side by side
in the order of the clock.
"""

from collections.abc import Generator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from wiring_qa.cabinets.codes import new_code
from wiring_qa.demo import seen
from wiring_qa.demo.crew import Crew, number
from wiring_qa.demo.goals import Incident, Plan
from wiring_qa.demo.working_hours import WorkingHours
from wiring_qa.journal.registry import Answer
from wiring_qa.journal.submit import perform
from wiring_qa.people.signed_in import SignedIn

Steps = Generator[float, None, None]


@dataclass
class Cabinet:
    """A cabinet of the demo, with who works on it and how late it is for them."""

    serial: str
    model: str
    revision: str
    line: str
    plan: Plan
    crew: Crew
    hours: WorkingHours
    chance: Random
    minute: float
    code: str = field(default_factory=new_code)
    id: int = 0

    def __post_init__(self) -> None:
        """Choose who inspects, who spot-checks and who wires."""
        self.inspector, self.second_inspector = self.chance.sample(self.crew.inspectors, 2)
        self.wirers = self.chance.sample(self.crew.wirers, self.chance.choice((1, 2)))
        self._pending = set(self.plan.incidents)

    def act(
        self, type_: str, by: SignedIn, after: tuple[float, float], **fields: Any
    ) -> Generator[float, None, Answer]:
        """Let a person act when between so many minutes have gone by; return the answer."""
        self.minute = min(self.minute + self.chance.uniform(*after), self.hours.minutes)
        yield self.minute
        moment = self.hours.at(self.minute)
        return perform(type_, fields, by, chain=self.code, at=moment, number=number(self.chance))

    def wait(self, least: float, most: float) -> None:
        """Let time pass."""
        self.minute += self.chance.uniform(least, most)

    def befalls(self, incident: Incident) -> bool:
        """Tell once that an incident is due."""
        due = incident in self._pending
        self._pending.discard(incident)
        return due

    def added(self) -> Steps:
        """Let the lead add the cabinet; then it is wired, which takes most of a day."""
        yield from self.act(
            "add_cabinet",
            self.crew.lead,
            (0, 0),
            serial=self.serial,
            model=self.model,
            revision=self.revision,
            order_no=f"{self.chance.randrange(41_000, 49_000)}",
            line=self.line,
            wirers=[wirer.name for wirer in self.wirers],
        )
        self.id = seen.cabinet_id(self.code)
        self.wait(300, 420)
