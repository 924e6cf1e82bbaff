"""Why a row was drawn for the spot check."""

import enum
from typing import Any

from flask_babel import lazy_gettext as _l


class SampleReason(enum.StrEnum):
    """Why a row was drawn; all but the random ones are drawn on top of the plan's sample size.

    ``REWORKED`` is said beside the reason for which the row was drawn the first time; ``REVISED`` is a random
    one of the rows that a new revision added or changed after the sample was drawn.
    """

    WAS_LOOSE = "was_loose"
    WAS_DROPPED = "was_dropped"
    LARGE = "large"
    ALWAYS_SAMPLED = "always_sampled"
    RANDOM = "random"
    REWORKED = "reworked"
    REVISED = "revised"

    @property
    def label(self) -> Any:
        """The reason in the reader's language."""
        return _LABELS[self]


_LABELS = {
    SampleReason.WAS_LOOSE: _l("was loose in this cabinet"),
    SampleReason.WAS_DROPPED: _l("had dropped off in this cabinet"),
    SampleReason.LARGE: _l("large wire"),
    SampleReason.ALWAYS_SAMPLED: _l("category that is always sampled"),
    SampleReason.RANDOM: _l("drawn at random"),
    SampleReason.REWORKED: _l("reworked since its spot check"),
    SampleReason.REVISED: _l("added or changed by a new revision"),
}
