"""Tightening, spot check and release in the demo."""

from wiring_qa.demo import seen
from wiring_qa.demo.goals import Goal, Incident
from wiring_qa.demo.mending import mend
from wiring_qa.demo.story import Cabinet, Steps
from wiring_qa.findings.kinds import End

A_GROUP = (1.0, 5.0)
A_DRAWN_ROW = (0.3, 1.2)
MOVES = 0.001
POWER = ("-Q", "-F1", "-X1", "-A1", "-RB", "-T")
"""How the designations begin of what is tightened by torque; the rest by the driver's clutch."""
DRIVERS = ("Power driver 03", "Power driver 07", "Power driver 12")
COMPLAINT = "The motor contactor drops out now and then; one wire can be pulled out by hand."
UNTIL_A_COMPLAINT = (2000.0, 3000.0)
REOPENED = "The customer asks for the other motor protection; see change note 118."


def tighten(cabinet: Cabinet) -> Steps:
    """Tighten and spot-check until a round has passed, or as far as the cabinet's goal goes."""
    goal = cabinet.plan.goal
    cabinet.wait(20, 60)
    wirer, driver = cabinet.chance.choice(cabinet.wirers), cabinet.chance.choice(DRIVERS)
    while True:
        groups = seen.groups_left(cabinet.id)
        for group in groups[: len(groups) // 2] if goal is Goal.TIGHTENING else groups:
            tool = _tool(group.device, driver)
            yield from cabinet.act("confirm_group", wirer, A_GROUP, group=group.number, **tool)
        if goal is Goal.TIGHTENING:
            return
        yield from _spot_check(cabinet)
        if goal is Goal.SPOT_CHECK:
            return
        yield from mend(cabinet)
        if not seen.groups_left(cabinet.id) and not seen.samples_left(cabinet.id):
            return


def _tool(device: str, driver: str) -> dict[str, str]:
    if device.startswith(POWER):
        return {"tool": "Torque wrench 2", "torque_nm": "2.5"}
    return {"tool": driver, "clutch_setting": "4"}


def _spot_check(cabinet: Cabinet) -> Steps:
    drawn = seen.samples_left(cabinet.id)
    cabinet.wait(10, 40)
    for place, row in enumerate(drawn):
        if cabinet.plan.goal is Goal.SPOT_CHECK and place * 2 > len(drawn):
            return
        moves = cabinet.plan.goal is not Goal.SPOT_CHECK and cabinet.chance.random() < MOVES
        if moves or (place > 3 and cabinet.befalls(Incident.FAILED_ROUND)):
            yield from cabinet.act(
                "spot_check_moved",
                cabinet.second_inspector,
                A_DRAWN_ROW,
                wire=row,
                end=End.FROM,
                note="Turns by hand.",
            )
            return  # the round has failed; a new one has begun
        yield from cabinet.act("spot_check_held", cabinet.second_inspector, A_DRAWN_ROW, wire=row)


def release(cabinet: Cabinet) -> Steps:
    """Let the lead release the cabinet and, where that is its goal, open it again for a late change."""
    yield from cabinet.act("release_cabinet", cabinet.crew.lead, (10, 90))
    if cabinet.befalls(Incident.COMPLAINT):
        cabinet.wait(*UNTIL_A_COMPLAINT)
        fields = {"kind": "loose", "wires": "#3", "words": COMPLAINT, "reference": "S-2231"}
        yield from cabinet.act("record_complaint", cabinet.crew.lead, (0, 60), **fields)
    if cabinet.plan.goal is Goal.REOPENED:
        yield from cabinet.act("reopen_cabinet", cabinet.crew.lead, (60, 200), reason=REOPENED)
