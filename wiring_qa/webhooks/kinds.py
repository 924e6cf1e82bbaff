"""What other systems are told of, and how the telling stands."""

import enum
from typing import Any

from flask_babel import lazy_gettext as _l


class EventKind(enum.StrEnum):
    """Something that other systems are told of; the value is its name on the wire."""

    FINDING_RAISED = "finding.raised"
    ROUND_FAILED = "round.failed"
    CABINET_RELEASED = "cabinet.released"

    @property
    def label(self) -> Any:
        """The event in the reader's language."""
        return _LABELS[self]


_LABELS = {
    EventKind.FINDING_RAISED: _l("A finding was raised"),
    EventKind.ROUND_FAILED: _l("A tightening round failed"),
    EventKind.CABINET_RELEASED: _l("A cabinet was released"),
}


class DeliveryState(enum.StrEnum):
    """Whether an event was delivered to a webhook."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    GIVEN_UP = "given_up"

    @property
    def label(self) -> Any:
        """The state in the reader's language."""
        return _STATES[self]


_STATES = {
    DeliveryState.WAITING: _l("waiting"),
    DeliveryState.DELIVERED: _l("delivered"),
    DeliveryState.GIVEN_UP: _l("given up"),
}
