"""Kinds of fault, ends of a wire, and how a finding stands."""

import enum
from typing import Any

from flask_babel import lazy_gettext as _l


class Kind(enum.StrEnum):
    """What is wrong; the order is the order of the choices on the screen."""

    MISSING = "missing"
    WRONG = "wrong"
    LOOSE = "loose"
    DROPPED = "dropped"
    MISSING_PART = "missing_part"
    WRONG_COLOUR = "wrong_colour"
    WRONG_LUG = "wrong_lug"
    WRONG_SIZE = "wrong_size"
    WRONG_LABEL = "wrong_label"
    DAMAGED = "damaged"
    EXTRA = "extra"
    OTHER = "other"

    @property
    def label(self) -> Any:
        """The kind in the reader's language."""
        return _KIND_LABELS[self]


_KIND_LABELS = {
    Kind.MISSING: _l("Missing connection"),
    Kind.WRONG: _l("Wrong connection"),
    Kind.LOOSE: _l("Loose connection"),
    Kind.DROPPED: _l("Dropped connection"),
    Kind.MISSING_PART: _l("Missing part"),
    Kind.WRONG_COLOUR: _l("Wrong colour"),
    Kind.WRONG_LUG: _l("Wrong lug"),
    Kind.WRONG_SIZE: _l("Wrong size"),
    Kind.WRONG_LABEL: _l("Wrong or misplaced label"),
    Kind.DAMAGED: _l("Damaged"),
    Kind.EXTRA: _l("Extra wire"),
    Kind.OTHER: _l("Other"),
}

MAIN_KINDS = (Kind.MISSING, Kind.WRONG, Kind.LOOSE, Kind.DROPPED)


class End(enum.StrEnum):
    """The end of the wire that a fault is at."""

    FROM = "from"
    TO = "to"
    BOTH = "both"

    @property
    def label(self) -> Any:
        """The end in the reader's language."""
        return {End.FROM: _l("From end"), End.TO: _l("To end"), End.BOTH: _l("Both ends")}[self]

    @property
    def exchanged(self) -> "End":
        """The same end of a wire that is written the other way round."""
        return {End.FROM: End.TO, End.TO: End.FROM, End.BOTH: End.BOTH}[self]


class Confirmation(enum.StrEnum):
    """What a recheck against the wiring table confirms, one by one."""

    FROM = "from"
    TO = "to"
    PULL = "pull"

    @property
    def label_text(self) -> Any:
        """The confirmation in the reader's language."""
        return {
            Confirmation.FROM: _l("From end"),
            Confirmation.TO: _l("To end"),
            Confirmation.PULL: _l("Pull test"),
        }[self]


class FindingState(enum.StrEnum):
    """How a finding stands; derived from facts by `findings.rules.finding_state`."""

    OPEN = "open"
    FIXED = "fixed"
    CLOSED = "closed"
    CONCEDED = "conceded"
    TAKEN_BACK = "taken_back"

    @property
    def label(self) -> Any:
        """The state in the reader's language."""
        return _STATE_LABELS[self]


_STATE_LABELS = {
    FindingState.OPEN: _l("Open"),
    FindingState.FIXED: _l("Fixed, recheck needed"),
    FindingState.CLOSED: _l("Closed"),
    FindingState.CONCEDED: _l("Conceded"),
    FindingState.TAKEN_BACK: _l("Taken back"),
}


class Origin(enum.StrEnum):
    """The step that brought a finding to light."""

    INSPECTION = "inspection"
    SPOT_CHECK = "spot_check"

    @property
    def label(self) -> Any:
        """The step in the reader's language."""
        return {Origin.INSPECTION: _l("Inspection"), Origin.SPOT_CHECK: _l("Spot check")}[self]
