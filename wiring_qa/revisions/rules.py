"""Who may move a cabinet where, and which terminations a change of a row loosens or makes."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from wiring_qa.core.refusals import Refusal
from wiring_qa.tables.comparing.compared_fields import Field, end_of
from wiring_qa.tables.comparing.comparison import RowChange

NO_TABLE = Refusal(
    "no_table", _l("There is no wiring table of this cabinet's model and this revision."), "revision"
)

REPLACED = frozenset({Field.COLOUR, Field.CROSS_SECTION, Field.WIRE_TYPE})
"""What cannot change without another wire being put in, at both ends."""

_AT = {
    "from": frozenset({Field.FROM, Field.FROM_LUG}),
    "to": frozenset({Field.TO, Field.TO_LUG}),
}
_ENDS = {"from": Field.FROM, "to": Field.TO}
_OTHER = {"from": "to", "to": "from"}

Ends = Mapping[tuple[str, str], str]
"""Every end of a table as it is compared, with its device as the table writes it."""


def may_move(current: str, target: str | None, expected: str | None) -> Refusal | None:
    """A cabinet is moved from the revision that the lead saw to another one of its model."""
    if target is None:
        return NO_TABLE
    if expected and expected != current:
        words = _l(
            "This cabinet is at revision %(revision)s by now; look at the effect again.", revision=current
        )
        return Refusal("stale_revision", words, "from_revision")
    if target == current:
        return Refusal("already_there", _l("This cabinet is at this revision already."), "revision")
    return None


def ends_of(wires: Any) -> dict[tuple[str, str], str]:
    """Return every end of a table with its device."""
    return {end_of(wire, side): getattr(wire, f"{side}_device") for wire in wires for side in ("from", "to")}


def reworked_devices(row: RowChange, ends: Ends, *, is_back: bool = False) -> frozenset[str]:
    """Return the devices at which a termination is loosened or made; ``ends`` are those of the new table.

    An end that is taken off counts where others stay on its terminal. ``is_back`` is a wire that was to be
    removed and is wanted again: nobody knows whether it was taken off.
    """
    if row.new is None:
        return _left(row, ("from", "to"), ends)
    everything = row.old is None or is_back or not REPLACED.isdisjoint(row.fields)
    sides = [side for side in _AT if everything or not _AT[side].isdisjoint(row.fields)]
    made = frozenset(getattr(row.new, f"{side}_device") for side in sides)
    if row.old is None:
        return made
    gone = [side for side in _AT if _ENDS[side] in row.fields]
    return made | _left(row, [_OTHER[side] if row.is_turned else side for side in gone], ends)


def _left(row: RowChange, sides: Any, ends: Ends) -> frozenset[str]:
    return frozenset(ends[end] for end in (end_of(row.old, side) for side in sides) if end in ends)
