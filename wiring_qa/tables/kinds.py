"""What a column can hold, how grave a problem is, and what becomes of a row."""

import enum


class Target(enum.StrEnum):
    """A field of a wire that a source column can fill; the names are those of the contract."""

    NUMBER = "number"
    FROM_DEVICE = "from_device"
    FROM_TERMINAL = "from_terminal"
    TO_DEVICE = "to_device"
    TO_TERMINAL = "to_terminal"
    COLOUR = "colour"
    CROSS_SECTION = "cross_section_mm2"
    WIRE_TYPE = "wire_type"
    FROM_LUG = "from_lug"
    TO_LUG = "to_lug"
    LENGTH = "length_mm"
    FROM_LOCATION = "from_location"
    TO_LOCATION = "to_location"
    FROM_TYPE = "from_type"
    TO_TYPE = "to_type"
    POTENTIAL = "potential"
    PAGE = "page"
    REMARK = "remark"
    WIDE = "wide"


PAIRS: dict[str, tuple[Target, Target]] = {
    "from": (Target.FROM_DEVICE, Target.FROM_TERMINAL),
    "to": (Target.TO_DEVICE, Target.TO_TERMINAL),
    "lug": (Target.FROM_LUG, Target.TO_LUG),
    "location": (Target.FROM_LOCATION, Target.TO_LOCATION),
}
"""Names for one column that fills two fields: a designation with its terminal, or one lug for both ends."""


class Level(enum.StrEnum):
    """How grave a problem is: an error means that its row cannot be a wire."""

    ERROR = "error"
    WARNING = "warning"


class RowKind(enum.StrEnum):
    """What a source row is; every one is exactly one of these."""

    WIRE = "wire"
    TITLE = "title"
    HEADER = "header"
    BLANK = "blank"
    GROUP = "group"
    SUBTOTAL = "subtotal"
    FOOTNOTE = "footnote"
    LEFT_OUT = "left_out"
    """A person said that it is no wire."""
    NO_WIRE = "no_wire"
    """It is drawn like a wire and wires nothing."""
    UNREADABLE = "unreadable"


class Flag(enum.StrEnum):
    """Why a wire asks for more than the one tap."""

    LARGE = "large"
    WIDE = "wide"
    LOOK_ALIKE = "look_alike"
