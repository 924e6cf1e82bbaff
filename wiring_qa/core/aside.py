"""Writes that are no part of any record: sign-in tries, a person's own choices.

They go by a connection of their own, so that the request's session stays a reader's and `journal.record`
remains the only code that commits one.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from wiring_qa.core.db import db
from wiring_qa.core.engines import WRITER


@contextmanager
def aside() -> Iterator[Connection]:
    """Lend a connection that commits when the block ends, and rolls back if it raises."""
    with db.engine.connect().execution_options(**WRITER) as connection, connection.begin():
        yield connection
    # what this request has read so far is from before the write
    db.session.rollback()
