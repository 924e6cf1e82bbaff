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
    """Walk a chain in the order of its positions; return the first place where it does not hold.

    An entry must cover its own position. Cut-off entries are ``missing`` and entries past the head
    ``inserted``; ``head`` says that the last entry and the head differ, which the head's seal decides.
    """
    last: Link | None = None
    for link in links:
        found = _misfit(link, last)
        if found is not None:
            return found
        last = link
    position, digest = (last.position, last.hash) if last else (0, START)
    if position != head_position:
        return Break(min(position, head_position) + 1, "missing" if head_position > position else "inserted")
    return None if digest == head_hash else Break(position, "head")


def _misfit(link: Link, last: Link | None) -> Break | None:
    """Judge a link by the one before it, which was found to hold so far."""
    position, digest = (last.position, last.hash) if last else (0, START)
    if link.position <= position:
        return Break(link.position, "inserted")
    if link.position > position + 1:
        return Break(position + 1, "missing")
    if link.previous_hash == digest and entry_hash(digest, link.entry) == link.hash:
        return None
    if last and digest != link.previous_hash and entry_hash(digest, link.entry) != link.hash:
        if link.previous_hash == last.previous_hash:
            return Break(position, "inserted")  # this one still names the entry before that one
        if entry_hash(link.previous_hash, link.entry) == link.hash:
            return Break(position, "edited")  # this one is whole: that one was edited and hashed anew
    return Break(link.position, "edited")
