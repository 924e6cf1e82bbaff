"""What two wires are compared by, and which differences ask for a new check."""

import enum
import unicodedata
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Protocol

from flask_babel import lazy_gettext as _l


class Comparable(Protocol):
    """A wire as the comparison needs it: a stored one, or what a draft will store."""

    number: Any
    from_device: Any
    from_terminal: Any
    to_device: Any
    to_terminal: Any
    colour: Any
    colour_text: Any
    cross_section_mm2: Any
    cross_section_text: Any
    wire_type: Any
    from_lug: Any
    to_lug: Any
    length_mm: Any
    potential: Any
    from_location: Any
    to_location: Any
    page: Any
    remark: Any
    extra: Any
    category: Any
    extra_checks: Any
    is_wide: Any
    sequence: Any


class Field(enum.StrEnum):
    """What can differ between two wires; of a turned wire, ends are named as the new table has them."""

    NUMBER = "number"
    FROM = "from"
    TO = "to"
    COLOUR = "colour"
    CROSS_SECTION = "cross_section"
    WIRE_TYPE = "wire_type"
    FROM_LUG = "from_lug"
    TO_LUG = "to_lug"
    DEMANDS = "demands"
    CATEGORY = "category"
    LENGTH = "length"
    POTENTIAL = "potential"
    FROM_LOCATION = "from_location"
    TO_LOCATION = "to_location"
    PAGE = "page"
    REMARK = "remark"
    EXTRA = "extra"

    @property
    def label(self) -> Any:
        """The field in the reader's language."""
        return _LABELS[self]


_LABELS = {
    Field.NUMBER: _l("Number"),
    Field.FROM: _l("From"),
    Field.TO: _l("To"),
    Field.COLOUR: _l("Colour"),
    Field.CROSS_SECTION: _l("Cross-section"),
    Field.WIRE_TYPE: _l("Wire type"),
    Field.FROM_LUG: _l("Lug at the from end"),
    Field.TO_LUG: _l("Lug at the to end"),
    Field.DEMANDS: _l("What a check confirms"),
    Field.CATEGORY: _l("Category"),
    Field.LENGTH: _l("Length"),
    Field.POTENTIAL: _l("Potential"),
    Field.FROM_LOCATION: _l("Location of the from end"),
    Field.TO_LOCATION: _l("Location of the to end"),
    Field.PAGE: _l("Page"),
    Field.REMARK: _l("Remark"),
    Field.EXTRA: _l("Other columns"),
}

ASKING = frozenset(
    {
        Field.NUMBER, Field.FROM, Field.TO, Field.COLOUR, Field.CROSS_SECTION,
        Field.WIRE_TYPE, Field.FROM_LUG, Field.TO_LUG,
    }
)  # fmt: skip
"""Fields whose difference asks for a new check; demands ask for one where they grew."""

TURNED = {
    Field.FROM: Field.TO,
    Field.FROM_LUG: Field.TO_LUG,
    Field.FROM_LOCATION: Field.TO_LOCATION,
}
"""What becomes of the field of an end where from and to are exchanged, read either way."""

_SIDES = {"from": "to", "to": "from"}


def plain(text: Any) -> str:
    """Return a text as it is compared: no difference of case, width or outer blanks."""
    if not text:
        return ""
    words = str(text).strip()
    return (words if words.isascii() else unicodedata.normalize("NFKC", words)).casefold()


def end_of(wire: Any, side: str) -> tuple[str, str]:
    """Return an end as it is compared; a device is the same with and without its sign."""
    if side == "from":
        return plain(wire.from_device).lstrip("-"), plain(wire.from_terminal)
    return plain(wire.to_device).lstrip("-"), plain(wire.to_terminal)


def values_of(wire: Any, *, turned: bool = False) -> tuple[Any, ...]:
    """Return what is compared, in the order of `Field`; ``turned`` with from and to exchanged."""
    near, far = ("to", "from") if turned else ("from", "to")
    return (
        plain(wire.number),
        end_of(wire, near),
        end_of(wire, far),
        plain(wire.colour or wire.colour_text),
        _size(wire),
        plain(wire.wire_type),
        plain(getattr(wire, f"{near}_lug")),
        plain(getattr(wire, f"{far}_lug")),
        (frozenset(wire.extra_checks), bool(wire.is_wide)),
        wire.category,
        None if wire.length_mm is None else Decimal(wire.length_mm).normalize(),
        plain(wire.potential),
        plain(getattr(wire, f"{near}_location")),
        plain(getattr(wire, f"{far}_location")),
        plain(wire.page),
        plain(wire.remark),
        _beside(wire.extra),
    )


def _size(wire: Any) -> Any:
    if wire.cross_section_mm2 is not None:
        return Decimal(wire.cross_section_mm2).normalize()
    return plain(wire.cross_section_text)


def _beside(extra: Mapping[str, Any]) -> frozenset[tuple[str, str]]:
    return frozenset((plain(name), plain(value)) for name, value in extra.items() if plain(value))


_FIELDS = tuple(Field)


def differences(old: Sequence[Any], new: Sequence[Any]) -> tuple[Field, ...]:
    """Return the fields in which two wires' values differ."""
    if old == new:
        return ()
    return tuple(field for field, was, now in zip(_FIELDS, old, new, strict=True) if was != now)


def asks_for_check(old: Any, new: Any, fields: Sequence[Field]) -> bool:
    """Tell whether differences ask for a new check of the row."""
    if not ASKING.isdisjoint(fields):
        return True
    grown = set(new.extra_checks) - set(old.extra_checks) or (new.is_wide and not old.is_wide)
    return Field.DEMANDS in fields and bool(grown)
