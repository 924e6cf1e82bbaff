"""Stages of a cabinet's life; which one a cabinet is in is derived by `release`."""

import enum
from typing import Any

from flask_babel import lazy_gettext as _l


class Stage(enum.StrEnum):
    """Where a cabinet stands, in the order of its life."""

    INSPECTING = "inspecting"
    FIXING = "fixing"
    RECHECKING = "rechecking"
    TIGHTENING = "tightening"
    SPOT_CHECK = "spot_check"
    READY = "ready"
    RELEASED = "released"

    @property
    def label(self) -> Any:
        """The stage in the reader's language."""
        return _LABELS[self]


_LABELS = {
    Stage.INSPECTING: _l("Inspecting"),
    Stage.FIXING: _l("Fixing"),
    Stage.RECHECKING: _l("Rechecking"),
    Stage.TIGHTENING: _l("Tightening"),
    Stage.SPOT_CHECK: _l("Spot check"),
    Stage.READY: _l("Ready for release"),
    Stage.RELEASED: _l("Released"),
}
