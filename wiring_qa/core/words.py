"""Words that are put together only when they are read."""

from collections.abc import Iterable
from typing import Any

from flask_babel import LazyString


def joined(between: str, parts: Iterable[Any]) -> Any:
    """Join lazily translated texts, in the language of whoever reads them.

    A rule may run in the request of another person, whose mark is committed together with this one.
    """
    kept = tuple(parts)
    return LazyString(lambda: between.join(map(str, kept)))
