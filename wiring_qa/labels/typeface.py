"""The typeface that labels and papers are set in: Chinese, Simplified and Traditional, beside Latin."""

import logging
from functools import cache
from pathlib import Path
from typing import Final

from reportlab.pdfbase.ttfonts import TTFont

NAME: Final = "NotoSansSC"
FILE: Final = Path(__file__).resolve().parents[2] / "static/vendor/noto-sans-sc/NotoSansSC-Medium-subset.ttf"
SUBSTITUTE: Final = "□"
"""Stands for a character that the typeface does not have, so that nobody reads a text as complete."""

_log = logging.getLogger(__name__)


@cache
def face() -> TTFont:
    """Return the typeface as reportlab measures and embeds it."""
    return TTFont(NAME, str(FILE))


def printable(text: str) -> str:
    """Return a text on one line, with a visible substitute for each character that cannot be printed."""
    line = " ".join(text.split())
    known = face().face.charToGlyph
    missing = sorted({each for each in line if ord(each) not in known})
    if missing:
        _say_once(" ".join(missing))
    return "".join(SUBSTITUTE if each in missing else each for each in line)


@cache
def _say_once(missing: str) -> None:
    _log.warning("Labels cannot print %s; %s stands for it.", missing, SUBSTITUTE)


def width_em(text: str) -> float:
    """Return how wide a printable text runs, in multiples of its size."""
    return float(face().stringWidth(text, 1))
