"""The one place that asks what time it is, and that reads what a script says it is."""

from datetime import UTC, datetime


def now() -> datetime:
    """Return the present moment in UTC, aware of its zone."""
    return datetime.now(UTC)  # noqa: TID251  the one place that may ask


def moment_of(text: object) -> datetime | None:
    """Return a moment in UTC written as ISO 8601 with its zone; None for anything else."""
    try:
        found = datetime.fromisoformat(text) if isinstance(text, str) else None
        return found.astimezone(UTC) if found and found.tzinfo else None
    except (ValueError, OverflowError):
        return None
