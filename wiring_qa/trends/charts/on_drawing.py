"""Where findings gather on the mounting drawing of a model."""

import math
from dataclasses import dataclass

from flask_babel import gettext as _

from wiring_qa.drawings.queries import ShownDrawing, drawing_of
from wiring_qa.trends.figures.counts import By, counts
from wiring_qa.trends.filters import Filters
from wiring_qa.trends.shown import Row, Shown

SMALLEST, LARGEST = 0.012, 0.05
"""Least and greatest radius of a dot, as shares of the drawing's width; areas go by the counts."""


@dataclass(frozen=True)
class Dot:
    """A device on the drawing with its findings: the place and radius in pixels."""

    device: str
    count: int
    x: float
    y: float
    radius: float
    href: str


@dataclass(frozen=True)
class OnDrawing:
    """The figure, the drawing and the dots on it."""

    shown: Shown
    drawing: ShownDrawing
    dots: list[Dot]


def on_drawing(filters: Filters) -> OnDrawing | None:
    """Show the findings of a view on the drawing of its model; None where it has no model or no drawing."""
    drawing = drawing_of(filters.model) if filters.model else None
    if drawing is None:
        return None
    found = [(device, count) for device, count in counts(filters, By.DEVICE) if device]
    most = max((count for _device, count in found), default=1)
    dots, rows = [], []
    for device, count in found:
        href = filters.url("trends.findings", device=device)
        point = drawing.at(device)
        rows.append(Row((device, count, "" if point else _("not on the drawing")), href))
        if point:
            radius = drawing.width * max(SMALLEST, LARGEST * math.sqrt(count / most))
            dots.append(Dot(device, count, *point, round(radius, 1), href))
    shown = Shown(
        "drawing",
        _("Where findings gather"),
        _(
            "Findings by device on the mounting drawing of %(model)s; the larger, the more.",
            model=filters.model,
        ),
        (_("Device"), _("Findings"), _("Place")),
        rows,
        note="" if found else _("There are no findings in this view."),
    )
    return OnDrawing(shown, drawing, dots)
