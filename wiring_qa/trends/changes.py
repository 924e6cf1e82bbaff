"""Whether two rates differ by more than chance."""

import math
from dataclasses import dataclass

CLEAR = 1.96
"""The normal deviate beyond which two rates are told apart: chance alone passes it once in twenty times."""
FEWEST = 5
"""Findings in both periods together below which nothing is said of a change."""


@dataclass(frozen=True)
class Change:
    """Findings and rows of two periods."""

    name: str
    findings: int
    rows: int
    findings_before: int
    rows_before: int

    @property
    def per_thousand(self) -> float | None:
        """Findings per 1,000 rows now."""
        return 1000 * self.findings / self.rows if self.rows else None

    @property
    def per_thousand_before(self) -> float | None:
        """Findings per 1,000 rows in the period before."""
        return 1000 * self.findings_before / self.rows_before if self.rows_before else None

    @property
    def deviate(self) -> float:
        """How far the rates are apart in standard deviations of their difference, 0 where nothing is said.

        Two Poisson rates under the hypothesis that they are one, by the normal approximation.
        """
        findings, rows = self.findings + self.findings_before, self.rows + self.rows_before
        if not (self.rows and self.rows_before) or findings < FEWEST:
            return 0.0
        difference = self.findings / self.rows - self.findings_before / self.rows_before
        return difference / math.sqrt(findings / rows * (1 / self.rows + 1 / self.rows_before))

    @property
    def is_clear(self) -> bool:
        """Whether chance alone would seldom bring such a difference."""
        return abs(self.deviate) >= CLEAR
