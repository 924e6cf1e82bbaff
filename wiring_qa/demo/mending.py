"""Fixes and rechecks in the demo: what was found is put right, and looked at again by someone else."""

from wiring_qa.demo import seen
from wiring_qa.demo.faults import CONCEDED
from wiring_qa.demo.goals import Goal, Incident
from wiring_qa.demo.inspecting import go_over
from wiring_qa.demo.story import Cabinet, Steps
from wiring_qa.findings.kinds import FindingState, Kind
from wiring_qa.findings.models import Finding

BEFORE_FIX = (4.0, 35.0)
BEFORE_RECHECK = (1.0, 6.0)
BEFORE_PART = (180.0, 420.0)
RECHECK_FAILS = 0.06
ACCEPTED = "Agreed with the customer's inspector; function and safety are not affected."
STILL_WRONG = "The screw turns another half turn; the strand is not under the clamp."
FIX_NOTES = {
    Kind.MISSING: "Wire made up and laid.",
    Kind.WRONG_LUG: "New ferrule crimped.",
    Kind.DROPPED: "Stripped longer and clamped again.",
    Kind.MISSING_PART: "Part arrived and mounted, all wires connected.",
}


def mend(cabinet: Cabinet) -> Steps:
    """Fix and recheck until nothing is open, or as far as the cabinet's goal goes."""
    goal = cabinet.plan.goal
    while True:
        waiting = [_key(each) for each in seen.findings(cabinet.id, FindingState.OPEN)]
        yield from _fix(cabinet, waiting[: len(waiting) // 2] if goal is Goal.FIXING else waiting)
        if goal is Goal.FIXING:
            return
        yield from go_over(cabinet)
        fixed = [_key(each) for each in seen.findings(cabinet.id, FindingState.FIXED)]
        if goal is Goal.RECHECKING:
            yield from _recheck(cabinet, fixed[: len(fixed) // 2])
            yield from _fix(cabinet, [_key(each) for each in seen.findings(cabinet.id, FindingState.OPEN)])
            return
        yield from _recheck(cabinet, fixed)
        yield from go_over(cabinet)
        if not seen.findings(cabinet.id, FindingState.OPEN):
            return


def _key(finding: Finding) -> tuple[int, Kind, bool]:
    return finding.number, finding.kind, finding.needs_table


def _fix(cabinet: Cabinet, findings: list[tuple[int, Kind, bool]]) -> Steps:
    cabinet.wait(20, 60)
    fixed: set[int] = set()
    for number, kind, _ in sorted(findings, key=lambda each: each[1] is Kind.MISSING_PART):
        if number in fixed:
            continue
        if kind in CONCEDED and cabinet.befalls(Incident.CONCESSION):
            lead = cabinet.crew.lead
            yield from cabinet.act("grant_concession", lead, BEFORE_FIX, finding=number, reason=ACCEPTED)
            continue
        after = BEFORE_PART if kind is Kind.MISSING_PART else BEFORE_FIX
        wirer = cabinet.chance.choice(cabinet.wirers)
        note = FIX_NOTES.get(kind, "")
        answer = yield from cabinet.act("confirm_fix", wirer, after, finding=number, note=note)
        fixed.update(each["finding"] for each in answer["findings"])


def _recheck(cabinet: Cabinet, findings: list[tuple[int, Kind, bool]]) -> Steps:
    cabinet.wait(15, 60)
    for number, kind, needs_table in findings:
        fails = cabinet.chance.random() < RECHECK_FAILS
        if kind is not Kind.MISSING_PART and (cabinet.befalls(Incident.FAILED_RECHECK) or fails):
            yield from cabinet.act(
                "fail_recheck", cabinet.inspector, BEFORE_RECHECK, finding=number, note=STILL_WRONG
            )
            continue
        confirmed = ["from", "to", "pull"] if needs_table else []
        yield from cabinet.act(
            "pass_recheck", cabinet.inspector, BEFORE_RECHECK, finding=number, confirmed=confirmed
        )
