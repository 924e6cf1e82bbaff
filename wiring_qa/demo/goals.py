"""How far each cabinet of the demo has come today, and what befell it on the way."""

import enum
from dataclasses import dataclass


class Goal(enum.StrEnum):
    """Where a cabinet's story has arrived when the demo opens."""

    INSPECTING = "inspecting"
    FIXING = "fixing"
    RECHECKING = "rechecking"
    TIGHTENING = "tightening"
    SPOT_CHECK = "spot_check"
    READY = "ready"
    RELEASED = "released"
    REOPENED = "reopened"


class Incident(enum.StrEnum):
    """Something that the demo must show at least once."""

    SWAPPED_PAIR = "swapped_pair"
    MISSING_PART = "missing_part"
    FAILED_RECHECK = "failed_recheck"
    CONCESSION = "concession"
    TAKEN_BACK = "taken_back"
    EXTRA_WIRE = "extra_wire"
    FAILED_ROUND = "failed_round"
    COMPLAINT = "complaint"


@dataclass(frozen=True)
class Plan:
    """A cabinet's goal and incidents; ``lead`` is how many working minutes ago it was added."""

    goal: Goal
    incidents: frozenset[Incident] = frozenset()
    lead: int = 0
    faults: int = 0
    """How many faults it has at least, so that there is something to show at its stage."""


def _plan(goal: Goal, lead: int, faults: int, *incidents: Incident) -> Plan:
    return Plan(goal, frozenset(incidents), lead, faults)


IN_PROGRESS = (
    _plan(Goal.INSPECTING, 520, 3, Incident.TAKEN_BACK, Incident.SWAPPED_PAIR),
    _plan(Goal.FIXING, 900, 4, Incident.MISSING_PART, Incident.SWAPPED_PAIR),
    _plan(Goal.RECHECKING, 1200, 5, Incident.FAILED_RECHECK, Incident.EXTRA_WIRE),
    _plan(Goal.TIGHTENING, 1500, 1, Incident.CONCESSION),
    _plan(Goal.SPOT_CHECK, 1700, 1),
    _plan(Goal.READY, 2000, 2, Incident.MISSING_PART),
    _plan(Goal.REOPENED, 2600, 1, Incident.TAKEN_BACK),
)
BEFELL = (
    (Incident.FAILED_ROUND, Incident.FAILED_RECHECK, Incident.COMPLAINT),
    (),
    (Incident.MISSING_PART,),
    (Incident.SWAPPED_PAIR,),
    (),
    (Incident.CONCESSION, Incident.TAKEN_BACK),
    (Incident.EXTRA_WIRE,),
)
"""What befell the released cabinets, in turn."""

LONGEST = 2600
"""How many working minutes a cabinet's whole story takes at most, more or less."""
SHARE_IN_PROGRESS = 0.4


def plans(cabinets: int, minutes: float) -> list[Plan]:
    """Return the plans of a number of cabinets, the earliest first; ``minutes`` is the demo's working time.

    The first cabinets go one to each stage; of more, two in five are in progress.
    """
    open_now = min(cabinets, max(len(IN_PROGRESS), round(cabinets * SHARE_IN_PROGRESS)))
    going = [IN_PROGRESS[place % len(IN_PROGRESS)] for place in range(open_now)]
    done = cabinets - open_now
    room = max(minutes - LONGEST, 0)
    released = [
        _plan(Goal.RELEASED, round(minutes - room * place / max(done, 1)), 0, *BEFELL[place % len(BEFELL)])
        for place in range(done)
    ]
    return sorted(released + going, key=lambda plan: -plan.lead)
