"""Where everything stands on a label; every format draws this one layout.

The QR code stands at the left, as large as the label allows with its quiet zone, the fields beside it.
Lengths are in millimetres from the label's top left corner.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l

from wiring_qa.cabinets.codes import spaced
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.labels.code import QUIET_MODULES, Matrix, matrix_of
from wiring_qa.labels.label import Label
from wiring_qa.labels.media import Media
from wiring_qa.labels.setup import Field, Setup
from wiring_qa.labels.typeface import printable
from wiring_qa.labels.wrapping import Setting, fitted

SMALLEST_MODULE_MM = 0.25
"""Two dots of a 203 dpi printer; a cheap tablet's camera reads no finer code from a hand's breadth."""
LARGEST_CODE_MM = 45.0
_SHARE_OF_WIDTH = 0.42
_RIGHT_MM = 1.5
_SMALLEST_TEXT_MM = 1.3
_USUAL_CODE_MM = 26.0
"""The code's side beside which the text has the sizes below."""

_SIZES: dict[Field, tuple[Setting, ...]] = {
    Field.SERIAL: (Setting(5.4, 1), Setting(4.4, 1), Setting(3.8, 2), Setting(3.2, 3), Setting(2.6, 4)),
    Field.MODEL: (Setting(2.8, 1), Setting(2.4, 2)),
    Field.ORDER: (Setting(2.8, 1), Setting(2.4, 1)),
    Field.LINE: (Setting(2.8, 1), Setting(2.4, 1)),
    Field.CODE: (Setting(3.8, 1), Setting(3.0, 1), Setting(2.4, 1)),
}
_LINE_HEIGHT = 1.22
_ASCENT = 0.88

CODE_TOO_SMALL = Refusal(
    "code_too_small",
    _l("The QR code would be too fine to be read on this label; take a larger one."),
    "media",
)
NO_ROOM = Refusal(
    "no_room", _l("These fields have no room on this label; take fewer, or a larger label."), "fields"
)


@dataclass(frozen=True)
class Line:
    """A line of text: the left end of its baseline and its size."""

    text: str
    left_mm: float
    baseline_mm: float
    size_mm: float


@dataclass(frozen=True)
class Drawing:
    """What is drawn of a label: its QR code's modules with their place, and its lines of text."""

    matrix: Matrix
    code_mm: float
    left_mm: float
    top_mm: float
    lines: tuple[Line, ...]

    @property
    def module_mm(self) -> float:
        """The side of one module of the QR code."""
        return self.code_mm / len(self.matrix)


def drawing_of(label: Label, setup: Setup) -> Drawing:
    """Lay a label out; raises `Refused` where the code would be too fine or the fields have no room."""
    matrix = matrix_of(label.url)
    code_mm = _code_side(setup.media, len(matrix))
    module = code_mm / len(matrix)
    if module < SMALLEST_MODULE_MM:
        raise Refused(CODE_TOO_SMALL)
    height = setup.media.label_mm[1]
    top = (height - code_mm) / 2
    left = max(top, QUIET_MODULES * module)
    beside = left + code_mm + QUIET_MODULES * module
    width = setup.media.label_mm[0] - beside - _RIGHT_MM
    shrinks = (1.0, 0.85, 0.7, 0.55, 0.45)
    for shrink in shrinks:
        scale = shrink * min(1.6, code_mm / _USUAL_CODE_MM)
        lines = _lines(_texts(label, setup.fields), scale, width, code_mm)
        if lines is not None:
            placed = tuple(
                Line(line.text, line.left_mm + beside, line.baseline_mm + top, line.size_mm) for line in lines
            )
            return Drawing(matrix, code_mm, left, top, placed)
    raise Refused(NO_ROOM)


def _code_side(media: Media, modules: int) -> float:
    """Return the largest code that leaves its quiet zone within the label."""
    width, height = media.label_mm
    with_quiet = modules + 2 * QUIET_MODULES
    side = min(height * modules / with_quiet, media.printable_mm, LARGEST_CODE_MM)
    return side if media.sheet is None else min(side, width * _SHARE_OF_WIDTH)


def _texts(label: Label, fields: Sequence[Field]) -> list[tuple[Field, str]]:
    texts = {
        Field.SERIAL: label.serial,
        Field.MODEL: f"{label.model} / {label.revision}",
        Field.ORDER: label.order or "",
        Field.LINE: label.line or "",
        Field.CODE: spaced(label.code),
    }
    return [(field, printable(texts[field])) for field in Field if field in fields and texts[field]]


def _lines(
    texts: Sequence[tuple[Field, str]], scale: float, width: float, height: float
) -> list[Line] | None:
    """Set texts under each other, the code at the foot; None where they have no room in the height."""
    lines: list[Line] = []
    top, foot = 0.0, height
    for field, text in texts:
        settings = [
            Setting(max(each.size_mm * scale, _SMALLEST_TEXT_MM), each.most_lines) for each in _SIZES[field]
        ]
        size, broken = fitted(text, width, settings)
        if field is Field.CODE:
            foot = height - size
            lines.append(Line(broken[0], 0.0, height, size))
            continue
        for each in broken:
            lines.append(Line(each, 0.0, top + _ASCENT * size, size))
            top += _LINE_HEIGHT * size
    return lines if top <= foot else None
