"""Designations of devices and terminals as IEC 81346 writes them: ``=function+location-device:terminal``."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_ASPECT = re.compile(r"(?P<sign>=|\+)(?P=sign)*(?P<name>[^=+:\-]+)|=(?=\+)|[=+](?=[=+]*-[^\W\d_])")
_DASHES = str.maketrans(dict.fromkeys("−–‐‑﹣", "-"))
"""What word processors make of the sign before a device."""
_HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: " "}


_CLOSED = {"(": ")", "[": "]"}


@dataclass(frozen=True, slots=True)
class Designation:
    """One end of a wire; parts that the text does not give are None, signs are kept."""

    device: str | None
    terminal: str | None = None
    location: str | None = None
    function: str | None = None


@lru_cache(maxsize=65_536)
def parse_designation(text: str, separator: str = ":") -> Designation:
    """Split a designation: ``=A1+S1-K1:13`` is device ``-K1``, terminal ``13`` at location ``+S1``.

    A text without a leading sign is a device as written, up to the separator. A text that gives a location
    but no device (``+24V``) is taken as the device's own name. ``separator`` stands before the terminal; the
    last one counts: of ``-X2:1:3`` the terminal is ``3``, as lists with a column for each have it.
    """
    clean = _clean(text)
    head, terminal = _split_terminal(clean, separator)
    if not head.startswith(("=", "+")):
        return Designation(head or None, terminal)
    aspects, device = _aspects(head)
    if not device:
        return Designation(head, terminal)
    return Designation(device, terminal, aspects.get("+"), aspects.get("="))


def has_terminal(text: str, separator: str = ":") -> bool:
    """Tell whether a text names a device and its terminal at once."""
    device, terminal = _split_terminal(_clean(text), separator)
    return bool(device and terminal)


def half_width(text: str) -> str:
    """Write letters, figures and signs of Chinese width (``Ｋ１``) in the usual one; nothing else changes."""
    return text if text.isascii() else text.translate(_HALF_WIDTH).strip()


def bare(device: str) -> str:
    """Return a device's designation for comparing: without leading sign, in one case."""
    return (device[1:] if device[:1] == "-" and len(device) > 1 else device).casefold()


def _clean(text: str) -> str:
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text).translate(_DASHES)
    return " ".join(plain.split()) if "\n" in plain else plain.strip()


def _split_terminal(text: str, separator: str) -> tuple[str, str | None]:
    head, found, tail = text.rpartition(separator)
    if separator in _CLOSED:
        # of K1(13) the sign that closes goes with the one that opens
        tail = tail.removesuffix(_CLOSED[separator])
    if not found:
        return text, None
    return head.strip(), tail.strip() or None


def _aspects(head: str) -> tuple[dict[str, str], str]:
    """Read function and location in whatever order they stand; the rest is the device."""
    aspects: dict[str, str] = {}
    place = 0
    while match := _ASPECT.match(head, place):
        # a sign with nothing after it names no aspect: =+-K1
        if sign := match["sign"]:
            aspects[sign] = aspects.get(sign, "") + match[0].strip()
        place = match.end()
    rest = head[place:].strip()
    return aspects, rest if rest.startswith("-") else ""
