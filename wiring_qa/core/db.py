"""The database: one metadata with named constraints, one scoped session."""

from typing import TYPE_CHECKING, Any, TypeAlias

from flask_migrate import Migrate
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Connection, MetaData, Row
from sqlalchemy.orm import DeclarativeBase

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


_KEPT = "connection"

db = SQLAlchemy(model_class=Base, disable_autonaming=True)
migrate = Migrate()

AnyRow: TypeAlias = Row[*tuple[Any, ...]]
"""A row of a query whose columns are many."""

if TYPE_CHECKING:
    Model = Base
else:
    Model = db.Model


def connection() -> Connection:
    """Return the connection of the session's transaction, which is looked up once for each transaction."""
    session = db.session()
    kept: tuple[Any, Connection] | None = session.info.get(_KEPT)
    if kept is not None and kept[0] is session.get_transaction():
        return kept[1]
    found = session.connection()
    session.info[_KEPT] = (session.get_transaction(), found)
    return found
