"""What a reader yields of a file that lists connections and has no rows of cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from wiring_qa.tables.kinds import Target
from wiring_qa.tables.words import Message

KINDS = {"qet": "QElectroTech", "wireviz": "WireViz", "kbl": "KBL", "vec": "VEC"}
"""What the formats are called."""


@dataclass(frozen=True, slots=True)
class Connection:
    """A connection as the file gives it: the texts of its fields, and what is to be said of it.

    A device may be a whole designation (``=A1+S1-K1``); a length without a unit is in mm.
    """

    fields: Mapping[Target, str] = field(default_factory=dict)
    extra: Mapping[str, str] = field(default_factory=dict)
    """What the file says beside, by the file's own names."""
    warnings: Sequence[Message] = ()
    fault: Message | None = None
    """Why it cannot be a wire, although it is meant as one."""
    aside: Message | None = None
    """Why it is no wire, and not meant as one."""
