"""`prepare`: brings the database to the newest schema and puts in what an empty plant needs."""

import logging
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules

import click
import flask_migrate
from sqlalchemy import inspect

from wiring_qa.core.db import db

ROOMS = Path(__file__).resolve().parent.parent


@click.command("prepare")
def group() -> None:
    """Bring the database up to date: migrations, then defaults where there are none. Can be run again."""
    before = _version()
    logging.getLogger("alembic").setLevel(logging.WARNING)
    flask_migrate.upgrade()
    after = _version()
    db.session.remove()
    seeded = [room.name for room in iter_modules([str(ROOMS)]) if room.ispkg and _seed(room.name)]
    what = "is up to date" if before == after else f"is now at version {after}"
    click.echo(f"The database {what}; defaults are there for {', '.join(seeded) or 'nothing'}.")


def _version() -> str | None:
    with db.engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def _seed(room: str) -> bool:
    name = f"wiring_qa.{room}.seeds"
    if find_spec(name) is None:
        return False
    import_module(name).seed()
    return True
