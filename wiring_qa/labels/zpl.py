"""Labels for a label printer that speaks ZPL II, at 203 dpi (8 dots a millimetre).

The printer draws the QR code itself (``^BQ``); text is sent as a picture (``^GFA``), because printers rarely
have Chinese letters. Source of the commands: Zebra's ZPL II programming guide.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from PIL import Image

from wiring_qa.labels.code import CORRECTION_LETTER
from wiring_qa.labels.label import Label
from wiring_qa.labels.layout import (
    CODE_LEFT_MM,
    CODE_MM,
    CODE_TOP_MM,
    LABEL_MM,
    TEXT_LEFT_MM,
    Drawing,
    drawing_of,
)
from wiring_qa.labels.png import draw_lines

DOTS_PER_MM = 8
WIDTH, HEIGHT = (round(side * DOTS_PER_MM) for side in LABEL_MM)
_TEXT_LEFT = round(TEXT_LEFT_MM * DOTS_PER_MM)
_LARGEST_MODULE = 10
_RUN = 20
"""A repeat count is written in twenties (g to z) and ones (G to Y)."""


def write_zpl(labels: Iterable[Label]) -> bytes:
    """Return one ZPL format a label."""
    return "".join(map(_format, labels)).encode()


def _format(label: Label) -> str:
    drawing = drawing_of(label)
    side = min(int(CODE_MM * DOTS_PER_MM / len(drawing.matrix)), _LARGEST_MODULE)
    spare = (CODE_MM * DOTS_PER_MM - side * len(drawing.matrix)) / 2
    across, down = round(CODE_LEFT_MM * DOTS_PER_MM + spare), round(CODE_TOP_MM * DOTS_PER_MM + spare)
    return (
        f"^XA^CI28^PW{WIDTH}^LL{HEIGHT}^LH0,0\n"
        f"^FO{across},{down}^BQN,2,{side}^FH_^FD{CORRECTION_LETTER}A,{_field_data(label.url)}^FS\n"
        f"^FO{_TEXT_LEFT},0{_picture(_text_of(drawing))}^FS\n"
        "^XZ\n"
    )


def _field_data(text: str) -> str:
    """Write what a printer would take for a command as hexadecimal."""
    return "".join(f"_{ord(each):02X}" if each in "^~_\\" else each for each in text)


def _text_of(drawing: Drawing) -> Image.Image:
    image = Image.new("1", (WIDTH - _TEXT_LEFT, HEIGHT), 1)
    draw_lines(image, drawing.lines, DOTS_PER_MM, left=-TEXT_LEFT_MM)
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
