"""Labels as PDF, A4 sheets or pieces of tape, drawn as vectors with the typeface embedded."""

from collections.abc import Iterable
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from wiring_qa.labels.code import runs
from wiring_qa.labels.label import Label
from wiring_qa.labels.layout import Drawing, drawing_of
from wiring_qa.labels.setup import Setup
from wiring_qa.labels.typeface import NAME, face


def write_pdf(labels: Iterable[Label], setup: Setup) -> bytes:
    """Return as many pages as there are labels for; the same labels give the same bytes."""
    pdfmetrics.registerFont(face())
    width, height = setup.media.page_mm
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(width * mm, height * mm), invariant=True)
    canvas.setTitle("Wiring QA")
    current = 0
    for label, (page, left, top) in zip(labels, setup.places(), strict=False):
        if page != current:
            canvas.showPage()
            current = page
        _draw(canvas, drawing_of(label, setup), left, height - top)
    canvas.save()
    return buffer.getvalue()


def _draw(canvas: Canvas, drawing: Drawing, left: float, up: float) -> None:
    """Draw a label whose top left corner is so far from the left and from the foot of the page."""
    side = drawing.module_mm
    path = canvas.beginPath()
    for column, row, length in runs(drawing.matrix):
        below = drawing.top_mm + (row + 1) * side
        across = left + drawing.left_mm + column * side
        path.rect(across * mm, (up - below) * mm, length * side * mm, side * mm)
    canvas.drawPath(path, stroke=0, fill=1)
    for line in drawing.lines:
        canvas.setFont(NAME, line.size_mm * mm)
        canvas.drawString((left + line.left_mm) * mm, (up - line.baseline_mm) * mm, line.text)
