"""Labels as A4 sheets in PDF, drawn as vectors with the typeface embedded."""

from collections.abc import Iterable
from io import BytesIO

from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from wiring_qa.labels.code import runs
from wiring_qa.labels.label import Label
from wiring_qa.labels.layout import CODE_LEFT_MM, CODE_TOP_MM, SHEET_MM, Drawing, drawing_of, places
from wiring_qa.labels.typeface import NAME, face


def write_pdf(labels: Iterable[Label]) -> bytes:
    """Return A4 sheets of as many labels as there are; the same labels give the same bytes."""
    pdfmetrics.registerFont(face())
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(SHEET_MM[0] * mm, SHEET_MM[1] * mm), invariant=True)
    canvas.setTitle("Wiring QA")
    current = 0
    for label, (sheet, left, top) in zip(labels, places(), strict=False):
        if sheet != current:
            canvas.showPage()
            current = sheet
        _draw(canvas, drawing_of(label), left, top)
    canvas.save()
    return buffer.getvalue()


def _draw(canvas: Canvas, drawing: Drawing, left: float, top: float) -> None:
    side = drawing.module_mm
    path = canvas.beginPath()
    for column, row, length in runs(drawing.matrix):
        below = top + CODE_TOP_MM + (row + 1) * side
        across = left + CODE_LEFT_MM + column * side
        path.rect(across * mm, (SHEET_MM[1] - below) * mm, length * side * mm, side * mm)
    canvas.drawPath(path, stroke=0, fill=1)
    for line in drawing.lines:
        canvas.setFont(NAME, line.size_mm * mm)
        canvas.drawString((left + line.left_mm) * mm, (SHEET_MM[1] - top - line.baseline_mm) * mm, line.text)
