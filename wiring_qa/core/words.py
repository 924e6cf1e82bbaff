"""Words that are put together only when they are read."""

from collections.abc import Iterable
from typing import Any

from flask_babel import LazyString, pgettext

COMMA = LazyString(lambda: pgettext("between the items of a list", ", "))
"""What stands between the items of a list."""


def joined(between: Any, parts: Iterable[Any]) -> Any:
    """Join lazily translated texts, in the language of whoever reads them.

    A rule may run in the request of another person, whose mark is committed together with this one.
    """
    kept = tuple(parts)
    return LazyString(lambda: str(between).join(map(str, kept)))


def listed(parts: Iterable[Any]) -> Any:
    """Join the items of a list as the reader's language does, with a comma of its own."""
    return joined(COMMA, parts)
