"""The one place that asks what time it is."""

from datetime import UTC, datetime


def now() -> datetime:
    """Return the present moment in UTC, aware of its zone."""
    return datetime.now(UTC)  # noqa: TID251  the one place that may ask
