"""The connection sets of a WireViz file: rows of connectors and cables, side by side."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wiring_qa.tables.readers.limits import ReadLimits
from wiring_qa.tables.readers.wireviz_parts import Part, expanded
from wiring_qa.tables.words import Code, unreadable

_MOST_PLACES = 100_000
"""Places of all sets and their strands together: three for each wire between two pins."""
_ARROW = re.compile(r"<?(?P<line>--?|==?)>?")


@dataclass(frozen=True, slots=True)
class Spot:
    """A pin of a connector or a wire of a cable, as a set asks for it."""

    part: Part
    asked: str


@dataclass(frozen=True, slots=True)
class Mate:
    """An arrow: what stands before and after it is plugged together, whole or pin by pin."""

    is_whole: bool


Item = Spot | Mate | None
"""What stands at one place of one strand; None where the set gives too little."""


class Parts:
    """The parts of a file by designation; templates make new ones."""

    def __init__(self, harness: Mapping[str, Any]) -> None:
        self._connectors = _described(harness.get("connectors"))
        self._cables = _described(harness.get("cables"))
        options = harness.get("options")
        sign = options.get("template_separator") if isinstance(options, dict) else None
        self._separator = sign if isinstance(sign, str) else "."
        self._made: dict[str, Part] = {}
        self._unnamed: Counter[str] = Counter()
        self._spent = 0

    def called(self, written: str) -> Part:
        """Return the part of a designation: ``X1``, ``JST.X1`` of a template, or ``JST.`` for a new one."""
        template, sign, name = written.partition(self._separator)
        if not sign or written in self._connectors or written in self._cables:
            template = name = written
        if not name:
            self._unnamed[template] += 1
            name = f"{template}{self._separator}{self._unnamed[template]}"
        if name not in self._made:
            self._made[name] = self._new(name, template)
        return self._made[name]

    def spend(self, spots: int, limits: ReadLimits) -> None:
        """Count the places of a set; a file of short lines may ask for far too many."""
        self._spent += spots
        if self._spent > _MOST_PLACES:
            raise unreadable(Code.TOO_MANY_ROWS, limit=limits.max_rows)

    def _new(self, name: str, template: str) -> Part:
        if template in self._cables:
            return Part(name, self._cables[template], is_cable=True)
        if template in self._connectors:
            return Part(name, self._connectors[template])
        return Part(name, is_described=False)

    @property
    def used(self) -> list[Part]:
        """The parts that were called for, in that order."""
        return list(self._made.values())


def _described(section: Any) -> dict[str, Mapping[str, Any]]:
    if not isinstance(section, dict):
        return {}
    return {name: said if isinstance(said, dict) else {} for name, said in section.items()}


def strands_of(row: Any, parts: Parts, limits: ReadLimits) -> Iterator[list[Item]]:
    """Yield the parallel strands of a connection set, each from its first part to its last."""
    items = row if isinstance(row, list) else [row]
    asked = [_asked(item, limits) for item in items]
    count = max((len(each) for each in asked), default=0)
    parts.spend(count * len(items), limits)
    columns = [_column(item, each, count, parts) for item, each in zip(items, asked, strict=True)]
    for place in range(count):
        yield [column[place] if place < len(column) else None for column in columns]


def _asked(item: Any, limits: ReadLimits) -> list[str]:
    """Return what an item asks for on each strand: pins, wires, or designations."""
    if isinstance(item, dict):
        return expanded(next(iter(item.values()), None), limits)
    if isinstance(item, list):
        return ["" if each is None else _designation(each) for each in item]
    return [] if item is None else [str(item)]


def _designation(item: Any) -> str:
    return str(next(iter(item), "")) if isinstance(item, dict) else str(item)


def _column(item: Any, asked: list[str], count: int, parts: Parts) -> list[Item]:
    if isinstance(item, dict):
        part = parts.called(str(next(iter(item), "")))
        return [Spot(part, each) for each in asked]
    if not isinstance(item, list):
        # one designation stands for all strands: of a template, a new part for each
        asked = asked * count
    return [_named(each, parts) for each in asked]


def _named(written: str, parts: Parts) -> Item:
    if arrow := _ARROW.fullmatch(written):
        return Mate(is_whole="=" in arrow["line"])
    return Spot(parts.called(written), "1") if written else None
