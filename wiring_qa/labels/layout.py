"""Where everything stands on a label and each label on a sheet; every format draws this one layout.

A label is 70 × 37 mm, 24 on an A4 sheet, as ready-cut sheets have it. Lengths are in millimetres from the
top left corner.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from wiring_qa.cabinets.codes import spaced
from wiring_qa.labels.code import Matrix, matrix_of
from wiring_qa.labels.label import Label
from wiring_qa.labels.typeface import printable
from wiring_qa.labels.wrapping import Setting, fitted

LABEL_MM = (70.0, 37.0)
SHEET_MM = (210.0, 297.0)
COLUMNS = 3
ROWS = 8
A_SHEET = COLUMNS * ROWS

CODE_MM = 26.0
CODE_LEFT_MM = 5.0
CODE_TOP_MM = (LABEL_MM[1] - CODE_MM) / 2
TEXT_LEFT_MM = 35.0
TEXT_WIDTH_MM = 32.0

_SERIAL = (Setting(5.4, 1), Setting(4.4, 1), Setting(3.8, 2), Setting(3.2, 3), Setting(2.6, 4))
_MODEL = (Setting(2.8, 1), Setting(2.4, 2))
_ORDER = (Setting(2.8, 1), Setting(2.4, 1))
_CODE = (Setting(3.8, 1),)
_LINE_HEIGHT = 1.22
_ASCENT = 0.88


@dataclass(frozen=True)
class Line:
    """A line of text: the left end of its baseline and its size."""

    text: str
    left_mm: float
    baseline_mm: float
    size_mm: float


@dataclass(frozen=True)
class Drawing:
    """What is drawn of a label: its QR code's modules and its lines of text."""

    matrix: Matrix
    lines: tuple[Line, ...]

    @property
    def module_mm(self) -> float:
        """The side of one module of the QR code."""
        return CODE_MM / len(self.matrix)


def drawing_of(label: Label) -> Drawing:
    """Lay a label out: the serial number as large as it goes, model and revision, order; the code below."""
    lines: list[Line] = []
    top = CODE_TOP_MM
    model = f"{label.model} / {label.revision}"
    for text, settings in ((label.serial, _SERIAL), (model, _MODEL), (label.order or "", _ORDER)):
        size, texts = fitted(printable(text), TEXT_WIDTH_MM, settings)
        for each in texts:
            lines.append(Line(each, TEXT_LEFT_MM, top + _ASCENT * size, size))
            top += _LINE_HEIGHT * size
    size, texts = fitted(spaced(label.code), TEXT_WIDTH_MM, _CODE)
    lines += [Line(each, TEXT_LEFT_MM, CODE_TOP_MM + CODE_MM, size) for each in texts]
    return Drawing(matrix_of(label.url), tuple(lines))


def places() -> Iterator[tuple[int, float, float]]:
    """Yield the places of labels without end: the sheet's number from 0, and the label's left and top."""
    top_margin = (SHEET_MM[1] - ROWS * LABEL_MM[1]) / 2
    sheet = 0
    while True:
        for row in range(ROWS):
            for column in range(COLUMNS):
                yield sheet, column * LABEL_MM[0], top_margin + row * LABEL_MM[1]
        sheet += 1
