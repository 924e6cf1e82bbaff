"""Labels for a label printer that speaks ZPL II, at 203 or 300 dpi.

The printer draws the QR code itself (``^BQ``); text is sent as a picture (``^GFA``), because printers rarely
have Chinese letters. Source of the commands: Zebra's ZPL II programming guide.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from PIL import Image

from wiring_qa.labels.code import CORRECTION_LETTER
from wiring_qa.labels.label import Label
from wiring_qa.labels.layout import Drawing, drawing_of
from wiring_qa.labels.png import draw_lines
from wiring_qa.labels.setup import Setup

_DOTS_PER_MM = {203: 8, 300: 12}
"""Dots a millimetre of the printers' nominal resolutions, as their makers round them."""
_LARGEST_MODULE = 10
_RUN = 20
"""A repeat count is written in twenties (g to z) and ones (G to Y)."""


def write_zpl(labels: Iterable[Label], setup: Setup) -> bytes:
    """Return one ZPL format a label, for a printer of the setup's resolution."""
    return "".join(_format(label, setup) for label in labels).encode()


def _format(label: Label, setup: Setup) -> str:
    drawing, dots = drawing_of(label, setup), _DOTS_PER_MM[setup.dpi]
    width, height = (round(side * dots) for side in setup.media.label_mm)
    side = min(int(drawing.code_mm * dots / len(drawing.matrix)), _LARGEST_MODULE)
    spare = (drawing.code_mm * dots - side * len(drawing.matrix)) / 2
    across, down = round(drawing.left_mm * dots + spare), round(drawing.top_mm * dots + spare)
    text_left = min(int(line.left_mm * dots) for line in drawing.lines) if drawing.lines else width - 1
    return (
        f"^XA^CI28^PW{width}^LL{height}^LH0,0\n"
        f"^FO{across},{down}^BQN,2,{side}^FH_^FD{CORRECTION_LETTER}A,{_field_data(label.url)}^FS\n"
        f"^FO{text_left},0{_picture(_text_of(drawing, dots, text_left, (width, height)))}^FS\n"
        "^XZ\n"
    )


def _field_data(text: str) -> str:
    """Write what a printer would take for a command as hexadecimal."""
    return "".join(f"_{ord(each):02X}" if each in "^~_\\" else each for each in text)


def _text_of(drawing: Drawing, dots: int, left: int, size: tuple[int, int]) -> Image.Image:
    image = Image.new("1", (size[0] - left, size[1]), 1)
    draw_lines(image, drawing.lines, dots, left=-left / dots)
    return image


def _picture(image: Image.Image) -> str:
    """Return the command that prints a black-and-white picture."""
    row_bytes = (image.width + 7) // 8
    data = bytes(each ^ 0xFF for each in image.tobytes())
    rows = [data[start : start + row_bytes].hex().upper() for start in range(0, len(data), row_bytes)]
    return f"^GFA,{len(data)},{len(data)},{row_bytes},{''.join(_compressed(rows))}"


def _compressed(rows: Sequence[str]) -> Iterator[str]:
    """Yield rows of hexadecimal digits in ZPL's short form.

    A colon repeats the row above, a comma fills a row with zeros, and a digit that repeats takes its count
    in letters before it.
    """
    above = None
    for row in rows:
        if row == above:
            yield ":"
            continue
        above = row
        told = row.rstrip("0")
        for digit, repeats in groupby(told):
            yield _count(len(list(repeats))) + digit
        if told != row:
            yield ","


def _count(times: int) -> str:
    twenties, ones = divmod(times, _RUN)
    if times == 1:
        return ""
    return ("z" * (twenties // _RUN)) + (_letter("g", twenties % _RUN)) + _letter("G", ones)


def _letter(first: str, number: int) -> str:
    return chr(ord(first) + number - 1) if number else ""
