"""The wires that someone names: by number, by an end, or by their row."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.core.db import AnyRow, db
from wiring_qa.core.refusals import Refusal
from wiring_qa.core.words import listed
from wiring_qa.tables.models import Wire

MOST = 50
"""How many wires one complaint or trace takes: more are a whole cabinet."""
_BETWEEN = re.compile(r"[,;，；、\s]+")


@dataclass(frozen=True)
class Named:
    """The wires that a text names, each once in the table's order, and the names that fit none."""

    wires: Sequence[AnyRow]
    unknown: Sequence[str]

    @property
    def refusal(self) -> Refusal | None:
        """Why the text cannot be taken, if it cannot."""
        if self.unknown:
            names = listed(self.unknown)
            return Refusal("no_wire", _l("No wire of this cabinet: %(names)s", names=names), "wires")
        if len(self.wires) > MOST:
            return Refusal("too_many", _l("At most %(most)d wires at once.", most=MOST), "wires")
        return None


def named_wires(cabinet: Cabinet, text: str) -> Named:
    """Return the wires of a cabinet's table that a text names.

    A name is a wire's number, an end (``-K1:13``, or ``-K1`` for all of a device; the leading sign may be
    left out) or a row (``#12``). A number that several segments bear names all of them.
    """
    columns = (
        *(Wire.id, Wire.sequence, Wire.number),
        *(Wire.from_device, Wire.from_terminal, Wire.to_device, Wire.to_terminal),
    )
    query = select(*columns).where(Wire.table_id == cabinet.table_id).order_by(Wire.sequence)
    wires = db.session.execute(query).all()
    names = list(dict.fromkeys(name for name in _BETWEEN.split(text.strip()) if name))
    found: dict[int, AnyRow] = {}
    unknown = []
    for name in names:
        fitting = _fitting(wires, name.casefold())
        found |= {wire.id: wire for wire in fitting}
        if not fitting:
            unknown.append(name)
    return Named(sorted(found.values(), key=lambda wire: wire.sequence), unknown)


def _fitting(wires: Sequence[AnyRow], name: str) -> list[AnyRow]:
    if name.startswith("#"):
        return [wire for wire in wires if name[1:] == str(wire.sequence)]
    numbered = [wire for wire in wires if (wire.number or "").casefold() == name]
    return numbered or [wire for wire in wires if name.removeprefix("-") in _ends(wire)]


def _ends(wire: AnyRow) -> set[str]:
    found = set()
    for device, terminal in ((wire.from_device, wire.from_terminal), (wire.to_device, wire.to_terminal)):
        plain = device.casefold().removeprefix("-")
        found |= {plain, f"{plain}:{(terminal or '').casefold()}"}
    return found
