"""Compares two revisions of a wiring table, row by row.

A wire is known again, in this order, by both ends and its number; by both ends; by its number and one end;
by its number and both devices; by one end and both devices. Which way round its ends are written does not
matter. Numbers may be blank or repeat: among several that fit, those that are the same in everything go
first, the others in the order of their tables. A wire that keeps none of these is another wire.
The time grows with the rows and their sorting, not faster.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from wiring_qa.tables.comparing.changes import Change
from wiring_qa.tables.comparing.compared_fields import (
    Field,
    asks_for_check,
    differences,
    end_of,
    plain,
    values_of,
)


@dataclass(frozen=True, slots=True)
class RowChange:
    """A wire of the old table, of the new one, or the same wire in both.

    ``fields`` differ; where from and to are exchanged (``is_turned``), the ends are those of the new table.
    """

    old: Any
    new: Any
    fields: tuple[Field, ...] = ()
    is_turned: bool = False

    @property
    def kind(self) -> Change:
        """What became of the row."""
        if self.old is None:
            return Change.ADDED
        if self.new is None:
            return Change.REMOVED
        return Change.CHANGED if self.fields else Change.UNCHANGED

    @property
    def is_moved(self) -> bool:
        """Whether the row stands elsewhere in the new table."""
        return self.kind not in (Change.ADDED, Change.REMOVED) and self.old.sequence != self.new.sequence

    @property
    def asks_for_check(self) -> bool:
        """Whether a cabinet that moves to the new table has the row checked anew."""
        if self.old is None:
            return True
        return self.new is not None and asks_for_check(self.old, self.new, self.fields)


@dataclass(frozen=True)
class Comparison:
    """Every row of two tables: those of the new one in its order, then the removed ones in theirs."""

    rows: Sequence[RowChange]

    @cached_property
    def counts(self) -> Counter[Change]:
        """How many rows each kind of change has."""
        return Counter(row.kind for row in self.rows)

    @cached_property
    def asking(self) -> int:
        """How many rows ask for a new check."""
        return sum(row.asks_for_check for row in self.rows)


class _Known:
    """A wire with what it is known by."""

    __slots__ = ("ends", "key", "number", "place", "values", "wire")

    def __init__(self, place: int, wire: Any) -> None:
        self.place, self.wire = place, wire
        ends = (end_of(wire, "from"), end_of(wire, "to"))
        is_turned = _weight(wire, "to", ends[1]) < _weight(wire, "from", ends[0])
        self.ends = (ends[1], ends[0]) if is_turned else ends
        self.number = plain(wire.number)
        self.values = values_of(wire)
        self.key = values_of(wire, turned=True) if is_turned else self.values

    @property
    def devices(self) -> tuple[str, ...]:
        return tuple(sorted(device for device, _terminal in self.ends))


def _weight(wire: Any, side: str, end: tuple[str, str]) -> tuple[Any, ...]:
    """Return by what the ends of a wire are put in one order, whichever is written first."""
    return end, plain(getattr(wire, f"{side}_lug")), plain(getattr(wire, f"{side}_location"))


_Keys = Callable[[_Known], Iterable[Any]]
_PASSES: tuple[_Keys, ...] = (
    lambda each: [each.key],
    lambda each: [(each.ends, each.number)],
    lambda each: [each.ends],
    lambda each: [(each.number, end) for end in dict.fromkeys(each.ends)] if each.number else (),
    lambda each: [(each.number, each.devices)] if each.number else (),
    lambda each: [(end, each.devices) for end in dict.fromkeys(each.ends)],
    lambda each: [] if each.number else [("", end) for end in dict.fromkeys(each.ends)],
)


def compare(old: Iterable[Any], new: Iterable[Any]) -> Comparison:
    """Compare the wires of two tables, each in its order."""
    olds = [_Known(place, wire) for place, wire in enumerate(old)]
    news = [_Known(place, wire) for place, wire in enumerate(new)]
    before: dict[int, _Known] = {}
    left, right = olds, news
    for keys in _PASSES:
        for was, now in _pairs(left, right, keys):
            before[now.place] = was
        known = {was.place for was in before.values()}
        left = [each for each in olds if each.place not in known]
        right = [each for each in news if each.place not in before]
        if not left or not right:
            break
    rows = [_row(before.get(each.place), each) for each in news]
    return Comparison(rows + [RowChange(each.wire, None) for each in left])


def _pairs(left: list[_Known], right: list[_Known], keys: _Keys) -> Iterator[tuple[_Known, _Known]]:
    """Pair wires that share a key, each in the order of its table; which table is the old one is the same."""
    there: dict[Any, list[_Known]] = defaultdict(list)
    for each in right:
        for key in keys(each):
            there[key].append(each)
    here: dict[Any, list[_Known]] = defaultdict(list)
    for each in left:
        for key in keys(each):
            if key in there:
                here[key].append(each)
    taken: set[int] = set()
    given: set[int] = set()
    for key in _in_order(here, there):
        free = (each for each in there[key] if each.place not in given)
        for was in (each for each in here[key] if each.place not in taken):
            now = next(free, None)
            if now is None:
                break
            taken.add(was.place)
            given.add(now.place)
            yield was, now


def _in_order(here: dict[Any, list[_Known]], there: dict[Any, list[_Known]]) -> Iterable[Any]:
    """Where wires stand under two keys, begin with the key whose wires come first in either table."""
    if all(_stands_once([each.place for key in here for each in side[key]]) for side in (here, there)):
        return here
    return sorted(here, key=lambda key: (*sorted((here[key][0].place, there[key][0].place)), str(key)))


def _stands_once(places: list[int]) -> bool:
    return len(set(places)) == len(places)


def _row(was: _Known | None, now: _Known) -> RowChange:
    if was is None:
        return RowChange(None, now.wire)
    is_turned = turned(was.wire, now.wire)
    values = values_of(was.wire, turned=True) if is_turned else was.values
    return RowChange(was.wire, now.wire, differences(values, now.values), is_turned)


def turned(old: Any, new: Any) -> bool:
    """Tell whether a wire's ends fit better with from and to exchanged."""
    was = end_of(old, "from"), end_of(old, "to")
    now = end_of(new, "from"), end_of(new, "to")
    straight, exchanged = sum(map(_same, was, now)), sum(map(_same, reversed(was), now))
    if straight != exchanged:
        return exchanged > straight
    # both ends alike: the lugs tell
    here, back = values_of(old), values_of(old, turned=True)
    there = values_of(new)
    return len(differences(back, there)) < len(differences(here, there))


def _same(one: tuple[str, str], other: tuple[str, str]) -> int:
    # an end that only went to another terminal of its device is still that end
    return 2 * (one == other) + (one[0] == other[0])
