from dataclasses import dataclass, replace

import pytest

from wiring_qa.people.kinds import Role
from wiring_qa.people.roles import may
from wiring_qa.release.rules import CabinetFacts
from wiring_qa.tightening.states import RoundState
from wiring_qa.worklist.rules import Work, tasks

BUSY = CabinetFacts(
    14, left=3, without_second=1, open_findings=2, fixed_findings=5,
    round_state=RoundState.SPOT_CHECK, samples_left=6,
)  # fmt: skip
TIGHTENING = replace(BUSY, round_state=RoundState.TIGHTENING, groups_left=4)
READY = CabinetFacts(14, round_state=RoundState.PASSED)


@dataclass
class Someone:
    role: Role

    def may(self, act: str) -> bool:
        return may(self.role, act)


@pytest.mark.parametrize(
    ("role", "facts", "expected"),
    [
        (Role.INSPECTOR, BUSY, [(Work.RECHECKS, 5), (Work.SPOT_CHECK, 6), (Work.WALK, 4)]),
        (Role.WIRER, BUSY, [(Work.FIXES, 2)]),
        (Role.WIRER, TIGHTENING, [(Work.FIXES, 2), (Work.TIGHTENING, 4)]),
        (Role.INSPECTOR, TIGHTENING, [(Work.RECHECKS, 5), (Work.WALK, 4)]),
        (Role.LEAD, READY, [(Work.RELEASE, 1)]),
        (Role.INSPECTOR, READY, []),
        (Role.LEAD, replace(BUSY, is_released=True), []),
    ],
)
def test_each_role_has_its_work_the_most_urgent_first(
    role: Role, facts: CabinetFacts, expected: list[tuple[Work, int]]
) -> None:
    assert [(task.work, task.count) for task in tasks(Someone(role), facts)] == expected
