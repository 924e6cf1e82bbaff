"""Draws the sample of the spot check.

The draw is reproducible by anyone from the seed alone: rows are ranked by SHA-256 of ``seed|sequence``, and
the lowest ranks are drawn. No random generator is involved whose sequence could change between versions.
"""

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from wiring_qa.tightening.kinds import SampleReason


@dataclass(frozen=True)
class Candidate:
    """A row that can be drawn; ``reasons`` are those for which it must be."""

    sequence: int
    reasons: Collection[SampleReason] = ()


@dataclass(frozen=True)
class Drawn:
    """A drawn row and why."""

    sequence: int
    reasons: tuple[SampleReason, ...]

    @property
    def is_random(self) -> bool:
        """Whether chance alone drew it, so that the plan's acceptance number applies."""
        return self.reasons == (SampleReason.RANDOM,)


def mandatory_reasons(
    *, was_loose: bool, was_dropped: bool, large: bool, always: bool
) -> tuple[SampleReason, ...]:
    """Return for which reasons a row is drawn whatever chance says."""
    told = {
        SampleReason.WAS_LOOSE: was_loose,
        SampleReason.WAS_DROPPED: was_dropped,
        SampleReason.LARGE: large,
        SampleReason.ALWAYS_SAMPLED: always,
    }
    return tuple(reason for reason, holds in told.items() if holds)


def rank(seed: str, sequence: int) -> bytes:
    """Return a row's place in the order of the draw."""
    return hashlib.sha256(f"{seed}|{sequence}".encode()).digest()


def draw(rows: Iterable[Candidate], sample_size: int, seed: str) -> list[Drawn]:
    """Draw every row that has a reason, and random ones of the others up to the plan's sample size.

    Returns the drawn rows by sequence. Where fewer rows are left than the plan asks for, all are drawn.
    """
    candidates = list(rows)
    named = [Drawn(row.sequence, tuple(row.reasons)) for row in candidates if row.reasons]
    others = sorted((rank(seed, row.sequence), row.sequence) for row in candidates if not row.reasons)
    random = [Drawn(sequence, (SampleReason.RANDOM,)) for _, sequence in others[:sample_size]]
    return sorted(named + random, key=lambda row: row.sequence)
