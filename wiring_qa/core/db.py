"""The database: one metadata with named constraints, one scoped session."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

from flask import g
from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.session import Session
from sqlalchemy import Connection, MetaData, Row
from sqlalchemy.orm import DeclarativeBase

from wiring_qa.core.engines import WRITER

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The declarative base of every table."""

    metadata = MetaData(naming_convention=NAMES)


_LENT = "transaction"


class _Session(Session):
    """A session of its own transaction, or of the one that was lent to all that runs in a context."""

    def get_bind(self, *args: Any, **more: Any) -> Any:
        """Return what the session begins its transaction on."""
        return g.get(_LENT) or super().get_bind(*args, **more)


db = SQLAlchemy(model_class=Base, session_options={"class_": _Session}, disable_autonaming=True)
migrate = Migrate()

AnyRow: TypeAlias = Row[*tuple[Any, ...]]
"""A row of a query whose columns are many."""

if TYPE_CHECKING:
    Model = Base
else:
    Model = db.Model


def connection() -> Connection:
    """Return the connection of the transaction that the session is in, or would be."""
    return g.get(_LENT) or db.session.connection()


@contextmanager
def lend_transaction() -> Iterator[Connection]:
    """Begin a transaction that writes, for all that runs in this context; who asked for it commits it.

    Otherwise it is rolled back. A session is made, and joins, only where one is asked for: a mark has none.
    """
    with db.engine.connect().execution_options(**WRITER) as lent:
        lent.begin()
        setattr(g, _LENT, lent)
        yield lent


def flush() -> None:
    """Write what the session holds, if there is one."""
    if db.session.registry.has():
        db.session.flush()


def forget() -> None:
    """Have the session, if there is one, read anew what it is asked for next."""
    if db.session.registry.has():
        db.session.expire_all()
