"""Labels as a PNG picture: one label by itself, several as a page of them."""

from collections.abc import Sequence
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from wiring_qa.labels.code import runs
from wiring_qa.labels.label import Label
from wiring_qa.labels.layout import Drawing, Line, drawing_of
from wiring_qa.labels.setup import Setup
from wiring_qa.labels.typeface import FILE

DPI = 300
DOTS_PER_MM = DPI / 25.4
_PAPER, _INK = 255, 0


def write_png(labels: Sequence[Label], setup: Setup) -> bytes:
    """Return a picture of 300 dpi; a label alone has its own size."""
    alone = len(labels) == 1
    size = setup.media.label_mm if alone else setup.media.page_mm
    image = Image.new("L", (round(size[0] * DOTS_PER_MM), round(size[1] * DOTS_PER_MM)), _PAPER)
    places = [(0, 0.0, 0.0)] if alone else setup.places()
    for label, (_page, left, top) in zip(labels, places, strict=False):
        drawing = drawing_of(label, setup)
        _draw_code(image, drawing, left, top)
        draw_lines(image, drawing.lines, DOTS_PER_MM, left, top)
    buffer = BytesIO()
    image.save(buffer, "PNG", dpi=(DPI, DPI), optimize=True)
    return buffer.getvalue()


def _draw_code(image: Image.Image, drawing: Drawing, left: float, top: float) -> None:
    """Draw modules of whole dots, the code in the middle of its room."""
    count = len(drawing.matrix)
    side = int(drawing.code_mm * DOTS_PER_MM / count)
    spare = (drawing.code_mm * DOTS_PER_MM - side * count) / 2
    across = round((left + drawing.left_mm) * DOTS_PER_MM + spare)
    down = round((top + drawing.top_mm) * DOTS_PER_MM + spare)
    for column, row, length in runs(drawing.matrix):
        x, y = across + column * side, down + row * side
        image.paste(_INK, (x, y, x + length * side, y + side))


def draw_lines(
    image: Image.Image, lines: Sequence[Line], dots_per_mm: float, left: float = 0.0, top: float = 0.0
) -> None:
    """Draw a label's lines of text into a picture in which the label's corner stands at ``left``, ``top``."""
    pen = ImageDraw.Draw(image)
    for line in lines:
        place = ((left + line.left_mm) * dots_per_mm, (top + line.baseline_mm) * dots_per_mm)
        pen.text(place, line.text, fill=_INK, font=_font(line.size_mm * dots_per_mm), anchor="ls")


@cache
def _font(size: float) -> ImageFont.FreeTypeFont:
    """Opening the typeface takes longer than a label; the layout knows a dozen sizes."""
    return ImageFont.truetype(FILE, size)
