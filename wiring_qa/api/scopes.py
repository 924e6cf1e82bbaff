"""What a token opens."""

import enum
from typing import Any

from flask_babel import lazy_gettext as _l


class Scope(enum.StrEnum):
    """A part of the API."""

    CABINETS_READ = "cabinets:read"
    CABINETS_WRITE = "cabinets:write"
    FINDINGS_READ = "findings:read"
    RECORDS_READ = "records:read"
    COMPLAINTS_WRITE = "complaints:write"
    FIGURES_READ = "figures:read"

    @property
    def label(self) -> Any:
        """What it allows, in the reader's language."""
        return _LABELS[self]


_LABELS = {
    Scope.CABINETS_READ: _l("Read cabinets and how they stand"),
    Scope.CABINETS_WRITE: _l("Add cabinets, and say who wires them"),
    Scope.FINDINGS_READ: _l("Read findings"),
    Scope.RECORDS_READ: _l("Read inspection records"),
    Scope.COMPLAINTS_WRITE: _l("Record complaints"),
    Scope.FIGURES_READ: _l("Read the figures of the trends"),
}
