"""A column in which much is alike: what is done with its cells is done once for each different one."""

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import compress, count
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")
U = TypeVar("U")


class Repeated(Sequence[T], Generic[T]):
    """Cells: those that differ, and for each cell which of them it is. It never changes.

    Among those that differ may stand some that no cell holds, and some that are alike after all.
    """

    __slots__ = ("different", "places")

    def __init__(self, different: Sequence[T], places: Sequence[int]) -> None:
        self.different = different
        self.places = places

    @classmethod
    def of(cls, cells: Iterable[T]) -> "Repeated[T]":
        """Take cells that can be told apart."""
        seen: dict[T, int] = defaultdict(count().__next__)
        places = array("I", map(seen.__getitem__, cells))
        return cls(list(seen), places)

    @classmethod
    def one_by_one(cls, cells: Sequence[T]) -> "Repeated[T]":
        """Take cells as they are, each for itself."""
        return cls(cells, range(len(cells)))

    @classmethod
    def always(cls, cell: T, height: int) -> "Repeated[T]":
        """Return a column that holds the same everywhere."""
        return cls([cell], array("I", [0]) * height)

    def mapped(self, make: Callable[[T], U]) -> "Repeated[U]":
        """Return what is made of each cell; all that are alike share it."""
        return Repeated(list(map(make, self.different)), self.places)

    def taken(self, rows: Iterable[int]) -> "Repeated[T]":
        """Return some of the cells, by where they stand, from 0, in the order that is asked for."""
        return Repeated(self.different, array("I", map(self.places.__getitem__, rows)))

    def held(self) -> "Repeated[T]":
        """Return the same cells, with nothing among those that differ that no cell holds."""
        held = set(self.places)
        if len(held) in {0, len(self.different)}:
            return self if held else Repeated([], [])
        one = self[0]
        different = [cell if number in held else one for number, cell in enumerate(self.different)]
        return Repeated(different, self.places)

    def holding(self, fits: Callable[[T], object], start: int = 0) -> Iterable[int]:
        """Return where the cells stand, from a place on, that something is true of."""
        wanted = set(compress(count(), map(fits, self.different)))
        places = self.places[start:]
        # often it is true of a column's name alone
        if len(wanted) <= 1 and not any(number in places for number in wanted):
            return ()
        return compress(count(start), map(wanted.__contains__, places))

    def written(self, cells: Mapping[int, T]) -> "Repeated[T]":
        """Return the column with some cells written anew, by where they stand."""
        number: dict[T, int] = defaultdict(count(len(self.different)).__next__)
        places = array("I", self.places)
        for place, cell in cells.items():
            places[place] = number[cell]
        return Repeated([*self.different, *number], places)

    def followed_by(self, others: Collection[T]) -> "Repeated[T]":
        """Return these cells and others after them."""
        places = array("I", self.places)
        places.extend(range(len(self.different), len(self.different) + len(others)))
        return Repeated([*self.different, *others], places)

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> "Repeated[T]": ...

    def __getitem__(self, place: int | slice) -> "T | Repeated[T]":
        if isinstance(place, slice):
            return Repeated(self.different, self.places[place])
        return self.different[self.places[place]]

    def __iter__(self) -> Iterator[T]:
        return map(self.different.__getitem__, self.places)

    def __len__(self) -> int:
        return len(self.places)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Repeated) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]  # as for a list: what is equal by what it holds


def side_by_side(columns: Iterable[Repeated[Any]]) -> Repeated[tuple[Any, ...]]:
    """Return the rows of columns, those that are alike once."""
    columns = list(columns)
    together = Repeated.of(zip(*(column.places for column in columns), strict=True))
    cells = (
        map(column.different.__getitem__, places)
        for column, places in zip(columns, zip(*together.different, strict=True), strict=False)
    )
    return Repeated(list(zip(*cells, strict=True)), together.places)
