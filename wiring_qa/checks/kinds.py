"""What a check states and how a row stands."""

import enum
from typing import Any

from flask_babel import lazy_gettext as _l


class CheckResult(enum.StrEnum):
    """What an inspector found on a row."""

    OK = "ok"
    FAULTY = "faulty"


class ExtraCheck(enum.StrEnum):
    """What OK must confirm by name on a row that asks for it."""

    LABEL = "label"
    COLOUR = "colour"
    LUG = "lug"
    SIZE = "size"

    @property
    def label_text(self) -> Any:
        """The check in the reader's language."""
        return _EXTRA_LABELS[self]


_EXTRA_LABELS = {
    ExtraCheck.LABEL: _l("label"),
    ExtraCheck.COLOUR: _l("colour"),
    ExtraCheck.LUG: _l("lug"),
    ExtraCheck.SIZE: _l("size"),
}


class RowState(enum.StrEnum):
    """How a row of a cabinet stands; derived from facts by `checks.rules.row_state`."""

    TODO = "todo"
    SECOND_PERSON = "second_person"
    IN_ORDER = "in_order"
    FAULTY = "faulty"
    FIXED = "fixed"
    WAITING_PART = "waiting_part"
    TO_REMOVE = "to_remove"
    REMOVED = "removed"

    @property
    def label(self) -> Any:
        """The state in the reader's language."""
        return _STATE_LABELS[self]


GONE = (RowState.TO_REMOVE, RowState.REMOVED)
"""States of a row that a new revision removed: it is no row of the cabinet any more."""

_STATE_LABELS = {
    RowState.TODO: _l("left to do"),
    RowState.SECOND_PERSON: _l("second person needed"),
    RowState.IN_ORDER: _l("in order"),
    RowState.FAULTY: _l("faulty"),
    RowState.FIXED: _l("fixed, recheck needed"),
    RowState.WAITING_PART: _l("waiting for part"),
    RowState.TO_REMOVE: _l("removed from the table, to be confirmed"),
    RowState.REMOVED: _l("confirmed removed"),
}
