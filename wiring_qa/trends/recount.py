"""Counts all that is counted as it happens once more, from the facts."""

from sqlalchemy import text

from wiring_qa.checks import tallies as first_checks
from wiring_qa.core.aside import aside
from wiring_qa.tightening import tallies as spot_checks

_LOCK = "LOCK TABLE cached_first_checks, cached_spot_checks IN EXCLUSIVE MODE"


def recount() -> tuple[int, int]:
    """Count again; return the rows first checked and the terminations spot-checked.

    Needed after a change of the plant's time zone, by which days are told apart. Marks wait meanwhile, so
    that none is left out or counted twice.
    """
    with aside() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text(_LOCK))
        return first_checks.recount(connection), spot_checks.recount(connection)
