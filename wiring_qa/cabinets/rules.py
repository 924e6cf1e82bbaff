"""When a cabinet may be added, and when its record may change."""

from flask_babel import lazy_gettext as _l

from wiring_qa.cabinets.codes import is_valid
from wiring_qa.cabinets.kinds import Stage
from wiring_qa.core.refusals import Refusal

FIRST = 1
"""The position of a chain's first entry."""


def may_add(code: str, position: int, *, serial_taken: bool) -> Refusal | None:
    """A cabinet opens a chain of its own under a valid code; no two carry the same serial number."""
    if not is_valid(code):
        return Refusal("bad_code", _l("This is no valid code for a cabinet."))
    if position != FIRST:
        return Refusal("code_taken", _l("This code already belongs to a cabinet."))
    if serial_taken:
        return Refusal("serial_taken", _l("A cabinet with this serial number exists already."), "serial")
    return None


def may_change(stage: Stage) -> Refusal | None:
    """A released record is frozen."""
    if stage is Stage.RELEASED:
        return Refusal(
            "released", _l("This cabinet is released; its record is frozen. A QA lead can reopen it.")
        )
    return None
