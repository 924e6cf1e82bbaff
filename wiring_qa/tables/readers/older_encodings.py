"""Texts of DOS, the older Macintosh and Central Europe, told from Western ones where letters make it sure."""

from collections.abc import Set as AbstractSet
from itertools import pairwise

_OLDER = ("cp850", "cp437", "mac_roman")
_CENTRAL = "cp1250"
_LETTERS = frozenset("äöüÄÖÜßéèêëàâáçîïíôóúûùœæøåñÉÈÀÇØÅÑ")
_CENTRAL_LETTERS = _LETTERS | frozenset("ąćęłńśźżĄĆĘŁŃŚŹŻčďěňřšťůžČĎĚŇŘŠŤŮŽýÝőűŐŰăşţ")
_RAISED = frozenset("²³")
_SIGNS = frozenset("°µ±×½¼·–—‘“”„…•«»§©®€Ø™†\xa0")
"""What stands beside a word or a figure, and not within a word."""


def older_encoding(sample: bytes) -> str | None:
    """Return the older encoding in which every sign fits where it stands; None where Windows' own does, too.

    None also where two of them fit and read differently: then nothing is sure.
    """
    if _fits(sample.decode("cp1252", "replace")):
        return None
    fitting = {sample.decode(name): name for name in reversed(_OLDER) if _fits(sample.decode(name))}
    if not fitting and _fits(sample.decode(_CENTRAL, "replace"), _CENTRAL_LETTERS):
        return _CENTRAL
    return next(iter(fitting.values())) if len(fitting) == 1 else None


def _fits(text: str, letters: AbstractSet[str] = _LETTERS) -> bool:
    """Tell whether each sign beyond ASCII stands where people write it."""
    padded = f" {text} "
    return all(
        here.isascii() or _stands_right(before, here, after, letters)
        for (before, here), after in zip(pairwise(padded), padded[2:], strict=False)
    )


def _stands_right(before: str, here: str, after: str, letters: AbstractSet[str]) -> bool:
    if here in _RAISED:
        return before == "m" and not after.isalnum()
    if here in _SIGNS and not (before.isalpha() and after.isalpha()):
        return True
    if here == "’":
        return True
    if here not in letters:
        return False
    if here.islower():
        return (before.isalpha() or after.isalpha()) and not after.isupper()
    # a capital begins a word, or stands among others
    return (
        not before.islower()
        and (after.isalpha() or before.isalpha())
        and not (before.isupper() and after.islower())
    )
