"""A measure of time that a busy machine stretches as much as it stretches what is measured."""

import time

PARTS = 3
"""A part of the known work is done and stands for the whole, as it is done before and after every measure."""


def _known_work() -> float:
    start = time.process_time()
    found: dict[str, int] = {}
    for number in range(150_000 // PARTS):
        name = f"-K{number % 997}:{number % 13}"
        found[name] = found.get(name, 0) + len(name.split(":"))
    return (time.process_time() - start) * PARTS


class Pace:
    """Processor time since it was made, counted in pieces of a known work done before and after."""

    def __init__(self) -> None:
        self._before = _known_work()
        self._start = time.process_time()

    @property
    def pieces(self) -> float:
        took = time.process_time() - self._start
        return took / max(self._before, _known_work())
