"""Passwords and PINs, kept as argon2id hashes (RFC 9106, second recommended option)."""

from functools import cache

from argon2 import PasswordHasher, profiles
from argon2.exceptions import InvalidHashError, VerificationError

_hasher = PasswordHasher.from_parameters(profiles.RFC_9106_LOW_MEMORY)


def hashed(secret: str) -> str:
    """Return the hash that is stored of a password or PIN."""
    return _hasher.hash(secret)


@cache
def _of_nobody() -> str:
    return hashed("a name that is not known costs as much time as one that is")


def is_right(secret: str, *stored: str | None) -> bool:
    """Tell whether a secret fits one of the stored hashes; takes its time even where none is stored."""
    hashes = [each for each in stored if each]
    return any([_fits(secret, each) for each in hashes or [_of_nobody()]]) and bool(hashes)


def _fits(secret: str, stored: str) -> bool:
    try:
        return _hasher.verify(stored, secret)
    except (VerificationError, InvalidHashError):
        return False
