"""Lengths of wires in mm."""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

UNITS_MM = {
    "mm": Decimal(1),
    "毫米": Decimal(1),
    "cm": Decimal(10),
    "厘米": Decimal(10),
    "m": Decimal(1000),
    "米": Decimal(1000),
    "in": Decimal("25.4"),
    "inch": Decimal("25.4"),
    "ft": Decimal("304.8"),
}
"""Each unit of length, in mm."""

_TEXT = re.compile(r"(\d+(?:[.,' ]\d+)*)\s*([a-z毫厘米]*)\.?")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,' ]\d{3})+")
_THOUSANDS_AND_FRACTION = re.compile(r"(\d{1,3}(?:([.,' ])\d{3})+)(?!\2)[.,](\d+)")
_LONGEST, _MOST_DIGITS = 50, 9
_MOST_MM = Decimal(10_000_000)


@lru_cache(maxsize=16_384)
def parse_length(text: str, unit: str = "mm") -> Decimal | None:
    """Read a length in mm, to a tenth; ``unit`` is the header's and holds where the cell names none.

    Groups of three digits in millimetres are thousands (``1.890`` is 1890): nobody cuts to a thousandth.
    """
    plain = unicodedata.normalize("NFKC", text[: _LONGEST + 1]).casefold().strip()
    match = _TEXT.fullmatch(plain) if len(text) <= _LONGEST else None
    factor = UNITS_MM.get((match[2] or unit) if match else "")
    if match is None or factor is None:
        return None
    number = match[1]
    if factor == 1 and _THOUSANDS.fullmatch(number):
        number = re.sub(r"\D", "", number)
    elif with_fraction := _THOUSANDS_AND_FRACTION.fullmatch(number):
        number = re.sub(r"\D", "", with_fraction[1]) + "." + with_fraction[3]
    parts = re.split(r"\D", number)
    if len(parts) > 2 or len(parts[0]) > _MOST_DIGITS:  # noqa: PLR2004  a whole part and a fraction
        return None
    length = round(Decimal(".".join(parts)) * factor, 1)
    return (length.normalize() if length % 1 else length.quantize(Decimal(1))) if length < _MOST_MM else None
