"""The findings of a record as dots on the mounting drawing."""

from collections import Counter
from dataclasses import dataclass

from wiring_qa.drawings.queries import ShownDrawing
from wiring_qa.findings.kinds import FindingState
from wiring_qa.findings.lists import Listed
from wiring_qa.history.record import Record

APART = 0.05
"""How far the dots of one device stand apart, as a share of the drawing's width."""


@dataclass(frozen=True)
class Dot:
    """A finding and where it is on the drawing, in pixels; None where nobody placed its device."""

    listed: Listed
    x: float | None
    y: float | None


def dots_on(drawing: ShownDrawing, record: Record) -> list[Dot]:
    """Return a dot for each finding that stands, by number; those of one device beside each other."""
    seen: Counter[str] = Counter()
    dots = []
    for listed in sorted(record.findings, key=lambda each: each.finding.number):
        if listed.finding.cached_state is FindingState.TAKEN_BACK:
            continue
        device = listed.finding.device
        point = drawing.at(device)
        if point is None:
            dots.append(Dot(listed, None, None))
            continue
        x = min(point[0] + seen[device] * APART * drawing.width, drawing.width)
        dots.append(Dot(listed, round(x, 1), point[1]))
        seen[device] += 1
    return dots
