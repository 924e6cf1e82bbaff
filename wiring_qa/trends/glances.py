"""The figures of a period at a glance, to be set beside those of the one before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wiring_qa.findings.kinds import Origin
from wiring_qa.trends.figures.first_pass import FirstPass, first_passes, summed
from wiring_qa.trends.figures.rates import Rates, raised, rates
from wiring_qa.trends.filters import Filters


@dataclass(frozen=True)
class Glance:
    """Findings and rows, first passes, and what only the spot check found."""

    rates: Rates
    passes: Sequence[FirstPass]
    escaped: int

    @property
    def first_pass(self) -> FirstPass:
        """The first passes of the whole period."""
        return summed(self.passes)


def glance(filters: Filters) -> Glance:
    """Return a period's figures at a glance."""
    escaped = sum(raised(replace(filters, origin=Origin.SPOT_CHECK.value)))
    return Glance(rates(filters), first_passes(filters), escaped)
