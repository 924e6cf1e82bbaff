"""When a cabinet may be added."""

from flask_babel import lazy_gettext as _l

from wiring_qa.core.refusals import Refusal

FIRST = 1
"""The position of a chain's first entry."""


def may_add(position: int, *, serial_taken: bool) -> Refusal | None:
    """A cabinet opens its own chain, and no two carry the same serial number."""
    if position != FIRST:
        return Refusal("code_taken", _l("This code already belongs to a cabinet."))
    if serial_taken:
        return Refusal("serial_taken", _l("A cabinet with this serial number exists already."), "serial")
    return None
