"""Keeps the cached stage of a cabinet; the only writer of it."""

from wiring_qa.journal.registry import Entry


def refresh(entry: Entry) -> None:
    """Derive a cabinet's stage from its facts, in the transaction of the operation that changed them."""
