"""What a wire says in a compared field, in the reader's words."""

from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import gettext as _

from wiring_qa.checks.kinds import ExtraCheck
from wiring_qa.checks.rows import size_text
from wiring_qa.core.i18n import number
from wiring_qa.core.words import listed
from wiring_qa.tables.comparing.compared_fields import TURNED, Field
from wiring_qa.tables.drafts.originals import end_of

_BACK = TURNED | {back: there for there, back in TURNED.items()}


def _demands(wire: Any) -> str:
    asked = [ExtraCheck(each).label_text for each in wire.extra_checks]
    return str(listed([*asked, *([_("second person")] if wire.is_wide else [])]))


_TEXTS: dict[Field, Callable[[Any], str]] = {
    Field.NUMBER: lambda wire: wire.number or "",
    Field.FROM: lambda wire: end_of(wire, "from"),
    Field.TO: lambda wire: end_of(wire, "to"),
    Field.COLOUR: lambda wire: wire.colour or wire.colour_text or "",
    Field.CROSS_SECTION: size_text,
    Field.WIRE_TYPE: lambda wire: wire.wire_type or "",
    Field.FROM_LUG: lambda wire: wire.from_lug or "",
    Field.TO_LUG: lambda wire: wire.to_lug or "",
    Field.DEMANDS: _demands,
    Field.LENGTH: lambda wire: f"{number(wire.length_mm)} mm" if wire.length_mm is not None else "",
    Field.POTENTIAL: lambda wire: wire.potential or "",
    Field.FROM_LOCATION: lambda wire: wire.from_location or "",
    Field.TO_LOCATION: lambda wire: wire.to_location or "",
    Field.PAGE: lambda wire: wire.page or "",
    Field.REMARK: lambda wire: wire.remark or "",
    Field.EXTRA: lambda wire: "; ".join(f"{name}: {value}" for name, value in wire.extra.items()),
}


def teller(categories: Mapping[str, str]) -> Callable[[Any, Field, bool], str]:
    """Return what tells a field of a wire; of a turned one, ends are named as the new table has them."""

    def told(wire: Any, field: Field, is_turned: bool) -> str:
        if field is Field.CATEGORY:
            return categories.get(wire.category, str(wire.category))
        return _TEXTS[_BACK.get(field, field) if is_turned else field](wire)

    return told
