"""The steps that should have caught a fault."""

import enum
from typing import Any

from flask_babel import lazy_gettext as _l


class Step(enum.StrEnum):
    """The step of the work that a fault escaped from."""

    INSPECTION = "inspection"
    RECHECK = "recheck"
    TIGHTENING = "tightening"
    SPOT_CHECK = "spot_check"
    LATER = "later"
    """It came after the release; no step could have caught it."""

    @property
    def label(self) -> Any:
        """The step in the reader's language."""
        return _LABELS[self]


_LABELS = {
    Step.INSPECTION: _l("Inspection"),
    Step.RECHECK: _l("Recheck"),
    Step.TIGHTENING: _l("Tightening"),
    Step.SPOT_CHECK: _l("Spot check"),
    Step.LATER: _l("After the release (transport, customer)"),
}
