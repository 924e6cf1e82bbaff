"""Previews that were read a moment ago, so that turning a page of a draft reads no file again."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

from wiring_qa.tables.previews import Preview

MOST_CELLS = 600_000
"""Cells kept in one process, some 100 MB; a larger file is kept alone."""


class RecentPreviews:
    """Keeps the previews used last, up to so many cells; safe to share between threads."""

    def __init__(self, most_cells: int = MOST_CELLS) -> None:
        self._most_cells = most_cells
        self._kept: OrderedDict[Hashable, Preview] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, read: Callable[[], Preview]) -> Preview:
        """Return the preview kept under a key, or read it and keep it; what ``read`` raises is not kept."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
                return found
        # outside the lock: nobody waits for another person's file
        found = read()
        with self._lock:
            self._kept[key] = found
            self._kept.move_to_end(key)
            while len(self._kept) > 1 and sum(map(weight, self._kept.values())) > self._most_cells:
                self._kept.popitem(last=False)
        return found

    def __len__(self) -> int:
        """Return how many previews are kept."""
        return len(self._kept)


def weight(preview: Preview) -> int:
    """Return about how many cells a preview holds, wires and problems among them."""
    cells = len(preview.rows) * len(preview.rows[0]) if preview.rows else 0
    return cells + 5 * (len(preview.wires) + len(preview.problems)) + 1
