"""The hash chain: pure functions that seal entries and find where a chain was tampered with.

Each entry's hash is SHA-256 over the hash before it and the entry's canonical JSON; a chain's head is sealed
with HMAC-SHA256 under the plant's secret key, so that neither cutting off nor adding entries goes unseen.
"""

import hashlib
import hmac
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

START = "0" * 64
"""What stands before a chain's first entry."""


@dataclass(frozen=True)
class Link:
    """One stored entry: its position, the part that is hashed, and its stored hashes."""

    position: int
    entry: Mapping[str, Any]
    previous_hash: str
    hash: str


@dataclass(frozen=True)
class Break:
    """The first place where a chain does not hold; ``reason`` is edited, missing, inserted or head."""

    position: int
    reason: str


def canonical(data: Any) -> bytes:
    """Return the one JSON text of some data: sorted keys, UTF-8, no spaces; NaN is refused."""
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode()


def entry_hash(previous_hash: str, entry: Mapping[str, Any]) -> str:
    """Return an entry's hash, which covers the one before it."""
    return hashlib.sha256(previous_hash.encode() + canonical(entry)).hexdigest()


def seal(key: str, chain: str, position: int, digest: str) -> str:
    """Return the seal of a chain's head."""
    return hmac.new(key.encode(), canonical([chain, position, digest]), hashlib.sha256).hexdigest()


def first_break(links: Iterable[Link], head_position: int, head_hash: str) -> Break | None:
    """Walk a chain in the order of its positions; return the first place where it does not hold."""
    position, digest = 0, START
    for link in links:
        if link.position != position + 1:
            return Break(position + 1, "missing" if link.position > position + 1 else "inserted")
        if link.previous_hash != digest or entry_hash(digest, link.entry) != link.hash:
            return Break(link.position, "edited")
        position, digest = link.position, link.hash
    if (position, digest) != (head_position, head_hash):
        return Break(min(position, head_position) + 1, "missing" if head_position > position else "head")
    return None
