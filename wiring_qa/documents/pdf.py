"""A document as a PDF on A4: heading and QR code, then the tables, with the seal at the foot of each page."""

from io import BytesIO

from flask_babel import gettext as _
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from wiring_qa.documents.document import Document
from wiring_qa.documents.pages import paginated
from wiring_qa.documents.pen import MARGIN_MM, Page
from wiring_qa.labels.code import matrix_of, runs
from wiring_qa.labels.media import A4_MM
from wiring_qa.labels.typeface import NAME, face

CODE_MM = 36
"""The code's side without its quiet zone: modules of 0.6 mm for an address of 130 bytes."""
_RULE_MM = 0.1
_GREY = 0.45


def write_pdf(document: Document) -> bytes:
    """Return the document's pages; the same document gives the same bytes."""
    pdfmetrics.registerFont(face())
    pages = paginated(document, CODE_MM)
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(A4_MM[0] * mm, A4_MM[1] * mm), invariant=True)
    canvas.setTitle(f"{document.title} {document.subtitle}")
    for number, page in enumerate(pages, 1):
        if number == 1:
            _draw_code(canvas, document.address)
        _draw(canvas, page)
        _draw_foot(canvas, document, number, len(pages))
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw(canvas: Canvas, page: Page) -> None:
    canvas.setFillGray(0)
    for text in page.texts:
        canvas.setFont(NAME, text.size_mm * mm)
        canvas.drawString(text.left_mm * mm, (A4_MM[1] - text.baseline_mm) * mm, text.words)
    for picture in page.pictures:
        canvas.drawImage(
            ImageReader(BytesIO(picture.content)),
            picture.left_mm * mm,
            (A4_MM[1] - picture.top_mm - picture.height_mm) * mm,
            picture.width_mm * mm,
            picture.height_mm * mm,
        )
    canvas.setStrokeGray(_GREY)
    canvas.setLineWidth(_RULE_MM * mm)
    for height in page.rules_mm:
        level = (A4_MM[1] - height) * mm
        canvas.line(MARGIN_MM * mm, level, (A4_MM[0] - MARGIN_MM) * mm, level)


def _draw_foot(canvas: Canvas, document: Document, number: int, count: int) -> None:
    canvas.setFillGray(_GREY)
    canvas.setFont(NAME, 2.3 * mm)
    canvas.drawString(MARGIN_MM * mm, 8 * mm, document.seal)
    page = _("Page %(number)s of %(count)s", number=number, count=count)
    canvas.drawRightString((A4_MM[0] - MARGIN_MM) * mm, 8 * mm, page)


def _draw_code(canvas: Canvas, address: str) -> None:
    matrix = matrix_of(address)
    side = CODE_MM / len(matrix)
    left = A4_MM[0] - MARGIN_MM - CODE_MM
    path = canvas.beginPath()
    for column, row, length in runs(matrix):
        level = A4_MM[1] - MARGIN_MM - (row + 1) * side
        path.rect((left + column * side) * mm, level * mm, length * side * mm, side * mm)
    canvas.drawPath(path, stroke=0, fill=1)
