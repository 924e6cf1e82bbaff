"""Dates that a spreadsheet made of a terminal such as 1-2, in the forms in which it writes them to a text."""

import re
from functools import lru_cache

_MONTH = "jan|feb|mär|mar|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec"
_MADE = re.compile(
    rf"\d{{1,2}}[.\-/ ]+(?:{_MONTH})[a-z]*\.?|(?:{_MONTH})[a-z]*[\-/ ]\d{{1,2}}|\d{{1,2}}月\d{{1,2}}日|"
    r"(?:19|20)\d\d[\-/年]\d{1,2}[\-/月]\d{1,2}日?(?: 00:00:00)?",
    re.IGNORECASE,
)


@lru_cache(maxsize=16_384)
def is_made_date(terminal: str | None) -> bool:
    """Tell whether what stands for a terminal is a date: ``02-Jan``, ``1月2日``, ``2026-01-02``."""
    return bool(terminal and _MADE.fullmatch(terminal))
