"""What becomes of a row from one revision of a wiring table to the next."""

import enum
from typing import Any

from flask_babel import lazy_gettext as _l


class Change(enum.StrEnum):
    """What became of a row."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    UNCHANGED = "unchanged"

    @property
    def label(self) -> Any:
        """The kind of change in the reader's language."""
        return _LABELS[self]


_LABELS = {
    Change.ADDED: _l("added"),
    Change.REMOVED: _l("removed"),
    Change.CHANGED: _l("changed"),
    Change.UNCHANGED: _l("unchanged"),
}
