"""How a round stands, why it was started, and what a spot check found."""

import enum
from typing import Any

from flask_babel import lazy_gettext as _l


class RoundState(enum.StrEnum):
    """How a round stands; derived from facts by `tightening.rules.round_state`."""

    TIGHTENING = "tightening"
    SPOT_CHECK = "spot_check"
    PASSED = "passed"
    FAILED = "failed"

    @property
    def label(self) -> Any:
        """The state in the reader's language."""
        return _STATE_LABELS[self]


_STATE_LABELS = {
    RoundState.TIGHTENING: _l("Tightening"),
    RoundState.SPOT_CHECK: _l("Spot check"),
    RoundState.PASSED: _l("Passed"),
    RoundState.FAILED: _l("Failed"),
}


class RoundReason(enum.StrEnum):
    """Why a round was started."""

    FIRST_INSPECTION_DONE = "first_inspection_done"
    ASKED = "asked"
    ROUND_FAILED = "round_failed"

    @property
    def label(self) -> Any:
        """The reason in the reader's language."""
        return _REASON_LABELS[self]


_REASON_LABELS = {
    RoundReason.FIRST_INSPECTION_DONE: _l("The first inspection is done"),
    RoundReason.ASKED: _l("An inspector asked for it"),
    RoundReason.ROUND_FAILED: _l("The round before failed"),
}


class SpotResult(enum.StrEnum):
    """What the spot check of a row found."""

    HELD = "held"
    MOVED = "moved"

    @property
    def label(self) -> Any:
        """The result in the reader's language."""
        return {SpotResult.HELD: _l("Held"), SpotResult.MOVED: _l("Moved")}[self]
