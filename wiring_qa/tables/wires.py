"""Wires as their source gives them, kept field by field: what is done with all is done column by column."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from decimal import Decimal
from functools import cached_property
from operator import attrgetter
from typing import Any, Self, overload

from wiring_qa.tables.judging.demands import Demands
from wiring_qa.tables.kinds import Flag
from wiring_qa.tables.repeated import Repeated
from wiring_qa.tables.words import Message


@dataclass(slots=True)
class ParsedWire:
    """One wire as its source row gives it; unknown values are None.

    Category, flags and demands come of `flags.judge`, which needs all wires of the table for it.
    """

    row: int
    """The source row, from 1 as a spreadsheet counts."""
    from_device: str
    to_device: str
    number: str | None = None
    from_terminal: str | None = None
    to_terminal: str | None = None
    colour: str | None = None
    """IEC 60757 code, where the text could be told."""
    colour_text: str | None = None
    cross_section_mm2: Decimal | None = None
    cross_section_text: str | None = None
    wire_type: str | None = None
    from_lug: str | None = None
    to_lug: str | None = None
    length_mm: Decimal | None = None
    from_location: str | None = None
    to_location: str | None = None
    from_type: str | None = None
    """The type of the device, where the table names it; also kept in ``extra``."""
    to_type: str | None = None
    potential: str | None = None
    page: str | None = None
    remark: str | None = None
    table_says_wide: str | None = None
    """What the column of wide-span marks says, where it does not say no."""
    extra: Mapping[str, str] = field(default_factory=dict)
    """Source columns that fill no field, by header, and the parts of a designation that have no field."""
    category: str = "normal"
    category_reason: Message | None = None
    flags: Mapping[Flag, Message] = field(default_factory=dict)
    """Each flag that the row carries, with its reason."""
    demands: Demands = field(default_factory=Demands)

    @property
    def is_large(self) -> bool:
        """Whether the cross-section reaches the threshold."""
        return Flag.LARGE in self.flags

    @property
    def is_wide(self) -> bool:
        """Whether the two ends lie in different locations, or the table says so."""
        return Flag.WIDE in self.flags

    @property
    def is_look_alike(self) -> bool:
        """Whether a device of the row has twins beside it."""
        return Flag.LOOK_ALIKE in self.flags


NAMES = tuple(each.name for each in fields(ParsedWire))
NOTHING: Mapping[Any, Any] = {}
_UNKNOWN: Mapping[str, Any] = {
    "extra": NOTHING, "category": "normal", "flags": NOTHING, "demands": Demands()
}  # fmt: skip
"""What a wire has in a field that no column fills; None in all others."""


class Wires(Sequence[ParsedWire]):
    """Wires in the order of their rows; a wire is made of its fields when it is asked for."""

    def __init__(self, columns: Mapping[str, Repeated[Any]]) -> None:
        self._columns = columns
        self._count = len(columns["row"])

    @classmethod
    def of(cls, wires: Sequence[ParsedWire]) -> Self:
        """Take wires that were made one by one."""
        return cls({name: Repeated.one_by_one(list(map(attrgetter(name), wires))) for name in NAMES})

    def column(self, name: str) -> Repeated[Any]:
        """Return a field of all wires."""
        found = self._columns.get(name)
        return Repeated.always(_UNKNOWN.get(name), self._count) if found is None else found

    def having(self, **columns: Repeated[Any]) -> Self:
        """Return the same wires with some fields filled anew."""
        return type(self)({**self._columns, **columns})

    def joined(self, others: Sequence[ParsedWire]) -> Self:
        """Return these wires and others, all in the order of their rows."""
        if not others:
            return self
        columns = {name: self.column(name).followed_by(list(map(attrgetter(name), others))) for name in NAMES}
        rows = list(columns["row"])
        order = sorted(range(len(rows)), key=rows.__getitem__)
        return type(self)({name: column.taken(order) for name, column in columns.items()})

    @cached_property
    def _made(self) -> Sequence[ParsedWire]:
        return list(map(ParsedWire, *map(self.column, NAMES)))

    @overload
    def __getitem__(self, place: int) -> ParsedWire: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[ParsedWire]: ...

    def __getitem__(self, place: int | slice) -> ParsedWire | Sequence[ParsedWire]:
        if isinstance(place, int) and "_made" not in self.__dict__:
            return ParsedWire(**{name: column[place] for name, column in self._columns.items()})
        return self._made[place]

    def __iter__(self) -> Iterator[ParsedWire]:
        return iter(self._made)

    def __len__(self) -> int:
        return self._count

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Wires) and self._made == other._made

    __hash__ = None  # type: ignore[assignment]  # as for a list: what is equal by what it holds
