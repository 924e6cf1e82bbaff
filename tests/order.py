"""In which order tests run: those in a browser stand evenly among the others."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import pytest


def dealt(items: Sequence[pytest.Item]) -> list[pytest.Item]:
    """Deal the modules with journeys in a browser out among the others; a module stays together.

    A journey waits where other tests compute. In one block they would be left to the last worker alone.
    """
    journeys = [each for each in items if each.get_closest_marker("browser")]
    others = [each for each in items if not each.get_closest_marker("browser")]
    places = sorted([*_places(journeys), *_places(others)], key=lambda place: place[0])
    return [each for _share, module in places for each in module]


def _places(items: Sequence[pytest.Item]) -> Iterator[tuple[float, list[pytest.Item]]]:
    """Tell of each module what share of the items stands before it."""
    before = 0
    for _path, module in groupby(items, lambda each: each.path):
        found = list(module)
        yield before / len(items), found
        before += len(found)
