"""Puts the collection of unused memory off while much is built that stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Build without a look at all that is there after every few hundred parts of it.

    What is no longer used is still freed at once, but for rings; those are found afterwards.
    """
    is_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if is_on:
            gc.enable()
