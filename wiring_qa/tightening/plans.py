"""Sampling plans of ISO 2859-1: single sampling, normal inspection.

The tables agree with MIL-STD-105E and ANSI/ASQ Z1.4. Levels are S-1 to S-4 and I to III; the AQL is in per
cent nonconforming.
"""

from bisect import bisect_left
from dataclasses import dataclass
from decimal import Decimal

SOURCE = "ISO 2859-1, single sampling, normal inspection"
LEVELS = ("S-1", "S-2", "S-3", "S-4", "I", "II", "III")
SIZES = {
    "A": 2, "B": 3, "C": 5, "D": 8, "E": 13, "F": 20, "G": 32, "H": 50, "J": 80, "K": 125, "L": 200,
    "M": 315, "N": 500, "P": 800, "Q": 1250, "R": 2000,
}  # fmt: skip
LETTERS = tuple(SIZES)
LOTS_UP_TO = (8, 15, 25, 50, 90, 150, 280, 500, 1200, 3200, 10000, 35000, 150000, 500000)
LETTERS_OF_LOTS = (
    "AAAAAAB", "AAAAABC", "AABBBCD", "ABBCCDE", "BBCCCEF", "BBCDDFG", "BCDEEGH", "BCDEFHJ",
    "CCEFGJK", "CDEGHKL", "CDFGJLM", "CDFHKMN", "DEGJLNP", "DEGJMPQ", "DEHKNQR",
)  # fmt: skip
"""For each lot size of `LOTS_UP_TO`, and for larger ones, the code letter at each of `LEVELS`."""
LETTER_WITH_AC_0 = {
    Decimal(aql): letter
    for aql, letter in (
        ("0.10", "K"), ("0.15", "J"), ("0.25", "H"), ("0.40", "G"), ("0.65", "F"), ("1.0", "E"),
        ("1.5", "D"), ("2.5", "C"), ("4.0", "B"), ("6.5", "A"),
    )
}  # fmt: skip
AQLS = tuple(LETTER_WITH_AC_0)
_ACCEPTANCE = (1, 2, 3, 5, 7, 10, 14, 21)
"""Acceptance numbers from the third letter after the one with Ac = 0 on; the two between are arrows."""


@dataclass(frozen=True)
class SamplingPlan:
    """How many rows are drawn from a lot and how many of them may move.

    ``letter`` is the code letter whose sample size is used; ``whole_lot`` says that every row is checked.
    """

    letter: str
    sample_size: int
    acceptance_number: int
    whole_lot: bool


def code_letter(lot_size: int, level: str) -> str:
    """Return the code letter for a lot of at least one row; raises ValueError for an unknown level."""
    return LETTERS_OF_LOTS[bisect_left(LOTS_UP_TO, lot_size)][LEVELS.index(level)]


def plan_for(lot_size: int, level: str, aql: Decimal) -> SamplingPlan:
    """Return the plan for a lot; where the sample would be as large as the lot, the whole lot is checked.

    Raises ValueError for an unknown level and KeyError for an AQL that the table does not have.
    """
    start = LETTERS.index(LETTER_WITH_AC_0[aql])
    place, acceptance = _follow_arrows(LETTERS.index(code_letter(lot_size, level)) - start)
    letter = LETTERS[start + place]
    whole = SIZES[letter] >= lot_size
    return SamplingPlan(letter, lot_size if whole else SIZES[letter], acceptance, whole)


def _follow_arrows(steps: int) -> tuple[int, int]:
    """Return how many letters after the one with Ac = 0 the plan stands, and its acceptance number."""
    if steps <= 1:
        # letters before point forward to it, the letter after it points back
        return 0, 0
    place = min(max(steps, 3), 2 + len(_ACCEPTANCE))
    return place, _ACCEPTANCE[place - 3]
