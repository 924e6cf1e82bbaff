"""Cabinet codes: short, not guessable, unambiguous to read aloud, with a check character.

A code is eight random symbols (39 bits) and a check symbol, over the 31 digits and capital letters that
cannot be taken for one another (no 0, I, L, O, U). As 31 is prime, a weighted sum modulo 31 with a weight of
its own for each place catches every single wrong symbol and every two symbols exchanged.
"""

import hashlib
import hmac
import secrets
import unicodedata
from uuid import UUID

SYMBOLS = "123456789ABCDEFGHJKMNPQRSTVWXYZ"
RANDOM_SYMBOLS = 8
_TAKEN_FOR = str.maketrans("IL", "11")
_GROUP = 3


def new_code() -> str:
    """Return a new random code."""
    body = "".join(secrets.choice(SYMBOLS) for _ in range(RANDOM_SYMBOLS))
    return body + check_symbol(body)


def code_for(number: UUID, key: str) -> str:
    """Return the code of the cabinet that a form's number adds: always the same one.

    So a form posted twice names one cabinet. Without the plant's secret key it is as hard to guess as a
    random one.
    """
    drawn = int.from_bytes(hmac.digest(key.encode(), number.bytes, hashlib.sha256))
    body = ""
    for _place in range(RANDOM_SYMBOLS):
        drawn, symbol = divmod(drawn, len(SYMBOLS))
        body += SYMBOLS[symbol]
    return body + check_symbol(body)


def check_symbol(body: str) -> str:
    """Return the symbol that makes the weighted sum of the whole code divisible by 31."""
    total = sum(weight * SYMBOLS.index(symbol) for weight, symbol in enumerate(body, 2))
    return SYMBOLS[-total % len(SYMBOLS)]


def normalise(text: str) -> str:
    """Return a typed or read-out code in its one spelling: capitals, no spaces or dashes, I and L as 1.

    A Chinese keyboard's full-width letters count as their plain ones.
    """
    kept = "".join(each for each in unicodedata.normalize("NFKC", text).upper() if each.isalnum())
    return kept.translate(_TAKEN_FOR)


def is_spelled_like_one(code: str) -> bool:
    """Tell whether a normalised text could be a code with a mistake in it: it has the length of one."""
    return len(code) == RANDOM_SYMBOLS + 1 and code.isascii()


def is_valid(code: str) -> bool:
    """Tell whether a normalised code has the right length, symbols and check symbol."""
    if len(code) != RANDOM_SYMBOLS + 1 or any(each not in SYMBOLS for each in code):
        return False
    return check_symbol(code[:-1]) == code[-1]


def spaced(code: str) -> str:
    """Return a code in groups of three, as it is printed and read aloud."""
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))
