"""What the fields of a wire are called."""

from typing import Any

from flask_babel import lazy_gettext as _l

from wiring_qa.tables.kinds import Target

FIELD_LABELS: dict[Target, Any] = {
    Target.NUMBER: _l("Number"),
    Target.FROM_DEVICE: _l("From device"),
    Target.FROM_TERMINAL: _l("From terminal"),
    Target.TO_DEVICE: _l("To device"),
    Target.TO_TERMINAL: _l("To terminal"),
    Target.COLOUR: _l("Colour"),
    Target.CROSS_SECTION: _l("Cross-section"),
    Target.WIRE_TYPE: _l("Wire type"),
    Target.FROM_LUG: _l("Lug at the from end"),
    Target.TO_LUG: _l("Lug at the to end"),
    Target.LENGTH: _l("Length"),
    Target.FROM_LOCATION: _l("Location of the from end"),
    Target.TO_LOCATION: _l("Location of the to end"),
    Target.FROM_TYPE: _l("Type of the from device"),
    Target.TO_TYPE: _l("Type of the to device"),
    Target.POTENTIAL: _l("Potential"),
    Target.PAGE: _l("Page"),
    Target.REMARK: _l("Remark"),
    Target.WIDE: _l("Wide span"),
}

PAIR_LABELS: dict[str, Any] = {
    "from": _l("From device and terminal in one"),
    "to": _l("To device and terminal in one"),
    "lug": _l("Lug at both ends"),
    "location": _l("Location of both ends"),
}
"""What `kinds.PAIRS` are called: one column that fills two fields."""
