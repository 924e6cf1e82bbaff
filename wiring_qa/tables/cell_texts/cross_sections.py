"""Cross-sections of conductors in mm², from mm², AWG and the type codes that carry them."""

import math
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from wiring_qa.tables.cell_texts.colours import parse_colour

_SIZES = """
0.03 0.05 0.08 0.09 0.1 0.12 0.14 0.15 0.2 0.22 0.25 0.3 0.34 0.35 0.38 0.4 0.5 0.6 0.75 0.8 0.85 1 1.25 1.5
2 2.5 3 3.5 4 5 5.5 6 8 10 14 16 22 25 30 35 38 50 60 70 80 95 100 120 150 185 200 240 300 325 400 500 630
"""
USUAL_MM2 = frozenset(Decimal(size) for size in _SIZES.split())
"""Sizes that wires are sold in (IEC 60228 and the Japanese and Chinese series beside it)."""

_KCMIL_MM2 = 0.506707
_MOST_MM2 = 1000
_MOST_AWG = 44
_LONGEST = 100
_NUMBER = r"((?:\d+|(?<![\w.,])(?=[.,]))(?:[.,]\d+)?)"
_AWG = r"(0{1,4}|[1-4]/0|\d{1,2})"
_UNIT = r"(?:mm\^?2|mm\s?sq|qmm|sq\.?\s*mm|平方毫米|平方mm|平方|平|□|sq)"
_AWG_TEXT = re.compile(
    rf"(?:awg|ga(?:uge)?\b|#)\s*[-#:]?\s*{_AWG}(?![\d.,]|/0)|(?<![\d.,/]){_AWG}\s*[-#]?\s*(?:awg|ga\b|#$)"
)
_KCMIL_TEXT = re.compile(rf"{_NUMBER}\s*(?:kcmil|mcm)")
_MM2_TEXT = re.compile(rf"{_NUMBER}\s*{_UNIT}|□\s*{_NUMBER}")
_PLAIN = re.compile(rf"{_NUMBER}\s*(?:mm)?")
_AFTER_CORES = re.compile(rf"\d+\s*[x×*g]\s*{_NUMBER}(?!\d)")
_AFTER_TYPE = re.compile(rf"[^\W\d].*?(?<![\d.,_]){_NUMBER}")
_TAIL = re.compile(
    r"\d\s*(?:mm\^?[2²]|㎟|²|平方毫米|平方|平|awg)?[\s,，]*([^\W\d_]+(?:[/-][^\W\d_]+)?)$", re.IGNORECASE
)
_SQUARED = re.compile(r"(?<=\d)\s*²")
_TYPE = re.compile(r"[^\W\d_](?:(?![\s\-*x×]*(?:\d+[x×*])?\d+(?:[.,]\d+)?\s*(?:mm|sq|平|□|$)).)*[^\s\d]?")
_AWG_TAIL = re.compile(r"[\s,\-]*(?:(?<!\d)\d{1,2}\s*awg(?!\s*\d)|awg).*", re.IGNORECASE)
_BARE_AWG = re.compile(_AWG)


@dataclass(frozen=True, slots=True)
class CrossSection:
    """A cross-section in mm², and whether wires of it are usual (an AWG size always is)."""

    mm2: Decimal
    is_usual: bool


@lru_cache(maxsize=4_096)
def parse_cross_section(text: str, *, awg: bool = False) -> CrossSection | None:
    """Read a cross-section; ``awg`` says that the column's bare numbers are AWG. None if it cannot be told.

    ``2,5``, ``1.5mm²``, ``4平方``, ``AWG 16``, ``2/0 AWG``, ``BVR-2.5``, ``3x1.5``, ``250 kcmil``.
    """
    if len(text) > _LONGEST:
        return None
    plain = unicodedata.normalize("NFKC", _SQUARED.sub("mm2", text)).casefold().strip()
    match = _AWG_TEXT.search(plain)
    if match and not _MM2_TEXT.search(plain):
        # where both stand, mm² is what was meant and AWG the nearest to it
        return _of_awg(match[1] or match[2])
    if (match := _BARE_AWG.fullmatch(plain)) and (awg or "/" in plain):
        return _of_awg(plain)
    if match := _KCMIL_TEXT.search(plain):
        return CrossSection(round(Decimal(float(match[1].replace(",", ".")) * _KCMIL_MM2), 3), is_usual=True)
    return _metric(plain)


@lru_cache(maxsize=4_096)
def colour_after(text: str) -> str | None:
    """Return the colour that stands after a size: ``红`` of ``BVR 1.5 红``; None where none does."""
    tail = _TAIL.search(text) if len(text) <= _LONGEST else None
    return tail[1] if tail and parse_colour(tail[1]) else None


@lru_cache(maxsize=4_096)
def layer_parts(text: str) -> tuple[str, CrossSection] | None:
    """Return colour and size of a layer's name that gives both: of ``BLK_14_THW``, ``RED_2.5MM^2``.

    A bare whole number there is an AWG size, as AutoCAD Electrical names its layers; None for other texts.
    """
    parts = text.split("_") if len(text) <= _LONGEST else []
    colours = [part for part in parts if part.isalpha() and parse_colour(part)]
    sizes = [size for part in parts if (size := parse_cross_section(part, awg=True))]
    return (colours[0], sizes[0]) if len(colours) == 1 and len(sizes) == 1 else None


@lru_cache(maxsize=4_096)
def wire_type_in(text: str) -> str | None:
    """Return the type that stands before a size: ``BVR`` of ``BVR 2.5mm²``; None where only a size stands."""
    if len(text) > _LONGEST:
        return None
    whole = text.strip().removesuffix(colour_after(text.strip()) or "").rstrip(" ,，")
    before = _AWG_TAIL.sub("", whole)
    # what stands before an AWG size ends with no other: UL1015
    match = re.match(r"[^\W\d_].*", before) if before != whole else _TYPE.match(whole)
    return match[0].rstrip(" -,") or None if match else None


def _metric(plain: str) -> CrossSection | None:
    if match := _MM2_TEXT.search(plain):
        return _of_mm2(match[1] or match[2])
    if match := _PLAIN.fullmatch(plain) or _AFTER_CORES.search(plain):
        return _of_mm2(match[1])
    match = _AFTER_TYPE.fullmatch(plain)
    if match is None and (colour := colour_after(plain)):
        return _metric(plain.removesuffix(colour).rstrip(" ,"))
    found = _of_mm2(match[1]) if match else None
    # a number at the end of a type code is a size only if wires are sold in it
    return found if found is not None and found.is_usual else None


def awg_mm2(gauge: int) -> Decimal:
    """Return the area of an AWG size in mm², to three places (ASTM B258); 1/0 is 0, 2/0 is -1 and so on."""
    diameter = 0.127 * 92 ** ((36 - gauge) / 39)
    return round(Decimal(math.pi * diameter**2 / 4), 3)


def _of_awg(text: str) -> CrossSection | None:
    if text.endswith("/0"):
        gauge = 1 - int(text[0])
    elif set(text) == {"0"}:
        gauge = 1 - len(text)
    else:
        gauge = int(text)
    return CrossSection(awg_mm2(gauge), is_usual=True) if gauge <= _MOST_AWG else None


def _of_mm2(text: str) -> CrossSection | None:
    mm2 = Decimal(text.replace(",", "."))
    if mm2 > _MOST_MM2:
        return None
    mm2 = mm2.normalize() if mm2 % 1 else mm2.quantize(Decimal(1))
    # finer than the store keeps would not read back as written
    if not mm2 or round(mm2, 3) != mm2:
        return None
    return CrossSection(mm2, mm2 in USUAL_MM2)
