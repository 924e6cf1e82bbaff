"""Passwords and PINs, kept as argon2id hashes (RFC 9106, second recommended option)."""

import re
import unicodedata
from functools import cache

from argon2 import PasswordHasher, profiles
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher.from_parameters(profiles.RFC_9106_LOW_MEMORY)
_PIN = re.compile(r"[0-9]{4,8}")


def _normal(secret: str) -> str:
    """A Chinese keyboard may type digits and letters in full width; they mean the same."""
    return unicodedata.normalize("NFKC", secret)


def is_pin(secret: str) -> bool:
    """Tell whether a secret is a PIN, 4 to 8 digits; every password is longer."""
    return _PIN.fullmatch(_normal(secret)) is not None


def hashed(secret: str) -> str:
    """Return the hash that is stored of a password or PIN."""
    return _hasher.hash(_normal(secret))


@cache
def _of_nobody() -> str:
    return hashed("a name that is not known costs as much time as one that is")


def is_right(secret: str, stored: str | None) -> bool:
    """Tell whether a secret fits the stored hash; takes its time even where none is stored."""
    try:
        fits = _hasher.verify(stored or _of_nobody(), _normal(secret))
    except (VerificationError, InvalidHashError):
        return False
    return fits and stored is not None
