"""How a finding reads once a new revision continues its wire: by the row that the table has now."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from wiring_qa.core.db import db
from wiring_qa.findings.kinds import End
from wiring_qa.tables.comparing.compared_fields import asks_for_check, differences, values_of
from wiring_qa.tables.comparing.comparison import turned
from wiring_qa.tables.models import Wire


@dataclass(frozen=True)
class Continued:
    """Whether the row has from and to exchanged since, and whether it differs in what is checked."""

    is_turned: bool
    is_changed: bool

    def end(self, end: End) -> End:
        """Return an end as the row has it now."""
        return end.exchanged if self.is_turned else end


SAME = Continued(is_turned=False, is_changed=False)


def continued(pairs: Mapping[Any, int]) -> dict[Any, Continued]:
    """Return how wires read at the rows that continue them, given as earlier wire and wire of the row."""
    if not pairs:
        return {}
    ids = {*pairs, *pairs.values()}
    wires = {wire.id: wire for wire in db.session.scalars(select(Wire).where(Wire.id.in_(ids)))}
    return {earlier: _continued(wires[earlier], wires[wire]) for earlier, wire in pairs.items()}


def _continued(old: Wire, new: Wire) -> Continued:
    is_turned = turned(old, new)
    fields = differences(values_of(old, turned=is_turned), values_of(new))
    return Continued(is_turned, asks_for_check(old, new, fields))
